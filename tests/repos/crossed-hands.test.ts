import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { ACKNOWLEDGED_WARNINGS } from '../../src/contract/reconciliation.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { answer, debited, notification, rejected, returned, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';
import { PAGE } from './resume-payments.ts';

// What happens where one officer's step meets another's, or a bank's file comes between them.

let branch: TestBranch;
let finance: Client;
let officer: Client;
let supervisor: Client;
let november: string;
let files = 0;

beforeEach(async () => {
  branch = await openBranch('2026-11-05T08:00:00.000Z');
  [finance, officer, supervisor] = [
    await branch.as('finance'),
    await branch.as('officer'),
    await branch.as('supervisor'),
  ];
  november = await importList('2026-11');
});
afterEach(async () => {
  await branch.mustVerify();
  await branch.close();
});

const referenceOf = (month: string, index: number): string =>
  `SSB${month.replace('-', '')}R${String(index + 1).padStart(7, '0')}`;

async function importList(month: string, sent = true): Promise<string> {
  const rows = rowsOf(3).map((row, index) => ({
    ...row,
    month,
    reference: referenceOf(month, index),
  }));
  const path = branch.write(`${month}.csv`, listText(rows));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
  const input = { path, sha256, encoding, mapping, sent };
  return valueOf(await finance.payments.importList(input)).cycleId;
}

const newFile = (): string => {
  files += 1;
  return branch.write(`file-${files}.xml`, '');
};
const report = (...answers: Parameters<typeof statusReport>[1]) => statusReport(newFile(), answers);

async function commit(path: string): Promise<string> {
  const { file } = valueOf(await finance.reconciliation.preview({ path }));
  const input = { fileId: file.id, expectedVersion: file.version };
  const acknowledged = [...ACKNOWLEDGED_WARNINGS];
  valueOf(await finance.reconciliation.commit({ ...input, acknowledged }));
  return file.id;
}

const undo = (fileId: string) => finance.reconciliation.undo({ fileId, expectedVersion: 2 });

const paymentsOf = async (cycleId = november) =>
  valueOf(await finance.payments.list({ cycleId, sort: 'endToEndId' })).rows;
const idOf = async (index: number, cycleId = november): Promise<string> =>
  (await paymentsOf(cycleId))[index]?.id ?? '';
const statuses = async () => (await paymentsOf()).map(({ status }) => status);

const open = async () => valueOf(await finance.reconciliation.exceptions({ limit: 500 })).rows;

async function settleAll(): Promise<void> {
  for (const { id, version: expectedVersion } of await open()) {
    const input = { resolution: 'bankAsked' as const, note: 'سُئل البنك' };
    const exceptions = [{ id, expectedVersion }];
    valueOf(await finance.reconciliation.resolve({ exceptions, ...input }));
  }
}

async function close(cycleId: string): Promise<void> {
  const expected = async () => ({
    cycleId,
    expectedVersion: valueOf(await finance.payments.closing({ cycleId })).version,
  });
  valueOf(await finance.payments.proposeClosing(await expected()));
  valueOf(await supervisor.payments.approveClosing(await expected()));
}

/** A line of our account whose reference the bank has lost. */
const lost = (index: number) => debited(index, { endToEndId: null, iban: iban(index) });

async function tie(paymentId: string) {
  const [line] = (await open()).filter(({ kind }) => kind === 'unknownId');
  const expected = { exceptionId: line?.id ?? '', expectedVersion: line?.version ?? 0 };
  return finance.reconciliation.tie({ ...expected, paymentId });
}

const caseOf = async (paymentId: string) => ({
  paymentId,
  expectedVersion: valueOf(await officer.resume.payment({ paymentId })).caseVersion,
});

async function proveAccount(paymentId: string): Promise<void> {
  const path = branch.write('proof.pdf', PAGE);
  const proof = { ownerType: 'resume', ownerId: paymentId, path, title: 'شهادة الآيبان' } as const;
  const { id: documentId } = valueOf(await officer.documents.attach(proof));
  const on = isoDate('2026-11-05');
  const account = { iban: 'SA4420000001234567891234', tied: true, on, documentId };
  valueOf(await officer.resume.proveAccount({ ...(await caseOf(paymentId)), ...account }));
  const activity = { active: true, on, documentId };
  valueOf(await officer.resume.confirmActivity({ ...(await caseOf(paymentId)), ...activity }));
}

