import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { answer, rejected, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let finance: Client;
let supervisor: Client;
let cycleId: string;

beforeEach(async () => {
  branch = await openBranch('2026-11-02T08:00:00.000Z');
  finance = await branch.as('finance');
  supervisor = await branch.as('supervisor');
  const path = branch.write('list.csv', listText(rowsOf(3)));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
  const imported = await finance.payments.importList({ path, sha256, encoding, mapping });
  ({ cycleId } = valueOf(imported));
});
afterEach(() => branch.close());

let reports = 0;

async function report(...answers: Parameters<typeof statusReport>[1]): Promise<void> {
  reports += 1;
  const path = await statusReport(branch.write(`report-${reports}.xml`, ''), answers);
  const { file } = valueOf(await finance.reconciliation.preview({ path }));
  valueOf(await finance.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
}

const closing = async (api = finance) => valueOf(await api.payments.closing({ cycleId }));
const missing = async () =>
  (await closing()).checks.filter(({ passed }) => !passed).map(({ id, count }) => [id, count]);
const expected = async () => ({ cycleId, expectedVersion: (await closing()).version });
const propose = async () => finance.payments.proposeClosing(await expected());

async function resolveAll(): Promise<void> {
  const { rows } = valueOf(await finance.reconciliation.exceptions({ cycleId }));
  const exceptions = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
  const resolution = { exceptions, resolution: 'accountToCorrect' as const, note: 'أُشعر المستفيد' };
  valueOf(await finance.reconciliation.resolve(resolution));
}

describe('closing a cycle', () => {
  it('says exactly what is missing, with numbers', async () => {
    await report(answer(0, 'ACSC'), rejected(1, 'AC04'));
    expect(await missing()).toEqual([
      ['answered', 1],
      ['exceptions', 1],
    ]);
    expect(await propose()).toMatchObject({
      error: {
        code: 'CLOSING_BLOCKED',
        details: { checks: 2, missing: 'answered 1, exceptions.rejected 1' },
      },
    });
    expect((await closing()).standing).toMatchObject({
      sent: { count: 3, amount: 396_000 },
      paid: { count: 1 },
      rejected: { count: 1 },
      open: { count: 1, amount: 132_000 },
    });
  });

  it('is proposed by finance, approved by the supervisor, and kept with where the money stood', async () => {
    await report(answer(0, 'ACSC'), rejected(1, 'AC04'), answer(2, 'ACCC'));
    await resolveAll();
    expect(await missing()).toEqual([]);
    expect(await supervisor.payments.approveClosing(await expected())).toMatchObject({
      error: { code: 'CLOSING_NOT_PROPOSED' },
    });
    valueOf(await propose());
    expect(await propose()).toMatchObject({ error: { code: 'CLOSING_PROPOSED' } });
    expect(await closing(supervisor)).toMatchObject({ state: 'proposed', blocked: null });
    expect(await finance.payments.approveClosing(await expected())).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    valueOf(await supervisor.payments.approveClosing(await expected()));
    const { state, events } = await closing();
    expect([state, events.map(({ type }) => type)]).toEqual([
      'closed',
      ['closingProposed', 'closed'],
    ]);
    expect(valueOf(await finance.payments.cycles({}))[0]).toMatchObject({ status: 'closed' });
    expect(valueOf(await finance.payments.standings({}))[0]).toMatchObject({
      cycleId,
      paid: { count: 2 },
      rejected: { count: 1 },
      open: { count: 0 },
    });
    expect((await branch.verifyPayments()).differences).toEqual([]);
    await branch.run("update cycle set closed_totals = replace(closed_totals, '264000', '264001')");
    expect((await branch.verifyPayments()).differences).toMatchObject([
      { number: '2026-11', field: 'closedTotals' },
    ]);
  });

  it('counts again when it is approved: what came meanwhile stops it', async () => {
    await report(answer(0, 'ACSC'), answer(1, 'ACSC'), answer(2, 'ACSC'));
    valueOf(await propose());
    await branch.run(
      `insert into reconciliation_exception (id, cycle_id, kind, amount_halalas, status, opened_at)
       values ('00000000-0000-7000-8000-000000000001', '${cycleId}', 'balanceBreak', 500, 'open',
         '2026-11-02T08:00:00.000Z')`,
    );
    expect(await supervisor.payments.approveClosing(await expected())).toMatchObject({
      error: { code: 'CLOSING_BLOCKED', details: { missing: 'balanceBreaks.balanceBreak 1' } },
    });
    expect((await closing(supervisor)).blocked).toBe('CLOSING_BLOCKED');
    valueOf(await finance.payments.withdrawClosing(await expected()));
    expect((await closing()).state).toBe('open');
  });

  it('goes without an answer that somebody explained', async () => {
    await report(answer(0, 'ACSC'), answer(1, 'ACSC'));
    const { rows } = valueOf(await finance.payments.list({ cycleId, status: ['sent'] }));
    const unanswered = rows.map(({ id }) => id);
    expect(
      await finance.payments.explain({ payments: unanswered, text: 'ينتظر رد البنك كتابة' }),
    ).toMatchObject({ value: { changed: 1 } });
    expect(await missing()).toEqual([]);
    expect((await closing()).explained).toEqual({ count: 1, amount: 132_000 });
    const paid = valueOf(await finance.payments.list({ cycleId, status: ['settled'] })).rows[0];
    await branch.run(
      `insert into setting (key, valid_from, value, recorded_at)
       values ('paidStatuses', '2020-01-01', '["credited"]', '2026-11-02T08:00:00.000Z')`,
    );
    expect(await missing()).toEqual([['answered', 2]]);
    valueOf(await finance.payments.explain({ payments: [paid?.id ?? ''], text: 'سوّي ولم يودع' }));
    expect(await missing()).toEqual([['answered', 1]]);
  });

  it('before its pay day is refused', async () => {
    await report(answer(0, 'ACSC'), answer(1, 'ACSC'), answer(2, 'ACSC'));
    branch.setNow('2026-10-31T08:00:00.000Z');
    expect(await missing()).toEqual([['payDate', 1]]);
  });
});

describe('a closed cycle', () => {
  beforeEach(async () => {
    await report(answer(0, 'ACSC'), answer(1, 'ACSC'), rejected(2, 'AC04'));
    await resolveAll();
    valueOf(await propose());
    valueOf(await supervisor.payments.approveClosing(await expected()));
  });

  it('takes no list, no run, no payment and no holding', async () => {
    const path = branch.write('more.csv', listText(rowsOf(1, 3)));
    const { sha256, encoding, mapping, problems } = valueOf(
      await finance.payments.previewList({ path }),
    );
    expect(problems).toMatchObject([{ code: 'CYCLE_CLOSED' }]);
    const [first] = valueOf(await finance.payments.list({ cycleId, status: ['rejected'] })).rows;
    const refused = await Promise.all([
      finance.payments.importList({ path, sha256, encoding, mapping }),
      finance.payments.makeRun({ cycleId, programme: 'PENSION' }),
      finance.payments.propose({
        beneficiaryId: first?.beneficiaryId ?? '',
        cycleId,
        month: isoMonth('2026-11'),
        kind: 'difference',
        programme: 'PENSION',
        amount: halalas(100),
        reason: 'فرق',
      }),
      finance.payments.hold({ payments: [first?.id ?? ''], reason: 'تحقق' }),
      finance.payments.cancel({ payments: [first?.id ?? ''], reason: 'إلغاء' }),
      finance.payments.proposeClosing(await expected()),
    ]);
    for (const result of refused) expect(result).toMatchObject({ error: { code: 'CYCLE_CLOSED' } });
  });

  it('is reopened by the supervisor alone, with a reason that stays on its trail', async () => {
    const reason = 'ورد مرتجع متأخر من البنك';
    expect(await finance.payments.reopen({ ...(await expected()), reason })).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    valueOf(await supervisor.payments.reopen({ ...(await expected()), reason }));
    const { state, events } = await closing();
    expect([state, events.at(-1)?.type, events.at(-1)?.reason]).toEqual([
      'open',
      'reopened',
      reason,
    ]);
    expect(await supervisor.payments.reopen({ ...(await expected()), reason })).toMatchObject({
      error: { code: 'CYCLE_OPEN' },
    });
    valueOf(await propose());
    valueOf(await supervisor.payments.approveClosing(await expected()));
    expect((await closing()).state).toBe('closed');
    const { differences } = await branch.verifyPayments();
    expect(differences).toEqual([]);
  });
});
