import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import { endOfPeriod, type WorkCalendar } from '../shared/working-days.ts';
import { deadlineOf, resumedDeadline } from './case-deadline.ts';
import { daysUsed } from './day-count.ts';

const calendar: WorkCalendar = { weekend: [5, 6], holidays: new Set(['2026-11-23']) };
const deadlineOn = isoDate('2026-11-20');
const running = { deadlineOn, pausedOn: null, decidedOn: null };

describe('a deadline', () => {
  it.each([
    ['in three days', running, '2026-11-17', 'within', 3],
    ['today', running, '2026-11-20', 'today', 0],
    ['missed by two days', running, '2026-11-22', 'overdue', -2],
    [
      'standing still since five days before it',
      { ...running, pausedOn: isoDate('2026-11-15') },
      '2026-12-30',
      'paused',
      5,
    ],
    ['met', { ...running, decidedOn: isoDate('2026-11-20') }, '2026-12-30', 'met', 0],
    [
      'decided too late',
      { ...running, decidedOn: isoDate('2026-11-21') },
      '2026-12-30',
      'overdue',
      -1,
    ],
  ] as const)('%s', (_name, dates, today, state, days) => {
    expect(deadlineOf(dates, isoDate(today))).toEqual({ on: deadlineOn, state, days });
  });

  it('is none where none was set', () => {
    expect(deadlineOf({ ...running, deadlineOn: null }, deadlineOn)).toBe(null);
  });
});

describe('a deadline that stood still', () => {
  const day = fc.integer({ min: 0, max: 60 });
  const count = fc.constantFrom('calendar', 'working');

  it('leaves as many days as there were', () => {
    fc.assert(
      fc.property(day, day, day, count, (start, left, pause, unit) => {
        const from = addDays(isoDate('2026-11-01'), start);
        const deadline = endOfPeriod(from, left + 1, unit, calendar);
        const to = addDays(from, pause);
        const resumed = resumedDeadline(deadline, { from, to }, unit, calendar);
        expect(daysUsed(to, resumed, unit, calendar)).toBe(left + 1);
        expect(resumed >= deadline).toBe(true);
      }),
    );
  });

  it('is the same when nothing passed', () => {
    const pause = { from: isoDate('2026-11-16'), to: isoDate('2026-11-16') };
    expect(resumedDeadline(isoDate('2026-11-19'), pause, 'working', calendar)).toBe('2026-11-19');
  });

  it('stays as overdue as it was', () => {
    const pause = { from: isoDate('2026-11-16'), to: isoDate('2026-11-26') };
    expect(resumedDeadline(isoDate('2026-11-10'), pause, 'working', calendar)).toBe('2026-11-20');
  });
});

describe('days of a period', () => {
  it('counted as working days leave out weekends and holidays', () => {
    const [from, to] = [isoDate('2026-11-19'), isoDate('2026-11-24')];
    expect(daysUsed(from, to, 'calendar', calendar)).toBe(5);
    expect(daysUsed(from, to, 'working', calendar)).toBe(2);
    expect(daysUsed(to, from, 'working', calendar)).toBe(0);
  });

  it('end on the day on which they are all used', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('calendar', 'working'),
        (days, unit) => {
          const from = isoDate('2026-10-29');
          const end = endOfPeriod(from, days, unit, calendar);
          expect(daysUsed(from, end, unit, calendar)).toBe(days);
          expect(daysUsed(from, addDays(end, -1), unit, calendar)).toBe(days - 1);
        },
      ),
    );
  });
});
