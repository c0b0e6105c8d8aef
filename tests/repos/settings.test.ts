import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import type { SettingDto } from '../../src/contract/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/settings.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value } from './branch.ts';

let branch: TestBranch;
let admin: Client;
let supervisor: Client;

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-10');
  admin = await branch.as('admin');
  supervisor = await branch.as('khalid');
});
afterEach(() => branch.end());

const DECEMBER = isoDate('2026-12-01');
const reason = 'تعميم الوزارة';

async function setting(api: Client, key: string): Promise<SettingDto> {
  const { settings } = value(await api.settings.list({}));
  const found = settings.find((one) => one.key === key);
  if (!found) throw new Error(`No setting ${key}`);
  return found;
}

async function payDateOf(month: string): Promise<string | undefined> {
  const cycles = value(await supervisor.payments.cycles({}));
  return cycles.find((cycle) => cycle.month === month)?.payDate;
}

const holidays = { key: 'holidays', value: ['2026-12-01'], from: isoDate('2026-11-10'), reason };

describe('a change of settings', () => {
  it('holds from its date on, and says who recorded it and why', async () => {
    const asked = { key: 'lockMinutes', value: 45, from: isoDate('2026-11-20'), reason };
    expect(value(await admin.settings.change(asked))).toMatchObject({ waits: false, moved: [] });
    expect(await setting(admin, 'lockMinutes')).toMatchObject({
      value: 30,
      validFrom: '2020-01-01',
      records: [{ value: 45, state: 'coming', recordedBy: 'مدير النظام', reason }],
    });
    branch.on('2026-11-20');
    expect(await setting(admin, 'lockMinutes')).toMatchObject({
      value: 45,
      records: [{ state: 'inForce' }],
    });
  });

  it('never writes over what was recorded', async () => {
    const asked = { key: 'lockMinutes', from: isoDate('2026-11-10'), reason };
    for (const minutes of [45, 60, 20]) {
      value(await admin.settings.change({ ...asked, value: minutes }));
    }
    const { records } = await setting(admin, 'lockMinutes');
    expect(records.map(({ value: minutes, state }) => [minutes, state])).toEqual([
      [20, 'inForce'],
      [60, 'replaced'],
      [45, 'replaced'],
    ]);
    await expect(
      branch.backend.database.transact(async (tx) => {
        await tx.db.updateTable('setting').set({ value: '1' }).execute();
        return { ok: true, value: null };
      }),
    ).rejects.toThrow(/append-only/);
  });

  it('that is refused changes nothing', async () => {
    const before = value(await admin.settings.list({}));
    const asked = { key: 'lockMinutes', value: 0, from: isoDate('2026-11-20'), reason };
    expect(await admin.settings.change(asked)).toMatchObject({
      error: { code: 'SETTING_NUMBER', details: { min: 1, max: 1440 } },
    });
    expect(await admin.settings.change({ ...asked, key: 'payer' })).toMatchObject({
      error: { code: 'SETTING_NOT_CHANGED_HERE' },
    });
    expect(value(await admin.settings.list({}))).toEqual(before);
  });

  it('is taken back as long as it does not hold', async () => {
    const asked = { key: 'lockMinutes', value: 45, from: isoDate('2026-11-20'), reason };
    const { no } = value(await admin.settings.change(asked));
    branch.on('2026-11-19');
    value(await admin.settings.withdraw({ no, reason: 'أُلغي التعميم' }));
    expect(await admin.settings.withdraw({ no, reason })).toMatchObject({
      error: { code: 'SETTING_DECIDED' },
    });
    branch.on('2026-11-20');
    expect(await setting(admin, 'lockMinutes')).toMatchObject({
      value: 30,
      records: [{ state: 'withdrawn', decidedBy: 'مدير النظام', decisionReason: 'أُلغي التعميم' }],
    });
    const second = value(await admin.settings.change(asked));
    expect(await admin.settings.withdraw({ no: second.no, reason })).toMatchObject({
      error: { code: 'SETTING_IN_FORCE' },
    });
  });

  it('leaves a line on the audit trail', async () => {
    const { no } = value(await admin.settings.change(holidays));
    value(await supervisor.settings.decide({ no, approve: true }));
    const rows = await branch.backend.database.reader.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject_type', '=', 'setting')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ action }) => action)).toEqual(['settings.proposed', 'settings.approved']);
    expect(rows.every(({ details }) => details.includes('holidays'))).toBe(true);
  });

  it('is nothing for officers, and only read by auditors', async () => {
    const officer = await branch.as('sara');
    const auditor = await branch.as('huda');
    const refused = { error: { code: 'NOT_PERMITTED' } };
    expect(await officer.settings.list({})).toMatchObject(refused);
    expect(await officer.settings.change(holidays)).toMatchObject(refused);
    expect(await auditor.settings.change(holidays)).toMatchObject(refused);
    expect(await supervisor.settings.change(holidays)).toMatchObject(refused);
    expect(await setting(auditor, 'holidays')).toMatchObject({ records: [] });
  });

  it('shows accounts masked', async () => {
    await branch.setting('agencyAccounts', ['SA0380000000608010167519']);
    expect(await setting(admin, 'agencyAccounts')).toMatchObject({
      changed: 'elsewhere',
      value: ['SA******7519'],
      records: [{ value: ['SA******7519'] }],
    });
  });
});

