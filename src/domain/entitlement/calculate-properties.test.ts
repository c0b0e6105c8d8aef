import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate } from '../shared/iso-date.ts';
import { calculate } from './calculate.ts';
import { INCOME_TYPES, type CalculationInput } from './calculation.ts';
import { entitlementRulesOn } from './entitlement-rules.ts';
import { anyRules, households } from './testing/household-arbitrary.ts';

const RUNS = { numRuns: 500 };

describe('a pension, whatever the household and however contested points are decided', () => {
  it('is never negative and never above the minimum', () => {
    fc.assert(
      fc.property(households, anyRules, (input, rules) => {
        const { pension, minimum, counted, eligible, reasons } = calculate(input, rules);
        expect(pension).toBeGreaterThanOrEqual(0);
        expect(pension).toBeLessThanOrEqual(minimum);
        expect(counted).toBeGreaterThanOrEqual(0);
        expect(eligible).toBe(reasons.length === 0);
        if (!eligible) expect(pension).toBe(0);
      }),
      RUNS,
    );
  });

  it('is what its lines add up to', () => {
    fc.assert(
      fc.property(households, anyRules, (input, rules) => {
        const { pension, lines, minimum, counted } = calculate(input, rules);
        const sum = (of: typeof lines): number =>
          of.reduce((total, { amount }) => total + amount, 0);
        expect(sum(lines)).toBe(pension);
        const ofIncome = lines.filter(({ code }) => /^(income|asset)\./.test(code));
        expect(0 - sum(ofIncome)).toBe(counted);
        const before = lines.slice(
          0,
          lines.findIndex(({ code }) => /^(income|asset)/.test(code)),
        );
        if (ofIncome.length > 0) expect(sum(before)).toBe(minimum);
        for (const { amount, text, article } of lines) {
          expect(Object.is(amount, -0)).toBe(false);
          expect(text.ar).not.toBe('');
          expect(text.en).not.toMatch(/undefined|NaN/);
          expect(article).toMatch(/^(REG|LAW) \d+(\/\d+)?$/);
        }
      }),
      RUNS,
    );
  });

  it('never rises with an income more', () => {
    fc.assert(
      fc.property(
        households,
        anyRules,
        fc.constantFrom(...INCOME_TYPES),
        fc.integer({ min: 0, max: 500_000 }),
        fc.boolean(),
        (input, rules, type, amount, isYearly) => {
          const sum = halalas(amount);
          const income = {
            person: 'H',
            type,
            ...(isYearly ? { yearly: sum } : { monthly: sum }),
          };
          const more = { ...input, incomes: [...input.incomes, income] };
          expect(calculate(more, rules).pension).toBeLessThanOrEqual(
            calculate(input, rules).pension,
          );
        },
      ),
      RUNS,
    );
  });

  it('never falls with a counted dependant more who has no income', () => {
    fc.assert(
      fc.property(households, anyRules, (input, rules) => {
        const one = {
          id: 'new',
          relation: 'child',
          birthDate: isoDate('2020-01-01'),
          student: false,
          daysAbroad: 0,
          inCentre: false,
        } as const;
        const more = { ...input, dependants: [...input.dependants, one] };
        expect(calculate(more, rules).pension).toBeGreaterThanOrEqual(
          calculate(input, rules).pension,
        );
      }),
      RUNS,
    );
  });

  it('is the same each time, and when what was stored is computed again', () => {
    fc.assert(
      fc.property(households, (input) => {
        const rules = entitlementRulesOn(input.month, []);
        const calculation = calculate(input, rules);
        expect(calculate(input, rules)).toEqual(calculation);
        const stored: unknown = JSON.parse(JSON.stringify(calculation));
        expect(stored).toStrictEqual(calculation);
        const again = JSON.parse(JSON.stringify(input)) as CalculationInput;
        expect(calculate(again, rules)).toStrictEqual(stored);
      }),
      RUNS,
    );
  });

  it('counts the same whichever income is named first', () => {
    fc.assert(
      fc.property(households, anyRules, (input, rules) => {
        const turned = {
          ...input,
          incomes: input.incomes.toReversed(),
          assets: input.assets.toReversed(),
        };
        expect(calculate(turned, rules).counted).toBe(calculate(input, rules).counted);
      }),
      RUNS,
    );
  });
});
