import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITED_SETTINGS, paidFromOf, PAID_FROM, readSetting } from './setting-values.ts';

const payDate = { dayOfMonth: 1, moves: [{ weekday: 5, days: -1 }], onHoliday: 'next' };

describe('what a setting may hold', () => {
  it.each([
    ['payDate', { ...payDate, dayOfMonth: 0 }, 'SETTING_NUMBER'],
    ['payDate', { ...payDate, dayOfMonth: 32 }, 'SETTING_NUMBER'],
    ['payDate', { ...payDate, moves: [{ weekday: 7, days: 1 }] }, 'SETTING_NUMBER'],
    [
      'payDate',
      { ...payDate, moves: [...payDate.moves, { weekday: 5, days: 2 }] },
      'SETTING_MOVED_TWICE',
    ],
    ['payDate', { ...payDate, onHoliday: 'never' }, 'SETTING_CHOICE'],
    ['payDate', null, 'SETTING_SHAPE'],
    ['holidays', ['2026-02-30'], 'SETTING_HOLIDAY'],
    ['holidays', 'eid', 'SETTING_SHAPE'],
    ['weekend', [], 'SETTING_WEEKEND'],
    ['weekend', [1, 2, 3, 4], 'SETTING_WEEKEND'],
    ['accountEditDays', { from: 9, to: 8 }, 'SETTING_EDIT_DAYS_ORDER'],
    ['accountEditDays', { from: 1, to: 32 }, 'SETTING_NUMBER'],
    ['paidStatuses', ['sent'], 'SETTING_PAID_STATUSES'],
    ['paidStatuses', ['settled'], 'SETTING_PAID_STATUSES'],
    ['paidStatuses', [], 'SETTING_PAID_STATUSES'],
    ['complaintDeadline', { days: 0, count: 'working' }, 'SETTING_NUMBER'],
    ['complaintDeadline', { days: 15, count: 'banking' }, 'SETTING_CHOICE'],
    ['complaintWindow', { opensOnDay: 10, days: 1.5, countedFrom: 'later' }, 'SETTING_NUMBER'],
    ['idleLockMinutes', Number.NaN, 'SETTING_NUMBER'],
    ['idleLockMinutes', '5', 'SETTING_NUMBER'],
    ['maxFailedSignIns', 1, 'SETTING_NUMBER'],
    ['branchName', ' ', 'SETTING_WORDS'],
    ['branchName', 'فرع\nآخر', 'SETTING_WORDS'],
    ['letterhead', { branch: 'فرع' }, 'SETTING_SHAPE'],
    ['digits', 'roman', 'SETTING_CHOICE'],
    ['pensionRates', { head: 132_000 }, 'SETTING_NUMBER'],
    ['pensionRates', { head: 132_000.5, dependant: 66_000 }, 'SETTING_NUMBER'],
    ['earnedIncomePercent', 101, 'SETTING_NUMBER'],
    ['retirementPensionEarned', 'yes', 'SETTING_SHAPE'],
    ['spreadMonths', { liquid: 0, governmentSupport: 12 }, 'SETTING_NUMBER'],
    ['pensionRounding', 'up', 'SETTING_CHOICE'],
    ['retroactiveLimitMonths', -1, 'SETTING_NUMBER'],
  ] as const)('%s as %j is refused with %s', (key, value, code) => {
    expect(readSetting(key, value)).toMatchObject({ ok: false, error: { code } });
  });

  it('is kept in order, once, and without what it does not know', () => {
    expect(readSetting('holidays', ['2026-12-02', '2026-12-01', '2026-12-02'])).toEqual({
      ok: true,
      value: ['2026-12-01', '2026-12-02'],
    });
    expect(readSetting('weekend', [6, 5, 6])).toEqual({ ok: true, value: [5, 6] });
    const moves = [
      { weekday: 6, days: 1 },
      { weekday: 4, days: 0 },
      { weekday: 5, days: -1 },
    ];
    expect(readSetting('payDate', { ...payDate, moves, more: 1 })).toEqual({
      ok: true,
      value: { ...payDate, moves: [moves[2], moves[0]] },
    });
    expect(readSetting('branchName', '  فرع شمال الرياض ')).toEqual({
      ok: true,
      value: 'فرع شمال الرياض',
    });
  });

  it.each(['credited', 'settled', 'bankAccepted'] as const)(
    'arrived from %s on is written as its statuses, in any order',
    (from) => {
      expect(paidFromOf(PAID_FROM[from])).toBe(from);
      expect(readSetting('paidStatuses', PAID_FROM[from].toReversed())).toEqual({
        ok: true,
        value: PAID_FROM[from],
      });
    },
  );

  it('anything at all is read or refused, and read again as itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EDITED_SETTINGS), fc.anything(), (key, value) => {
        const read = readSetting(key, value);
        expect(readSetting(key, read.ok ? read.value : value)).toEqual(read);
      }),
    );
  });
});
