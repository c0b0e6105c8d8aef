import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { calculate } from './calculate.ts';
import type { CalculationInput, CountedDependant } from './calculation.ts';
import { entitlementRulesOn, type EntitlementRules } from './entitlement-rules.ts';
import { explainDifference, type ExplainedSide } from './explain-difference.ts';
import { anyRules, households } from './testing/household-arbitrary.ts';

const side = (
  input: CalculationInput,
  rules: EntitlementRules = entitlementRulesOn(input.month, []),
): ExplainedSide => ({ input, rules, calculation: calculate(input, rules) });

const child = (id: string, more: Partial<CountedDependant> = {}): CountedDependant => ({
  id,
  relation: 'child',
  birthDate: isoDate('2012-01-01'),
  student: false,
  daysAbroad: 0,
  inCentre: false,
  ...more,
});

const family: CalculationInput = {
  month: isoMonth('2026-10'),
  applicationDate: isoDate('2026-03-12'),
  kind: 'family',
  head: {
    id: 'H',
    birthDate: isoDate('1980-05-01'),
    nationality: 'saudi',
    daysAbroad: 0,
    inCentre: false,
    student: false,
    dwellingProven: true,
  },
  dependants: [child('A'), child('B')],
  families: 1,
  breachAllMinors: false,
  incomes: [{ person: 'H', type: 'wage', monthly: halalas(200_000) }],
  assets: [],
};

const causes = (before: ExplainedSide | null, after: ExplainedSide | null) =>
  explainDifference(before, after).map(({ code, person, amount }) => [code, person, amount / 100]);

const changed = (change: Partial<CalculationInput>) =>
  causes(side(family), side({ ...family, ...change }));

describe('why one sum differs from another', () => {
  it.each<[string, Partial<CalculationInput>, unknown[]]>([
    [
      'a dependant was added',
      { dependants: [...family.dependants, child('C')] },
      [['dependant.added', 'C', 660]],
    ],
    ['a dependant left', { dependants: [child('A')] }, [['dependant.gone', 'B', -660]]],
    [
      'a dependant went abroad',
      { dependants: [child('A'), child('B', { daysAbroad: 120 })] },
      [['dependant.abroad', 'B', -660]],
    ],
    [
      'a dependant lives in a centre',
      { dependants: [child('A', { inCentre: true }), child('B')] },
      [['dependant.centre', 'A', -660]],
    ],
    ['an income ended', { incomes: [] }, [['income.ended', 'H', 1000]]],
    [
      'an income rose',
      { incomes: [{ person: 'H', type: 'wage', monthly: halalas(300_000) }] },
      [['income.changed', 'H', -500]],
    ],
    [
      'assets came',
      { assets: [{ person: 'H', type: 'liquid', value: halalas(1_200_000) }] },
      [['asset.began', 'H', -1000]],
    ],
    ['the income is divided', { families: 2 }, [['families', null, 500]]],
    ['a breach', { breachAllMinors: true }, [['breach.began', null, -660]]],
    [
      'too many cars, after a dependant was added',
      {
        dependants: [...family.dependants, child('C')],
        assets: [{ person: 'H', type: 'car', count: 4 }],
      },
      [
        ['dependant.added', 'C', 660],
        ['asset.began', 'H', -2300],
      ],
    ],
    [
      'the head was abroad too long, and an income began',
      {
        head: { ...family.head, daysAbroad: 100 },
        incomes: [...family.incomes, { person: 'A', type: 'rent', yearly: halalas(120_000) }],
      },
      [
        ['income.began', 'A', -100],
        ['head.abroad', 'H', -1540],
      ],
    ],
    ['nothing that moves it', { applicationDate: isoDate('2026-01-01') }, []],
  ])('%s', (_title, change, expected) => {
    expect(changed(change)).toEqual(expected);
  });

  it('the rates rose', () => {
    const before = side({ ...family, month: isoMonth('2023-10') });
    const after = side({ ...family, month: isoMonth('2023-11') });
    expect(causes(before, after)).toEqual([['rates', null, 440]]);
  });

  it('what barred the pension has ended: the rest keeps its weight', () => {
    const before = side({ ...family, assets: [{ person: 'H', type: 'car', count: 5 }] });
    const after = side({ ...family, dependants: [child('A')] });
    expect(causes(before, after)).toEqual([
      ['asset.ended', 'H', 1640],
      ['dependant.gone', 'B', -660],
    ]);
  });

  it('a dependant took the place of a head who died', () => {
    const adult = child('A', { birthDate: isoDate('1995-01-01') });
    const before = side({ ...family, dependants: [adult, child('B')], incomes: [] });
    const after = side({
      ...family,
      head: { ...family.head, id: 'A', birthDate: adult.birthDate },
      dependants: [child('B')],
      incomes: [],
    });
    expect(causes(before, after)).toEqual([['head.replaced', 'A', -660]]);
  });

  it('there was no household', () => {
    expect(causes(null, side(family))).toEqual([['began', null, 1640]]);
    expect(causes(side(family), null)).toEqual([['ended', null, -1640]]);
  });

  it('a sum made otherwise is said to be that', () => {
    const { calculation, ...rest } = side(family);
    const odd = { ...rest, calculation: { ...calculation, pension: halalas(1) } };
    expect(causes(side(family), odd)).toEqual([['other', null, -1639.99]]);
  });

  it('is said in words, with the name of whom it is about', () => {
    const after = side({ ...family, dependants: [...family.dependants, child('C')] });
    const said = (name: string | null) =>
      explainDifference(side(family), after, () => name).map(({ text }) => text);
    expect(said('ريم')).toEqual([{ ar: 'أُضيف تابع: ريم', en: 'A dependant was added: ريم' }]);
    expect(said(null)).toEqual([
      { ar: 'أُضيف تابع: ابن أو ابنة', en: 'A dependant was added: child' },
    ]);
    const cars = side({ ...family, assets: [{ person: 'H', type: 'car', count: 4 }] });
    expect(explainDifference(side(family), cars).map(({ text }) => text.ar)).toEqual([
      'أُضيف إلى الثروة: سيارات (العائل) 4، فامتنع المعاش: عدد السيارات يتخطى الحد',
    ]);
  });

  it('always adds up to the difference, cause by cause', () => {
    fc.assert(
      fc.property(households, households, anyRules, anyRules, (one, two, oneRules, twoRules) => {
        const before = side(one, oneRules);
        const after = side(two, twoRules);
        const found = explainDifference(before, after);
        expect(found.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          after.calculation.pension - before.calculation.pension,
        );
        expect(found.map(({ code }) => code)).not.toContain('other');
        for (const { amount, text } of found) {
          expect(amount).not.toBe(0);
          expect(`${text.ar} ${text.en}`).not.toMatch(/undefined|NaN|null/);
        }
        expect(explainDifference(before, before)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
