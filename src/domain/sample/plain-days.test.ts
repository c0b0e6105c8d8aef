import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import { daysAfter } from './plain-days.ts';

it('counts days as the calendar does, leap years included', () => {
  const days = fc.integer({ min: -40_000, max: 40_000 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), days, (start, count) => {
      const date = addDays(isoDate('1960-01-01'), start);
      expect(daysAfter(date, count)).toBe(addDays(date, count));
    }),
  );
});
