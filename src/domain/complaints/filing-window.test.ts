import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintWindowSetting } from '../settings/settings.ts';
import { addDays, addMonths, dayOfMonth, isoDate, isoMonth } from '../shared/iso-date.ts';
import { filingWindow, windowState } from './filing-window.ts';

const setting = (
  countedFrom: ComplaintWindowSetting['countedFrom'],
  days = 30,
): ComplaintWindowSetting => ({ opensOnDay: 10, days, countedFrom });

describe('the window of a month', () => {
  it.each([
    ['March, 30 days after the pay date', '2026-03', '2026-03-01', 'payDate', '2026-03-31'],
    ['March, 30 days after the 10th', '2026-03', '2026-03-01', 'opening', '2026-04-09'],
    ['March, the later of both', '2026-03', '2026-03-01', 'later', '2026-04-09'],
    ['a month paid on the 20th, the later of both', '2026-03', '2026-03-20', 'later', '2026-04-19'],
    ['January 2027, paid in December', '2027-01', '2026-12-31', 'payDate', '2027-01-30'],
    [
      'a month paid long before it, never closed before it opens',
      '2026-03',
      '2026-01-15',
      'payDate',
      '2026-03-10',
    ],
  ] as const)('%s', (_name, month, payDate, countedFrom, closesOn) => {
    const window = filingWindow(isoMonth(month), isoDate(payDate), setting(countedFrom));
    expect(window).toEqual({ opensOn: `${month}-10`, closesOn });
  });

  it.each([
    ['the day before it opens', '2026-03-09', 'notYetOpen'],
    ['the day it opens', '2026-03-10', 'open'],
    ['its last day', '2026-04-09', 'open'],
    ['the day after', '2026-04-10', 'closed'],
  ] as const)('on %s', (_name, today, state) => {
    const window = filingWindow(isoMonth('2026-03'), isoDate('2026-03-01'), setting('later'));
    expect(windowState(window, isoDate(today))).toBe(state);
  });

  const month = fc.integer({ min: 0, max: 600 }).map((n) => addMonths(isoMonth('2020-01'), n));
  const cases = fc.record({
    month,
    paid: fc.integer({ min: -40, max: 40 }),
    opensOnDay: fc.integer({ min: 1, max: 31 }),
    days: fc.integer({ min: 0, max: 120 }),
  });

  it('never closes before it opens, and opens in its own month', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('payDate', 'opening', 'later'), (one, countedFrom) => {
        const payDate = addDays(dayOfMonth(one.month, 1), one.paid);
        const window = filingWindow(one.month, payDate, { ...one, countedFrom });
        expect(window.opensOn <= window.closesOn).toBe(true);
        expect(window.opensOn.slice(0, 7)).toBe(one.month);
        expect(windowState(window, window.opensOn)).toBe('open');
        expect(windowState(window, window.closesOn)).toBe('open');
        expect(windowState(window, addDays(window.closesOn, 1))).toBe('closed');
      }),
    );
  });

  it('counted from the later cuts no right that either reading gives', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const payDate = addDays(dayOfMonth(one.month, 1), one.paid);
        const close = (countedFrom: ComplaintWindowSetting['countedFrom']) =>
          filingWindow(one.month, payDate, { ...one, countedFrom }).closesOn;
        const ends = [close('payDate'), close('opening')].sort();
        expect(close('later')).toBe(ends[1]);
      }),
    );
  });
});
