import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isoMonth, weekday } from '../shared/iso-date.ts';
import { isWorkingDay } from '../shared/working-days.ts';
import { DEFAULT_PAY_DATE, payDateOf } from './pay-date.ts';

const WEEKEND = [5, 6];
const NO_HOLIDAYS = { weekend: WEEKEND, holidays: new Set<string>() };
const pay = (month: string) => payDateOf(isoMonth(month), DEFAULT_PAY_DATE, NO_HOLIDAYS);

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
        const date = payDateOf(month, DEFAULT_PAY_DATE, NO_HOLIDAYS);
        expect([5, 6]).not.toContain(weekday(date));
        expect(
          Math.abs(daysBetween(payDateOf(month, { dayOfMonth: 1, moves: [] }, NO_HOLIDAYS), date)),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('on the 31st is the last day of a short month', () => {
    expect(payDateOf(isoMonth('2026-02'), { dayOfMonth: 31, moves: [] }, NO_HOLIDAYS)).toBe(
      '2026-02-28',
    );
  });
});

describe('a pay date on a holiday', () => {
  it.each([
    // New year's Friday is paid on Thursday 31 December; were that off, on the Wednesday, or on the next Sunday.
    ['2027-01', ['2026-12-31'], 'previous', '2026-12-30'],
    ['2027-01', ['2026-12-31'], 'next', '2027-01-03'],
    ['2027-01', ['2027-01-01'], 'previous', '2026-12-31'],
    ['2027-05', ['2027-05-02'], 'previous', '2027-04-29'],
    ['2027-05', ['2027-05-02'], 'next', '2027-05-03'],
    ['2027-05', ['2027-05-02', '2027-05-03'], 'next', '2027-05-04'],
    ['2027-10', ['2027-09-30'], 'previous', '2027-09-29'],
    ['2027-10', ['2027-09-30'], 'next', '2027-10-03'],
    ['2023-04', ['2023-04-02'], 'previous', '2023-03-30'],
    ['2023-04', ['2023-04-02'], 'next', '2023-04-03'],
    ['2026-11', ['2026-11-01'], 'previous', '2026-10-29'],
    ['2026-11', ['2026-11-02'], 'previous', '2026-11-01'],
  ] as const)('%s with %j off, to the %s working day: %s', (month, off, onHoliday, date) => {
    const calendar = { weekend: WEEKEND, holidays: new Set<string>(off) };
    expect(payDateOf(isoMonth(month), { ...DEFAULT_PAY_DATE, onHoliday }, calendar)).toBe(date);
  });

  it('is always a working day, on the side that the setting says', () => {
    const days = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 15 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        days,
        fc.constantFrom('previous' as const, 'next' as const),
        (months, offDays, onHoliday) => {
          const month = addMonths(isoMonth('2026-11'), months);
          const without = payDateOf(month, DEFAULT_PAY_DATE, NO_HOLIDAYS);
          const holidays = new Set<string>(offDays.map((day) => addDays(without, day)));
          const calendar = { weekend: WEEKEND, holidays };
          const date = payDateOf(month, { ...DEFAULT_PAY_DATE, onHoliday }, calendar);
          expect(isWorkingDay(date, calendar)).toBe(true);
          const moved = daysBetween(without, date);
          expect(Math.sign(moved)).toBe(
            holidays.has(without) ? (onHoliday === 'next' ? 1 : -1) : 0,
          );
        },
      ),
    );
  });
});
