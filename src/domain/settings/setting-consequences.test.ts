import { describe, expect, it } from 'vitest';
import { movedPayDates, type PlannedCycle } from '../payments/moved-pay-dates.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { consequencesOf } from './setting-consequences.ts';
import type { DatedSetting, SettingKey, SettingValues } from './settings.ts';

const today = isoDate('2026-11-10');

function row<Key extends SettingKey>(
  key: Key,
  value: SettingValues[Key],
  from: string,
): DatedSetting {
  return { no: 1, key, value, validFrom: isoDate(from) };
}

const cycle = (month: string, payDate: string, part: Partial<PlannedCycle> = {}): PlannedCycle => ({
  id: month,
  month: isoMonth(month),
  payDate: isoDate(payDate),
  status: 'open',
  sentRuns: 0,
  ...part,
});

function consequences<Key extends SettingKey>(
  key: Key,
  value: SettingValues[Key],
  from: string,
  cycles: readonly PlannedCycle[] = [],
) {
  return consequencesOf({
    key,
    from: isoDate(from),
    today,
    before: [],
    after: [row(key, value, from)],
    cycles,
  });
}

describe('what a change would do', () => {
  it('a holiday on the pay date brings the payment forward, and no other month', () => {
    const found = consequences('holidays', ['2026-12-01'], '2026-12-01');
    const moved = found.filter(({ before, after }) => before.from !== after.from);
    expect(found.filter(({ kind }) => kind === 'payDate')).toHaveLength(12);
    expect(moved).toMatchObject([
      { month: '2026-12', before: { from: '2026-12-01' }, after: { from: '2026-11-30' } },
    ]);
  });

  it('a pay date that went to the banks stands', () => {
    const sent = cycle('2026-12', '2026-12-01', { sentRuns: 1 });
    const [, december] = consequences('holidays', ['2026-12-01'], '2026-12-01', [sent]);
    expect(december).toMatchObject({ stands: true, after: { from: '2026-12-01' } });
  });

  it('the next complaint windows are shown from the month of the change', () => {
    const [first] = consequences(
      'complaintWindow',
      { opensOnDay: 5, days: 20, countedFrom: 'opening' },
      '2026-12-01',
    );
    expect(first).toMatchObject({
      month: '2026-12',
      before: { from: '2026-12-10', to: '2027-01-09' },
      after: { from: '2026-12-05', to: '2026-12-25' },
    });
  });

  it('the next days of editing accounts are shown', () => {
    const found = consequences('accountEditDays', { from: 3, to: 31 }, '2026-11-20');
    expect(found[0]).toMatchObject({
      month: '2026-11',
      before: { from: '2026-11-01', to: '2026-11-08' },
      after: { from: '2026-11-03', to: '2026-11-30' },
    });
  });

  it('a deadline is shown for a case of the first day', () => {
    expect(
      consequences('complaintDeadline', { days: 10, count: 'calendar' }, '2026-11-15'),
    ).toMatchObject([{ countedFrom: '2026-11-15', after: { from: '2026-11-25' } }]);
  });

  it('what has no date shows none', () => {
    expect(consequences('digits', 'arabicIndic', '2026-11-15')).toEqual([]);
  });
});

describe('planned pay dates', () => {
  const rows = [row('holidays', ['2026-12-01', '2026-11-12'], '2026-01-01')];

  it('move with the settings as long as nothing was sent', () => {
    expect(movedPayDates([cycle('2026-12', '2026-12-01')], today, rows)).toEqual([
      { cycleId: '2026-12', month: '2026-12', before: '2026-12-01', after: '2026-11-30' },
    ]);
  });

  it.each([
    ['was sent', { sentRuns: 1 }],
    ['is closed', { status: 'closed' }],
    ['has been paid', { payDate: today }],
  ] as const)('stay where the cycle %s', (_why, part) => {
    expect(movedPayDates([cycle('2026-12', '2026-12-01', part)], today, rows)).toEqual([]);
  });

  it('never move to a day that has passed', () => {
    const setting = row('payDate', { dayOfMonth: 9, moves: [] }, '2026-11-01');
    expect(movedPayDates([cycle('2026-11', '2026-11-25')], today, [setting])).toEqual([]);
  });
});
