import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import { daysAway, isPermanentOn, yearBefore } from './stay-days.ts';

const span = (from: string, to: string | null) => ({
  validFrom: isoDate(from),
  validTo: to === null ? null : isoDate(to),
});

describe('days away in a year', () => {
  const from = isoDate('2025-06-01');
  const to = isoDate('2026-06-01');

  it.each([
    ['none', [], 0],
    ['those of one stay', [span('2026-01-01', '2026-02-01')], 31],
    ['not those outside', [span('2025-01-01', '2025-06-11'), span('2026-05-31', null)], 11],
    [
      'a day in two stays once',
      [span('2026-01-01', '2026-02-01'), span('2026-01-15', '2026-02-05')],
      35,
    ],
  ])('are %s', (_what, stays, days) => {
    expect(daysAway(stays, from, to)).toBe(days);
  });

  it('are as many as somebody finds who counts them one by one', () => {
    const stay = fc
      .tuple(
        fc.integer({ min: -100, max: 460 }),
        fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
      )
      .map(([begin, length]) => ({
        validFrom: addDays(from, begin),
        validTo: length === null ? null : addDays(from, begin + length),
      }));
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 5 }), (stays) => {
        let days = 0;
        for (let day = from; day < to; day = addDays(day, 1)) {
          if (
            stays.some(
              ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
            )
          )
            days += 1;
        }
        expect(daysAway(stays, from, to)).toBe(days);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a stay in a centre', () => {
  it.each([
    ['of more than two months by that day', span('2026-01-01', null), '2026-03-02', true],
    ['of two months by that day', span('2026-01-01', null), '2026-03-01', false],
    ['that is known to last longer', span('2026-01-01', '2026-03-02'), '2026-01-02', true],
    ['that is known to end before', span('2026-01-01', '2026-03-01'), '2026-02-28', false],
    ['that is over', span('2025-01-01', '2026-01-01'), '2026-01-01', false],
    ['that has not begun', span('2026-02-01', null), '2026-01-01', false],
    [
      'from the last of December, with February shorter',
      span('2025-12-31', null),
      '2026-03-01',
      true,
    ],
  ])('%s', (_what, stay, day, isPermanent) => {
    expect(isPermanentOn(stay, isoDate(day))).toBe(isPermanent);
  });
});

it('a year before the 29 of February is the 28th', () => {
  expect(yearBefore(isoDate('2024-02-29'))).toBe('2023-02-28');
  expect(yearBefore(isoDate('2026-03-12'))).toBe('2025-03-12');
});