const proposeResume = async (paymentId: string) =>
  officer.resume.propose({ payments: [await caseOf(paymentId)] });

async function resume(paymentId: string): Promise<void> {
  await proveAccount(paymentId);
  valueOf(await proposeResume(paymentId));
  valueOf(await supervisor.resume.approve({ payments: [await caseOf(paymentId)] }));
}

const december = async (): Promise<string> =>
  valueOf(await finance.payments.cycles({})).find(({ month }) => month === '2026-12')?.id ?? '';

async function exportRuns(cycleId: string) {
  const payer = { name: 'Ministry', iban: iban(900, '10'), bic: 'NCBKSAJE' };
  valueOf(await finance.payments.setPayer({ ...payer, establishmentId: '', ministryId: '' }));
  const [run] = valueOf(await finance.payments.runs({ cycleId })).runs;
  const expected = { runId: run?.id ?? '', expectedVersion: run?.version ?? 0 };
  const path = branch.write('run.xml', '');
  return finance.payments.exportRun({ ...expected, format: 'pain001', path });
}

describe('a closed cycle', () => {
  it('takes no line that an officer ties to one of its payments', async () => {
    const october = await importList('2026-10');
    await commit(await notification(newFile(), [lost(2)]));
    const payments = (await paymentsOf(october)).map(({ id }) => id);
    valueOf(await finance.payments.explain({ payments, text: 'أكد البنك صرفها كتابة' }));
    await close(october);
    const paymentId = payments[2] ?? '';
    expect(await tie(paymentId)).toMatchObject({ error: { code: 'CYCLE_CLOSED' } });
  });

  it('keeps a tied line from being taken back with its file, whatever month the file is of', async () => {
    const october = await importList('2026-10');
    const file = await commit(await notification(newFile(), [lost(2), debited(0)]));
    valueOf(await tie(await idOf(2, october)));
    const payments = [await idOf(0, october), await idOf(1, october)];
    valueOf(await finance.payments.explain({ payments, text: 'أكد البنك صرفها كتابة' }));
    await close(october);
    expect(await undo(file)).toMatchObject({
      error: { code: 'CYCLE_CLOSED', details: { month: '2026-10' } },
    });
  });

  it('has its exceptions settled for good', async () => {
    await commit(await report(rejected(0, 'AC04'), answer(1, 'ACSC'), answer(2, 'ACSC')));
    const [exception] = await open();
    await settleAll();
    await close(november);
    const exceptions = [{ id: exception?.id ?? '', expectedVersion: 2 }];
    expect(await finance.reconciliation.reopen({ exceptions })).toMatchObject({
      error: { code: 'CYCLE_CLOSED' },
    });
  });

  it('keeps the attempts that stand in it', async () => {
    await commit(await report(rejected(0, 'AC04')));
    const first = await idOf(0);
    await resume(first);
    branch.setNow('2026-12-05T08:00:00.000Z');
    const payments = [await idOf(0, await december())];
    valueOf(await finance.payments.explain({ payments, text: 'تنتظر الدورة التالية' }));
    await close(await december());
    const reason = 'خطأ في الحساب';
    expect(await officer.resume.cancelAttempt({ ...(await caseOf(first)), reason })).toMatchObject({
      error: { code: 'CYCLE_CLOSED', details: { month: '2026-12' } },
    });
  });

  it('is warned of by a file that was previewed while it was open', async () => {
    await commit(await report(answer(0, 'ACSC'), answer(1, 'ACSC'), answer(2, 'ACSC')));
    const { file } = valueOf(
      await finance.reconciliation.preview({ path: await report(answer(0, 'ACSC')) }),
    );
    await close(november);
    const input = { fileId: file.id, expectedVersion: 1 };
    expect(await finance.reconciliation.commit(input)).toMatchObject({
      error: { code: 'OTHER_MONTH' },
    });
  });
});

