import { halalas, type Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

/** Income types as the registry keeps them; how each counts stands in REG 1/7, 1/8, 9 and 10. */
export const SAMPLE_INCOME_TYPES = [
  'wage',
  'business',
  'retirementPension',
  'rent',
  'returns',
  'socialAid',
  'citizenAccount',
  'studentStipend',
  'disabilityAid',
] as const;
export type SampleIncomeType = (typeof SAMPLE_INCOME_TYPES)[number];

/** Percent of an income that is counted. Retirement pensions: the spokesman's reading, as earned. */
const COUNTED_PERCENT: Readonly<Record<SampleIncomeType, number>> = {
  wage: 50,
  business: 50,
  retirementPension: 50,
  rent: 100,
  returns: 100,
  socialAid: 100,
  citizenAccount: 0,
  studentStipend: 0,
  disabilityAid: 0,
};

/** Monthly halalas for the head and for each dependant, by the month from which they hold. */
const RATES = [
  { from: '2023-11', head: 132_000, dependant: 66_000 },
  { from: '0000-00', head: 110_000, dependant: 55_000 },
] as const;

export interface EntitlementFacts {
  /** Dependants who bring an increment: not abroad over 90 days, not permanently in a centre (REG 12). */
  readonly countedDependants: number;
  readonly incomes: readonly { readonly type: SampleIncomeType; readonly monthly: Halalas }[];
}

/** What the household needs at least in a month (REG 12). */
export function calculatedMinimum(month: IsoMonth, countedDependants: number): Halalas {
  const rate = RATES.find(({ from }) => month >= from) ?? RATES[1];
  return halalas(rate.head + rate.dependant * countedDependants);
}

/** Income as it counts in a month (REG 9, 10); halves of a halala are rounded up once, at the end. */
export function countedIncome(incomes: EntitlementFacts['incomes']): Halalas {
  const hundredfold = incomes.reduce(
    (sum, { type, monthly }) => sum + monthly * COUNTED_PERCENT[type],
    0,
  );
  return halalas(Math.floor((hundredfold + 50) / 100));
}

/** Pension of a month: minimum less counted income, 0 where nothing is due (REG 8, 13). */
export function pensionDue(month: IsoMonth, facts: EntitlementFacts): Halalas {
  const minimum = calculatedMinimum(month, facts.countedDependants);
  return halalas(Math.max(0, minimum - countedIncome(facts.incomes)));
}
