import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, isoMonth, weekday } from '../shared/iso-date.ts';
import { DEFAULT_PAY_DATE, payDateOf } from './pay-date.ts';

const pay = (month: string) => payDateOf(isoMonth(month), DEFAULT_PAY_DATE);

describe('the pay date of a month', () => {
  it.each([
    ['2026-11', '2026-11-01', 'a Sunday stays'],
    ['2023-04', '2023-04-02', 'Saturday becomes Sunday'],
    ['2027-01', '2026-12-31', 'Friday becomes Thursday, here of the old year'],
    ['2027-05', '2027-05-02', 'Saturday becomes Sunday'],
    ['2027-10', '2027-09-30', 'Friday becomes Thursday'],
  ])('%s is paid on %s: %s', (month, date) => {
    expect(pay(month)).toBe(date);
  });

  it('is always a banking day, at most one day from the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (months) => {
        const month = addMonths(isoMonth('2026-11'), months);
        const date = payDateOf(month, DEFAULT_PAY_DATE);
        expect([5, 6]).not.toContain(weekday(date));
        expect(
          Math.abs(daysBetween(payDateOf(month, { dayOfMonth: 1, moves: [] }), date)),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('on the 31st is the last day of a short month', () => {
    expect(payDateOf(isoMonth('2026-02'), { dayOfMonth: 31, moves: [] })).toBe('2026-02-28');
  });
});
