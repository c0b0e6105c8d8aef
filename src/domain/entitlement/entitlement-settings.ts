import { halalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** Halalas a month for the head or the independent, and for each counted dependant (LAW 15, REG 12). */
export interface PensionRates {
  readonly head: Halalas;
  readonly dependant: Halalas;
}

/** `headShared`: where the head's income is divided between families, his basic amount is divided too. */
export const SEPARATE_FAMILIES = ['headInEach', 'headShared'] as const;
export type SeparateFamilies = (typeof SEPARATE_FAMILIES)[number];

export const PENSION_ROUNDINGS = ['none', 'riyal', 'riyalUp', 'riyalDown'] as const;
export type PensionRounding = (typeof PENSION_ROUNDINGS)[number];

/** What the sum of a month depends on and a decree may change; a month is computed with what holds on its first day. */
export interface EntitlementSettings {
  readonly pensionRates: PensionRates;
  /** Percent of earned income that counts (REG 9). */
  readonly earnedIncomePercent: number;
  /** Whether a retirement pension is earned income: the spokesman says so, the wording of REG 1/8 does not. */
  readonly retirementPensionEarned: boolean;
  /** Over how many months the value of liquid assets and a yearly government support are spread (REG 11). */
  readonly spreadMonths: { readonly liquid: number; readonly governmentSupport: number };
  /**
   * Whether the value of real estate other than the main dwelling, and of cars beyond the exempt ones, is spread like liquid
   * assets: REG 11 exempts one dwelling and one car and leaves open what else can be turned into money.
   */
  readonly otherWealth: { readonly counted: boolean; readonly exemptCars: number };
  /** Most days of a year outside the Kingdom (REG 6, 12: three months; the ministry says 90 days). */
  readonly daysAbroadLimit: number;
  /** Full years: an independent is at least so old (REG 1), a student below it belongs to his family (REG 7/3). */
  readonly entitlementAges: { readonly independent: number; readonly student: number };
  /** The most that is allowed. */
  readonly wealthLimits: {
    readonly independentCars: number;
    readonly familyCars: number;
    readonly domesticWorkers: number;
  };
  /** Increments deducted for a breach where all dependants are under 18 (REG 20/6). */
  readonly breachIncrements: number;
  /** The families of one head in dwellings of their own (REG 7, 10/4). */
  readonly separateFamilies: SeparateFamilies;
  readonly pensionRounding: PensionRounding;
  /** Whether a household is eligible, with a pension of 0, where income equals the minimum; REG 8 says it must be less. */
  readonly equalIncomeEligible: boolean;
  /** Months back for which a difference is paid; null for all of them. */
  readonly retroactiveLimitMonths: number | null;
}

export type EntitlementSettingKey = keyof EntitlementSettings;

export const FIRST_RATES: PensionRates = { head: halalas(110_000), dependant: halalas(55_000) };

export const DEFAULT_ENTITLEMENT: EntitlementSettings = {
  pensionRates: FIRST_RATES,
  earnedIncomePercent: 50,
  retirementPensionEarned: true,
  spreadMonths: { liquid: 12, governmentSupport: 12 },
  otherWealth: { counted: false, exemptCars: 1 },
  daysAbroadLimit: 90,
  entitlementAges: { independent: 18, student: 25 },
  wealthLimits: { independentCars: 1, familyCars: 3, domesticWorkers: 2 },
  breachIncrements: 1,
  separateFamilies: 'headInEach',
  pensionRounding: 'none',
  equalIncomeEligible: false,
  retroactiveLimitMonths: null,
};

/** Rates set by decree before anybody recorded one here: the developed programme's first, and the royal order of 2023. */
export const RATES_BY_DECREE: readonly { readonly from: IsoDate; readonly rates: PensionRates }[] =
  [
    { from: '2022-01-01' as IsoDate, rates: FIRST_RATES },
    {
      from: '2023-11-01' as IsoDate,
      rates: { head: halalas(132_000), dependant: halalas(66_000) },
    },
  ];
