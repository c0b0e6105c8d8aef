import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  writePain001,
  type InstructedPayment,
} from '../../src/backend/bank-files/writers/write-pain-001.ts';
import type { Client } from '../../src/contract/client.ts';
import { maskIban } from '../../src/domain/registry/mask.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;
let cycleId: string;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(5)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  const imported = await api.payments.importList({ path, sha256, encoding, mapping, sent: false });
  ({ cycleId } = valueOf(imported));
});
afterEach(() => branch.close());

const payment = (index: number, more: Partial<InstructedPayment> = {}): InstructedPayment => ({
  endToEndId: rowsOf(1, index)[0]?.reference ?? '',
  amount: halalas(132_000),
  iban: iban(index),
  name: 'سعد',
  ...more,
});

async function message(payments: readonly InstructedPayment[], messageId = 'SSB202611') {
  const path = branch.write('sent.xml', '');
  await writePain001(path, {
    messageId,
    createdAt: '2026-11-01T08:00:00.000Z',
    paymentInformationId: `${messageId}-R`,
    executionDate: '2026-11-01',
    debtorName: 'فرع',
    debtorIban: 'SA0380000000608010167519',
    debtorBank: 'RJHISARI',
    count: payments.length,
    total: halalas(payments.reduce((sum, { amount }) => sum + amount, 0)),
    payments,
  });
  return path;
}

const statuses = async (): Promise<string[]> =>
  valueOf(await api.payments.list({ sort: 'endToEndId' })).rows.map(({ status }) => status);

const ALL = [0, 1, 2, 3, 4];

describe('our own message dropped in', () => {
  it('is no answer of a bank, and is compared with the run that it names', async () => {
    const path = await message(ALL.map((index) => payment(index)));
    expect(await api.reconciliation.preview({ path })).toMatchObject({
      error: { code: 'BANK_FILE_NOT_AN_ANSWER', details: { kind: 'pain.001' } },
    });
    expect(valueOf(await api.reconciliation.compareSent({ path }))).toMatchObject({
      messageId: 'SSB202611',
      run: { number: 1, month: '2026-11', isSent: false, payments: 5 },
      agrees: { count: 5, amount: 660_000 },
      counts: [],
    });
  });

  it('that agrees in every payment records the run as sent, and is taken back like an export', async () => {
    const path = await message(ALL.map((index) => payment(index)));
    expect(await statuses()).toEqual(ALL.map(() => 'prepared'));
    const { sha256, run } = valueOf(await api.reconciliation.compareSent({ path }));
    const record = { path, sha256, expectedVersion: run.version };
    expect(valueOf(await api.reconciliation.recordSent(record))).toEqual({
      count: 5,
      amount: 660_000,
    });
    expect(await statuses()).toEqual(ALL.map(() => 'sent'));
    expect(await api.reconciliation.recordSent(record)).toMatchObject({
      error: { code: 'RUN_SENT' },
    });
    const [sent] = valueOf(await api.payments.runs({ cycleId })).runs;
    const undone = await api.payments.undoExport({
      runId: run.id,
      expectedVersion: sent?.version ?? 0,
      reason: 'لم تُسلّم إلى البنك',
    });
    expect(valueOf(undone).payments).toBe(5);
    expect(await statuses()).toEqual(ALL.map(() => 'prepared'));
  });

  it('says what differs, what is only in it and what it lacks, and then records nothing', async () => {
    const path = await message([
      payment(0),
      payment(1, { amount: halalas(131_900) }),
      payment(2, { iban: iban(9) }),
      payment(3),
      payment(3),
      payment(0, { endToEndId: 'NOT-OURS-1' }),
    ]);
    const report = valueOf(await api.reconciliation.compareSent({ path }));
    expect(report.agrees).toEqual({ count: 2, amount: 264_000 });
    expect(report.counts).toEqual([
      { kind: 'amount', count: 1 },
      { kind: 'account', count: 1 },
      { kind: 'repeated', count: 1 },
      { kind: 'unknown', count: 1 },
      { kind: 'missing', count: 1 },
    ]);
    expect(report.differences).toMatchObject([
      { kind: 'amount', ours: '1,320.00', theirs: '1,319.00' },
      { kind: 'account', theirs: maskIban(iban(9)) },
      { kind: 'repeated' },
      { kind: 'unknown', endToEndId: 'NOT-OURS-1' },
      { kind: 'missing', line: null, ours: '1,320.00', theirs: null },
    ]);
    const before = await branch.digest();
    const { sha256, run } = report;
    const recorded = await api.reconciliation.recordSent({
      path,
      sha256,
      expectedVersion: run.version,
    });
    expect(recorded).toMatchObject({ error: { code: 'SENT_DIFFERS', details: { count: 5 } } });
    expect(await branch.digest()).toBe(before);
  });

  it('that names no run of ours is refused', async () => {
    const path = await message([payment(0)], 'FOREIGN-1');
    expect(await api.reconciliation.compareSent({ path })).toMatchObject({
      error: { code: 'SENT_RUN_UNKNOWN', details: { messageId: 'FOREIGN-1' } },
    });
  });
});
