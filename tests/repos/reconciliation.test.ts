import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { answer, notification, rejected, returned, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;
let cycleId: string;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  cycleId = await importList(5);
});
afterEach(() => branch.close());

async function importList(count: number): Promise<string> {
  const path = branch.write('list.csv', listText(rowsOf(count)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  return valueOf(await api.payments.importList({ path, sha256, encoding, mapping })).cycleId;
}

const file = (name: string) => branch.write(name, '');

async function preview(path: string) {
  return valueOf(await api.reconciliation.preview({ path }));
}

async function commit(path: string) {
  const { file: staged } = await preview(path);
  return valueOf(
    await api.reconciliation.commit({ fileId: staged.id, expectedVersion: staged.version }),
  );
}

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
  return rows.map(({ status }) => status);
}

describe('a status report', () => {
  it('is previewed: what it advances, what is left, what needs an officer', async () => {
    const path = await statusReport(file('answer.xml'), [
      answer(0, 'ACSC'),
      answer(1, 'ACSC'),
      rejected(2, 'AC04'),
      answer(3, 'PDNG'),
    ]);
    const shown = await preview(path);
    expect(shown).toMatchObject({
      file: { kind: 'pain.002', lines: 4, status: 'preview' },
      matched: [{ rule: 'endToEndId', count: 4 }],
      advances: [
        { status: 'settled', count: 2, amount: 264_000 },
        { status: 'rejected', count: 1, amount: 132_000 },
      ],
      unchanged: 1,
      exceptions: [{ kind: 'rejected', count: 1, amount: 132_000 }],
      months: [{ month: '2026-11', lines: 4 }],
      warnings: [],
    });
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  });

  it('that is committed moves the payments and opens the exceptions', async () => {
    const path = await statusReport(file('answer.xml'), [answer(0, 'ACSC'), rejected(2, 'AC04')]);
    expect(await commit(path)).toEqual({ applied: 2, exceptions: 1 });
    expect(await statuses()).toEqual(['settled', 'sent', 'rejected', 'sent', 'sent']);
    expect(valueOf(await api.reconciliation.totals({ cycleId }))).toMatchObject({
      sent: { count: 5, amount: 660_000 },
      paid: { count: 1, amount: 132_000 },
      rejected: { count: 1 },
      returned: { count: 0 },
      open: { count: 3 },
      balances: true,
    });
    await commit(await notification(file('returns.xml'), [returned(0)]));
    expect((await statuses())[0]).toBe('returned');
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    expect(rows.map(({ kind, reasonList, reasonCode }) => [kind, reasonList, reasonCode])).toEqual([
      ['rejected', 'status', 'AC04'],
      ['returned', 'return', 'AC04'],
    ]);
    const detail = valueOf(await api.reconciliation.exception({ id: rows[0]?.id ?? '' }));
    expect(detail.line?.raw).toContain('<TxSts>RJCT</TxSts>');
    expect(detail).toMatchObject({
      matchRule: 'endToEndId',
      payment: { status: 'rejected', amount: 132_000 },
    });
    expect(detail.reason?.en).toContain('closed');
  });
});