describe('a payment that a bank says it paid all the same', () => {
  it('is not cancelled by way of holding it', async () => {
    await commit(await report(rejected(0, 'AC04')));
    await commit(await report(answer(0, 'ACSC')));
    const payments = [await idOf(0)];
    valueOf(await finance.payments.hold({ payments, reason: 'تعليق للتحقق' }));
    expect(await finance.payments.cancel({ payments, reason: 'إلغاء' })).toMatchObject({
      error: { code: 'MONEY_NOT_PROVEN_BACK' },
    });
  });

  it('is not resumed, also when it was held while the bank said so', async () => {
    await commit(await report(rejected(0, 'AC04')));
    const payments = [await idOf(0)];
    valueOf(await finance.payments.hold({ payments, reason: 'تعليق للتحقق' }));
    await commit(await report(answer(0, 'ACCC')));
    valueOf(await finance.payments.release({ payments, reason: 'رفع التعليق' }));
    await proveAccount(payments[0] ?? '').catch(() => undefined);
    expect(await proposeResume(payments[0] ?? '')).toMatchObject({
      error: { code: 'PAID_INSTEAD' },
    });
  });

  it('keeps its new attempt here, until the exception is settled', async () => {
    await commit(await report(rejected(0, 'AC04')));
    await resume(await idOf(0));
    await commit(await report(answer(0, 'ACSC')));
    const cycleId = await december();
    valueOf(await finance.payments.makeRun({ cycleId, programme: 'PENSION' }));
    expect(await exportRuns(cycleId)).toMatchObject({
      error: { code: 'PAID_BY_BANK', details: { payment: 'RSM60-000001', count: 1 } },
    });
    await settleAll();
    expect(await exportRuns(cycleId)).toMatchObject({ value: { payments: 1 } });
  });

  it('is not sent for the first time either', async () => {
    const cycleId = await importList('2026-12', false);
    const endToEndId = referenceOf('2026-12', 1);
    await commit(await report(answer(0, 'ACSC', { endToEndId })));
    expect(await exportRuns(cycleId)).toMatchObject({
      error: { code: 'PAID_BY_BANK', details: { payment: endToEndId } },
    });
    const payments = [await idOf(1, cycleId)];
    valueOf(await finance.payments.hold({ payments, reason: 'يقول البنك إنه دفعها' }));
    expect(await exportRuns(cycleId)).toMatchObject({ value: { payments: 2 } });
  });
});

describe('taking a file back', () => {
  it('leaves what another file told of the same stranger to be looked at there', async () => {
    const stranger = (index: number) => [
      answer(0, 'ACSC', { endToEndId: 'STRANGER' }),
      answer(index, 'ACSC'),
    ];
    const first = await commit(await report(...stranger(1)));
    const second = await commit(await report(...stranger(2)));
    const told = async () => (await open()).map(({ fileName }) => fileName);
    expect(await told()).toEqual([`file-${files - 1}.xml`]);
    valueOf(await undo(first));
    expect(await told()).toEqual([`file-${files}.xml`]);
    await commit(await report(...stranger(0)));
    expect(await told()).toEqual([`file-${files - 1}.xml`]);
    valueOf(await undo(second));
    expect(await told()).toEqual([`file-${files}.xml`]);
  });

  it('goes for a tie that is newer than the files about its payment, though its own file is older', async () => {
    const older = await commit(
      await notification(newFile(), [returned(1, 'AC04', { endToEndId: null, iban: iban(1) })]),
    );
    const newer = await commit(await report(answer(1, 'ACSC')));
    valueOf(await tie(await idOf(1)));
    expect(await statuses()).toEqual(['sent', 'returned', 'sent']);
    const fileName = `file-${files - 1}.xml`;
    expect(await undo(newer)).toMatchObject({
      error: { code: 'LATER_FILE', details: { fileName } },
    });
    valueOf(await undo(older));
    expect(await statuses()).toEqual(['sent', 'settled', 'sent']);
    valueOf(await undo(newer));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  it('names the payment that an officer has done something with since', async () => {
    const file = await commit(await report(rejected(0, 'AC04')));
    const payments = [await idOf(0)];
    valueOf(await finance.payments.hold({ payments, reason: 'تعليق للتحقق' }));
    expect(await undo(file)).toMatchObject({
      error: { code: 'LATER_DEED', details: { payment: referenceOf('2026-11', 0) } },
    });
    valueOf(await finance.payments.release({ payments, reason: 'رفع التعليق' }));
    valueOf(await undo(file));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  it('leaves a proposal to resume without a payment to resume', async () => {
    const file = await commit(await report(rejected(0, 'AC04')));
    const first = await idOf(0);
    await proveAccount(first);
    valueOf(await proposeResume(first));
    valueOf(await undo(file));
    expect(await supervisor.resume.approve({ payments: [await caseOf(first)] })).toMatchObject({
      error: { code: 'MONEY_NOT_BACK' },
    });
  });
});