describe('what moves money', () => {
  it('counts once a second person has approved it, and then moves the planned pay date', async () => {
    await branch.cycle(60, '2026-12', '2026-12-01');
    const preview = value(await supervisor.settings.preview(holidays));
    expect(preview.firstMonth).toBe('2026-12');
    expect(preview.consequences[1]).toMatchObject({
      month: '2026-12',
      before: { from: '2026-12-01' },
      after: { from: '2026-11-30' },
    });
    const { no, waits } = value(await admin.settings.change(holidays));
    expect(waits).toBe(true);
    expect(await payDateOf('2026-12')).toBe('2026-12-01');
    expect(await setting(admin, 'holidays')).toMatchObject({
      value: [],
      records: [{ state: 'waiting', blocked: 'NOT_PERMITTED' }],
    });
    expect(await setting(supervisor, 'holidays')).toMatchObject({ records: [{ blocked: null }] });
    expect(await admin.settings.change({ ...holidays, value: ['2026-12-02'] })).toMatchObject({
      error: { code: 'SETTING_WAITS' },
    });

    expect(value(await supervisor.settings.decide({ no, approve: true })).moved).toEqual([
      { month: '2026-12', before: '2026-12-01', after: '2026-11-30' },
    ]);
    expect(await payDateOf('2026-12')).toBe('2026-11-30');
    expect(await supervisor.settings.decide({ no, approve: true })).toMatchObject({
      error: { code: 'SETTING_DECIDED' },
    });
  });

  it('a withdrawn holiday gives the pay date back', async () => {
    await branch.cycle(60, '2026-12', '2026-12-01');
    const { no } = value(await admin.settings.change({ ...holidays, from: DECEMBER }));
    value(await supervisor.settings.decide({ no, approve: true }));
    expect(await payDateOf('2026-12')).toBe('2026-11-30');
    value(await admin.settings.withdraw({ no, reason }));
    expect(await payDateOf('2026-12')).toBe('2026-12-01');
  });

  it('sent back, it never holds', async () => {
    const { no } = value(await admin.settings.change(holidays));
    const sentBack = { no, approve: false, reason: 'ليست إجازة رسمية' };
    value(await supervisor.settings.decide(sentBack));
    expect(await setting(admin, 'holidays')).toMatchObject({
      value: [],
      records: [{ state: 'sentBack', decisionReason: 'ليست إجازة رسمية' }],
    });
    expect(value(await admin.settings.change(holidays)).waits).toBe(true);
  });

  it('a closed month keeps its rules and its pay date', async () => {
    await branch.cycle(59, '2026-11', '2026-11-01');
    await branch.backend.database.transact(async (tx) => {
      await tx.db.updateTable('cycle').set({ status: 'closed' }).execute();
      return { ok: true, value: null };
    });
    const from = isoDate('2026-11-01');
    const payDate = { ...DEFAULT_SETTINGS.payDate, dayOfMonth: 5 };
    expect(
      await admin.settings.change({ key: 'payDate', value: payDate, from, reason }),
    ).toMatchObject({
      error: {
        code: 'SETTING_MONTH_CLOSED',
        details: { month: isoMonth('2026-11'), earliest: '2026-11-02' },
      },
    });
    const asked = { key: 'payDate', value: payDate, from: isoDate('2026-11-02'), reason };
    const { no } = value(await admin.settings.change(asked));
    expect(value(await supervisor.settings.decide({ no, approve: true })).moved).toEqual([]);
    expect(await payDateOf('2026-11')).toBe('2026-11-01');
  });
});
