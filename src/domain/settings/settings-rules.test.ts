import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfMonth, isoDate, isoMonth } from '../shared/iso-date.ts';
import { EDITED_SETTINGS, readSetting } from './setting-values.ts';
import {
  checkChange,
  checkDecision,
  checkNothingWaits,
  checkWithdrawal,
  earliestChange,
  firstMonthWith,
  SETTING_RULES,
  type MadeChange,
} from './settings-rules.ts';
import { DEFAULT_SETTINGS, settingsOn, type DatedSetting } from './settings.ts';

const today = isoDate('2026-11-10');
const calendar = { today, newestClosed: isoMonth('2026-10') };

const change = (part: Partial<MadeChange> = {}): MadeChange & { key: 'payDate' } => ({
  no: 7,
  value: DEFAULT_SETTINGS.payDate,
  validFrom: isoDate('2026-12-01'),
  status: 'waiting',
  recordedById: 'admin',
  ...part,
  key: 'payDate',
});

describe('from when a setting may be changed', () => {
  it('a closed month keeps the rules it was closed with', () => {
    const asked = { key: 'holidays', value: ['2026-12-01'] } as const;
    expect(checkChange({ ...asked, from: isoDate('2026-10-01') }, calendar, [])).toEqual({
      ok: false,
      error: {
        code: 'SETTING_MONTH_CLOSED',
        details: { month: '2026-10', earliest: '2026-10-02' },
      },
    });
    expect(checkChange({ ...asked, from: isoDate('2026-10-02') }, calendar, []).ok).toBe(true);
  });

  it('what is used on the day itself is not changed for days that have passed', () => {
    const asked = { key: 'lockMinutes', value: 60 } as const;
    expect(checkChange({ ...asked, from: isoDate('2026-11-09') }, calendar, [])).toMatchObject({
      error: { code: 'SETTING_TOO_EARLY', details: { earliest: '2026-11-10' } },
    });
    expect(checkChange({ ...asked, from: today }, calendar, []).ok).toBe(true);
  });

  it('a date far away is a slip of the pen', () => {
    const from = isoDate('2062-12-01');
    expect(checkChange({ key: 'lockMinutes', value: 60, from }, calendar, [])).toMatchObject({
      error: { code: 'SETTING_TOO_LATE' },
    });
  });

  it('where no month is closed, every month can be put right', () => {
    expect(earliestChange('payDate', { today, newestClosed: null })).toBe('2020-01-01');
  });

  it.each(['payer', 'agencyAccounts', 'watchedFolder', 'firstCycleMonth', 'nothing', 'toString'])(
    '%s is not changed here',
    (key) => {
      expect(checkChange({ key, value: null, from: today }, calendar, [])).toMatchObject({
        error: { code: 'SETTING_NOT_CHANGED_HERE' },
      });
    },
  );

  it('every setting that is changed here has its reader, and only those', () => {
    const here = Object.entries(SETTING_RULES).flatMap(([key, { changed }]) =>
      changed === 'settings' ? [key] : [],
    );
    expect(here.toSorted()).toEqual([...EDITED_SETTINGS].toSorted());
    for (const key of EDITED_SETTINGS) {
      const value = key === 'branchName' ? 'فرع الشمال' : DEFAULT_SETTINGS[key];
      expect(readSetting(key, value).ok).toBe(true);
    }
  });

  it('a value that holds already is no change', () => {
    const value = { onHoliday: 'previous', ...DEFAULT_SETTINGS.payDate };
    expect(checkChange({ key: 'payDate', value, from: today }, calendar, [])).toMatchObject({
      error: { code: 'SETTING_UNCHANGED' },
    });
  });

  it('a month is computed with what holds on its first day', () => {
    expect(firstMonthWith(isoDate('2026-12-01'))).toBe('2026-12');
    expect(firstMonthWith(isoDate('2026-12-02'))).toBe('2027-01');
  });

  it('no change that is let through touches a closed month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: -1500, max: 1500 }),
        fc.integer({ min: 1, max: 31 }),
        fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 6 }),
        (closedAgo, offset, day, earlier) => {
          const newestClosed = addMonths(isoMonth('2026-10'), -closedAgo);
          const from = addDays(today, offset);
          const rows = earlier.map((days, at): DatedSetting => ({
            no: at + 1,
            key: 'payDate',
            validFrom: addDays(today, days),
            value: { ...DEFAULT_SETTINGS.payDate, dayOfMonth: at + 1 },
          }));
          const value = { ...DEFAULT_SETTINGS.payDate, dayOfMonth: day };
          const checked = checkChange(
            { key: 'payDate', value, from },
            { today, newestClosed },
            rows,
          );
          if (!checked.ok) return;
          const after = [...rows, { no: 99, key: 'payDate', validFrom: from, value }];
          for (let back = 0; back < 30; back += 1) {
            const first = dayOfMonth(addMonths(newestClosed, -back), 1);
            expect(settingsOn(first, after).payDate).toEqual(settingsOn(first, rows).payDate);
          }
        },
      ),
    );
  });
});

describe('a change that waits or comes', () => {
  it('is withdrawn as long as it does not hold', () => {
    expect(checkWithdrawal(change(), today).ok).toBe(true);
    expect(checkWithdrawal(change({ status: 'recorded' }), today).ok).toBe(true);
    expect(checkWithdrawal(change({ status: 'recorded', validFrom: today }), today)).toMatchObject({
      error: { code: 'SETTING_IN_FORCE', details: { since: today } },
    });
    expect(checkWithdrawal(change({ status: 'sentBack' }), today)).toMatchObject({
      error: { code: 'SETTING_DECIDED' },
    });
  });

  it('is approved by another person, once, and not for a month closed meanwhile', () => {
    expect(checkDecision(change(), 'mona', true, calendar).ok).toBe(true);
    expect(checkDecision(change(), 'admin', true, calendar)).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    expect(checkDecision(change({ status: 'recorded' }), 'mona', true, calendar)).toMatchObject({
      error: { code: 'SETTING_DECIDED' },
    });
    const closed = { today, newestClosed: isoMonth('2026-12') };
    expect(checkDecision(change(), 'mona', true, closed)).toMatchObject({
      error: { code: 'SETTING_MONTH_CLOSED' },
    });
    expect(checkDecision(change(), 'mona', false, closed).ok).toBe(true);
  });

  it('keeps a second change of the same setting away', () => {
    expect(checkNothingWaits('payDate', [change()])).toMatchObject({
      error: { code: 'SETTING_WAITS', details: { from: '2026-12-01' } },
    });
    expect(checkNothingWaits('holidays', [change()]).ok).toBe(true);
    expect(checkNothingWaits('payDate', [change({ status: 'withdrawn' })]).ok).toBe(true);
  });

  it('two persons stand behind whatever moves a pay date, says that money has arrived or makes a pension', () => {
    const two = Object.entries(SETTING_RULES).flatMap(([key, { persons, area }]) =>
      persons === 2 && area !== 'entitlement' ? [key] : [],
    );
    for (const { area, persons } of Object.values(SETTING_RULES))
      if (area === 'entitlement') expect(persons).toBe(2);
    expect(two).toEqual(['payDate', 'holidays', 'weekend', 'paidStatuses', 'accountEditDays']);
  });
});
