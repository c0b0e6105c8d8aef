import {
  PENSION_ROUNDINGS,
  SEPARATE_FAMILIES,
  type EntitlementSettingKey,
  type EntitlementSettings,
} from '../entitlement/entitlement-settings.ts';
import type { Halalas } from '../shared/halalas.ts';
import { ok } from '../shared/result.ts';
import { oneOf, shape, wholeBetween, yesOrNo, type Read } from './value-readers.ts';

/** Smallest and largest of each number that the sum of a pension rests on, both included. */
export const ENTITLEMENT_LIMITS = {
  /** Halalas a month. A rate of nothing, or of more than a hundred thousand riyals, is a slip of the pen. */
  rate: [100, 10_000_000],
  percent: [0, 100],
  spreadMonths: [1, 60],
  cars: [0, 20],
  domesticWorkers: [0, 20],
  daysAbroad: [0, 366],
  years: [1, 100],
  increments: [0, 20],
  retroactiveMonths: [0, 240],
} as const satisfies Record<string, readonly [number, number]>;

function whole(limit: keyof typeof ENTITLEMENT_LIMITS): Read<number> {
  const [min, max] = ENTITLEMENT_LIMITS[limit];
  return wholeBetween(min, max);
}

const rate: Read<Halalas> = (value) => {
  const read = whole('rate')(value);
  return read.ok ? ok(read.value as Halalas) : read;
};

export const ENTITLEMENT_READERS: {
  readonly [Key in EntitlementSettingKey]: Read<EntitlementSettings[Key]>;
} = {
  pensionRates: shape({ head: rate, dependant: rate }),
  earnedIncomePercent: whole('percent'),
  retirementPensionEarned: yesOrNo,
  spreadMonths: shape({ liquid: whole('spreadMonths'), governmentSupport: whole('spreadMonths') }),
  otherWealth: shape({ counted: yesOrNo, exemptCars: whole('cars') }),
  daysAbroadLimit: whole('daysAbroad'),
  entitlementAges: shape({ independent: whole('years'), student: whole('years') }),
  wealthLimits: shape({
    independentCars: whole('cars'),
    familyCars: whole('cars'),
    domesticWorkers: whole('domesticWorkers'),
  }),
  breachIncrements: whole('increments'),
  separateFamilies: oneOf(SEPARATE_FAMILIES),
  pensionRounding: oneOf(PENSION_ROUNDINGS),
  equalIncomeEligible: yesOrNo,
  retroactiveLimitMonths: (value) =>
    value === null ? ok(null) : whole('retroactiveMonths')(value),
};
