import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfMonth,
  daysBetween,
  isIsoDate,
  isoDate,
  isoMonth,
  riyadhDate,
} from './iso-date.ts';
import type { IsoInstant } from './iso-date.ts';
import { endOfPeriod, isWorkingDay } from './working-days.ts';

const weekend = { weekend: [5, 6], holidays: new Set<string>() };
const anyDate = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2070-01-01'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it('refuses a day that does not exist', () => {
    expect(isIsoDate('2026-02-30')).toBe(false);
    expect(isIsoDate('2028-02-29')).toBe(true);
  });

  it('belongs to the day in Riyadh, three hours ahead of UTC', () => {
    expect(riyadhDate('2026-10-31T21:30:00.000Z' as IsoInstant)).toBe('2026-11-01');
  });

  it('a day of a short month is its last day', () => {
    expect(dayOfMonth(isoMonth('2026-02'), 31)).toBe('2026-02-28');
  });

  it('days added are days counted', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('a period in working days', () => {
  it('skips Friday, Saturday and holidays', () => {
    const calendar = { weekend: [5, 6], holidays: new Set(['2026-11-08']) };
    expect(endOfPeriod(isoDate('2026-11-05'), 1, 'working', calendar)).toBe('2026-11-09');
  });

  it('always ends on a working day, never before the calendar period', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const end = endOfPeriod(date, days, 'working', weekend);
        expect(isWorkingDay(end, weekend)).toBe(true);
        expect(end >= endOfPeriod(date, days, 'calendar', weekend)).toBe(true);
      }),
    );
  });
});
