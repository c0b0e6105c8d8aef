import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';

/** Sources of income as the registry keeps them; how each counts is a dated rule (REG 1/7, 1/8, 9, 10). */
export const INCOME_TYPES = [
  'wage',
  'business',
  'rent',
  'dividend',
  'returns',
  'socialAid',
  'governmentSupport',
  'retirementPension',
  'citizenAccount',
  'disabilityAid',
  'supportProgramme',
  'studentStipend',
  'inKind',
] as const;
export type IncomeType = (typeof INCOME_TYPES)[number];

/** What a household owns (REG 11): `liquid` has a value, `car` and `domesticWorkers` a count. */
export const ASSET_TYPES = [
  'liquid',
  'car',
  'mainDwelling',
  'realEstate',
  'domesticWorkers',
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export const HOUSEHOLD_KINDS = ['family', 'independent'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

export const RELATIONS = ['spouse', 'child', 'parent', 'sibling', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** `exempt`: not a citizen, but of those whom LAW 10 and REG 6 treat like one, with a valid residence. */
export const NATIONALITIES = ['saudi', 'exempt', 'other'] as const;
export type Nationality = (typeof NATIONALITIES)[number];

/** One person of the sum. `id` is any name by which incomes and assets point to him. */
export interface CountedPerson {
  readonly id: string;
  readonly birthDate: IsoDate;
  /** Of the head in the year before the payment, of a dependant in the year before the application (REG 6, 12). */
  readonly daysAbroad: number;
  /** Permanently, more than two months (LAW 1/20, REG 1). */
  readonly inCentre: boolean;
}

export interface CountedHead extends CountedPerson {
  readonly nationality: Nationality;
  /** In full-time study: under 25 he is a dependant of his family (REG 7/3). */
  readonly student: boolean;
  /** Of an independent: his own dwelling is proven (lease, deed, letter). */
  readonly dwellingProven: boolean;
}

export interface CountedDependant extends CountedPerson {
  readonly relation: Relation;
  readonly student: boolean;
}

export interface CountedIncome {
  readonly person: string;
  readonly type: IncomeType;
  /** Halalas a month; a yearly sum is given as `yearly` and divided by twelve. Exactly one of the two is set. */
  readonly monthly?: Halalas;
  readonly yearly?: Halalas;
}

export interface CountedAsset {
  readonly person: string;
  readonly type: AssetType;
  readonly value?: Halalas;
  readonly count?: number;
}

/** Everything the pension of one month depends on, and nothing else: plain JSON, as it is stored and as the command reads it. */
export interface CalculationInput {
  readonly month: IsoMonth;
  readonly applicationDate: IsoDate;
  readonly kind: HouseholdKind;
  readonly head: CountedHead;
  readonly dependants: readonly CountedDependant[];
  /** Among how many families in dwellings of their own the head's income is divided (REG 7, 10/4); 1 for most. */
  readonly families: number;
  /** A breach where all dependants are under 18 (REG 20/6). */
  readonly breachAllMinors: boolean;
  readonly incomes: readonly CountedIncome[];
  readonly assets: readonly CountedAsset[];
}

/** Coded grounds of ineligibility; the words stand in `entitlement-words.ts`. */
export const INELIGIBILITY_REASONS = [
  'income',
  'stayAbroad',
  'cars',
  'domesticWorkers',
  'nationality',
  'independentAge',
  'independentDwelling',
  'studentUnder25',
  'centre',
] as const;
export type IneligibilityReason = (typeof INELIGIBILITY_REASONS)[number];

export interface CalculationLine {
  /** Stable: `head`, `dependant`, `dependant.abroad`, `income.wage`, `notBelowZero`... */
  readonly code: string;
  /** `REG 12`: where the line stands in law or regulation. */
  readonly article: string;
  /** Halalas by which the line changes the result: the amounts of all lines add up to the pension. */
  readonly amount: Halalas;
  /** Whose line it is, where it is somebody's. */
  readonly person: string | null;
  readonly text: { readonly ar: string; readonly en: string };
}

export interface Calculation {
  readonly eligible: boolean;
  /** The calculated minimum (الحد الأدنى المحتسب), halalas a month. */
  readonly minimum: Halalas;
  /** The counted income (الدخل المحتسب), halalas a month. */
  readonly counted: Halalas;
  /** Halalas of the month; 0 where not eligible. */
  readonly pension: Halalas;
  readonly reasons: readonly IneligibilityReason[];
  readonly lines: readonly CalculationLine[];
  /** The day from which the rates hold that were used. */
  readonly rules: IsoDate;
}
