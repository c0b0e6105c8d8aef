import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { calculate } from './calculate.ts';
import type { CalculationInput, CountedDependant, IncomeType } from './calculation.ts';
import { entitlementRulesOn, type EntitlementRules } from './entitlement-rules.ts';

const NOW = isoMonth('2026-10');
const BEFORE = isoMonth('2023-10');

const dependants = (count: number): CountedDependant[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `D${at + 1}`,
    relation: 'child',
    birthDate: isoDate('2015-01-01'),
    daysAbroad: 0,
    inCentre: false,
    student: false,
  }));

/** A household by how many dependants its head has. */
const household = (count: number, more: Partial<CalculationInput> = {}): CalculationInput => ({
  month: NOW,
  applicationDate: isoDate('2026-03-12'),
  kind: count === 0 ? 'independent' : 'family',
  head: {
    id: 'A',
    birthDate: isoDate('1980-05-01'),
    nationality: 'saudi',
    daysAbroad: 0,
    inCentre: false,
    student: false,
    dwellingProven: true,
  },
  dependants: dependants(count),
  families: 1,
  breachAllMinors: false,
  incomes: [],
  assets: [],
  ...more,
});

const monthly = (person: string, type: IncomeType, riyals: number) => ({
  person,
  type,
  monthly: halalas(Math.round(riyals * 100)),
});

interface Expected {
  readonly minimum: number;
  readonly counted: number;
  readonly pension: number;
}

const RULES = new Map(
  [NOW, BEFORE].map((month) => [month, entitlementRulesOn(month, [])] as const),
);
const rulesOf = ({ month }: CalculationInput): EntitlementRules =>
  RULES.get(month) ?? entitlementRulesOn(month, []);

const OWN_PENSION = {
  incomes: [monthly('A', 'retirementPension', 4000), monthly('D1', 'wage', 3600)],
};

type Case = readonly [string, CalculationInput, Expected, Partial<EntitlementRules>];

const CASES: readonly Case[] = [
  [
    'T1 an independent without income',
    household(0),
    { minimum: 1320, counted: 0, pension: 1320 },
    {},
  ],
  [
    'T2 a head with 3 and no income',
    household(3),
    { minimum: 3300, counted: 0, pension: 3300 },
    {},
  ],
  [
    'T3 a head with 4 who earns 4,000',
    household(4, { incomes: [monthly('A', 'wage', 4000)] }),
    { minimum: 3960, counted: 2000, pension: 1960 },
    {},
  ],
  [
    'T4 a head with 2, earned 3,000 and unearned 500',
    household(2, { incomes: [monthly('A', 'wage', 3000), monthly('D1', 'rent', 500)] }),
    { minimum: 2640, counted: 2000, pension: 640 },
    {},
  ],
  [
    'T5 an independent who earns 2,640: income equals the minimum',
    household(0, { incomes: [monthly('A', 'wage', 2640)] }),
    { minimum: 1320, counted: 1320, pension: 0 },
    {},
  ],
  [
    'T6 an independent who earns 2,639',
    household(0, { incomes: [monthly('A', 'business', 2639)] }),
    { minimum: 1320, counted: 1319.5, pension: 0.5 },
    {},
  ],
  [
    'T7 a head with 4, a retirement pension of 4,000 and a wage of 3,600',
    household(4, OWN_PENSION),
    { minimum: 3960, counted: 3800, pension: 160 },
    {},
  ],
  [
    'T7b the same where a retirement pension counts in full',
    household(4, OWN_PENSION),
    { minimum: 3960, counted: 5800, pension: 0 },
    { retirementPensionEarned: false },
  ],
  [
    'T8 a head with 1 and liquid assets of 12,000',
    household(1, { assets: [{ person: 'A', type: 'liquid', value: halalas(1_200_000) }] }),
    { minimum: 1980, counted: 1000, pension: 980 },
    {},
  ],
  [
    'T9 a head with 3, of whom one is abroad over 90 days and earns 1,000',
    household(3, {
      dependants: dependants(3).map((one, at) => ({ ...one, daysAbroad: at === 2 ? 91 : 90 })),
      incomes: [monthly('D3', 'wage', 1000)],
    }),
    { minimum: 2640, counted: 500, pension: 2140 },
    {},
  ],
  [
    'T10 a head of two families who earns 3,000, in the family with 2',
    household(2, { families: 2, incomes: [monthly('A', 'wage', 3000)] }),
    { minimum: 2640, counted: 750, pension: 1890 },
    {},
  ],
  [
    'T10 the same head, in the family with 3',
    household(3, { families: 2, incomes: [monthly('A', 'wage', 3000)] }),
    { minimum: 3300, counted: 750, pension: 2550 },
    {},
  ],
  [
    'T11 a head with 4 who earns 4,000, before November 2023',
    household(4, { month: BEFORE, incomes: [monthly('A', 'wage', 4000)] }),
    { minimum: 3300, counted: 2000, pension: 1300 },
    {},
  ],
  [
    'T12 an independent before November 2023',
    household(0, { month: BEFORE }),
    { minimum: 1100, counted: 0, pension: 1100 },
    {},
  ],
  [
    'T12 a head with 3 before November 2023',
    household(3, { month: BEFORE }),
    { minimum: 2750, counted: 0, pension: 2750 },
    {},
  ],
  [
    'T13 a head with 4 after a breach, all of them minors',
    household(4, { breachAllMinors: true }),
    { minimum: 3300, counted: 0, pension: 3300 },
    {},
  ],
  [
    'T14 an independent with disability aid and the Citizen Account',
    household(0, {
      incomes: [monthly('A', 'disabilityAid', 2000), monthly('A', 'citizenAccount', 600)],
    }),
    { minimum: 1320, counted: 0, pension: 1320 },
    {},
  ],
];

describe('the worked cases of the fact sheet', () => {
  it.each(CASES)('%s', (_title, input, expected, settings) => {
    const found = calculate(input, { ...rulesOf(input), ...settings });
    const { minimum, counted, pension, lines, eligible, reasons } = found;
    expect({ minimum: minimum / 100, counted: counted / 100, pension: pension / 100 }).toEqual(
      expected,
    );
    expect({ eligible, reasons }).toEqual(
      expected.pension > 0
        ? { eligible: true, reasons: [] }
        : { eligible: false, reasons: ['income'] },
    );
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(pension);
  });

  it('name the day from which their rates hold', () => {
    expect(calculate(household(0), rulesOf(household(0))).rules).toBe('2023-11-01');
    const early = household(0, { month: BEFORE });
    expect(calculate(early, rulesOf(early)).rules).toBe('2022-01-01');
  });
});
