import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoMonth } from '../shared/iso-date.ts';
import { pensionDue, type SampleIncomeType } from './entitlement.ts';

const riyals = (amount: number) => halalas(Math.round(amount * 100));
const income = (type: SampleIncomeType, monthly: number) => ({ type, monthly: riyals(monthly) });

// The cases of the fact sheet, section 1.7, by their numbers.
it.each([
  ['T1', '2026-11', 0, [], 1320],
  ['T2', '2026-11', 3, [], 3300],
  ['T3', '2026-11', 4, [income('wage', 4000)], 1960],
  ['T4', '2026-11', 2, [income('wage', 3000), income('rent', 500)], 640],
  ['T5', '2026-11', 0, [income('wage', 2640)], 0],
  ['T6', '2026-11', 0, [income('wage', 2639)], 0.5],
  ['T7', '2026-11', 4, [income('retirementPension', 4000), income('wage', 3600)], 160],
  ['T9', '2026-11', 2, [income('wage', 1000)], 2140],
  ['T11', '2023-10', 4, [income('wage', 4000)], 1300],
  ['T12', '2023-10', 3, [], 2750],
  ['T14', '2026-11', 0, [income('disabilityAid', 2000), income('citizenAccount', 600)], 1320],
] as const)('%s is paid as the fact sheet computes it', (_, month, dependants, incomes, due) => {
  expect(pensionDue(isoMonth(month), { countedDependants: dependants, incomes })).toBe(riyals(due));
});

describe('an income above the minimum', () => {
  it('leaves nothing due, never less', () => {
    const facts = { countedDependants: 0, incomes: [income('rent', 5000)] };
    expect(pensionDue(isoMonth('2026-11'), facts)).toBe(0);
  });
});
