import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwatchedOperation } from '../../src/backend/app/operation.ts';
import { verifyResume } from '../../src/backend/app/resume/verify-resume.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import type { Client } from '../../src/contract/client.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { answer, notification, rejected, returned, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf, type ListRow } from './payment-lists.ts';
import { PAGE } from './resume-payments.ts';

let branch: TestBranch;
let finance: Client;
let officer: Client;
let supervisor: Client;

beforeEach(async () => {
  branch = await openBranch();
  finance = await branch.as('finance');
  officer = await branch.as('officer');
  supervisor = await branch.as('supervisor');
  await importList('november.csv', rowsOf(3), true);
  const december = rowsOf(3).map((row, index) => ({
    ...row,
    month: '2026-12',
    reference: `SSB202612R${String(index + 1).padStart(7, '0')}`,
  }));
  await importList('december.csv', december, false);
});
afterEach(() => branch.close());

async function importList(name: string, rows: readonly ListRow[], sent: boolean): Promise<void> {
  const path = branch.write(name, listText(rows));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path }));
  valueOf(await finance.payments.importList({ path, sha256, encoding, mapping, sent }));
}

let files = 0;

/** The bank holds the first person for dead. */
async function bankReportsDeath(): Promise<string> {
  files += 1;
  const path = await statusReport(branch.write(`answer-${files}.xml`, ''), [
    rejected(0, 'MD07'),
    answer(1, 'ACCC'),
  ]);
  const { file } = valueOf(await finance.reconciliation.preview({ path }));
  const committed = { fileId: file.id, expectedVersion: file.version };
  valueOf(await finance.reconciliation.commit(committed));
  return file.id;
}

async function undo(fileId: string) {
  const file = valueOf(await finance.reconciliation.files({})).find(({ id }) => id === fileId);
  return finance.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 });
}

async function statusOf(reference: string): Promise<string> {
  const { rows } = valueOf(await finance.payments.list({ search: reference }));
  return rows.find(({ endToEndId }) => endToEndId === reference)?.status ?? 'none';
}

const DECEMBER = 'SSB202612R0000001';

async function openCase() {
  const { rows } = valueOf(await officer.resume.lifeCases({ view: 'open' }));
  const [row] = rows;
  if (!row || rows.length !== 1) throw new Error(`${rows.length} open cases`);
  return row;
}

const caseOf = async (id: string) => valueOf(await officer.resume.lifeCase({ id }));

/** Asks the civil record and proposes its answer. */
async function answered(id: string, says: 'alive' | 'deceased'): Promise<void> {
  const version = async () => (await caseOf(id)).life.version;
  valueOf(await officer.resume.askRecord({ id, expectedVersion: await version() }));
  const path = branch.write('record.pdf', PAGE);
  const title = 'مستند السجل المدني';
  const { id: documentId } = valueOf(
    await officer.documents.attach({ ownerType: 'life', ownerId: id, path, title }),
  );
  const deceasedOn = says === 'deceased' ? isoDate('2026-10-20') : null;
  valueOf(
    await officer.resume.answerLife({
      id,
      expectedVersion: await version(),
      answer: says,
      deceasedOn,
      documentId,
    }),
  );
}

async function approve(id: string, by = supervisor) {
  return by.resume.approveLife({ id, expectedVersion: (await caseOf(id)).life.version });
}

async function differences() {
  const { breathe } = unwatchedOperation();
  const repos = readRepos(branch.backend.database.reader);
  return [
    ...(await verifyResume(repos, breathe)).differences,
    ...(await branch.verifyPayments()).differences,
  ];
}

describe('a bank that holds a person for dead', () => {
  it('opens one life-status case and holds what is only prepared', async () => {
    await bankReportsDeath();
    expect(await openCase()).toMatchObject({
      number: '2026-000001',
      status: 'open',
      reasonCode: 'MD07',
      heldPayments: 1,
    });
    expect(await statusOf(DECEMBER)).toBe('held');
    expect(await statusOf('SSB202612R0000002')).toBe('prepared');
    expect(await differences()).toEqual([]);
  });

  it('holds what a later list prepares for the person too', async () => {
    await bankReportsDeath();
    const january = rowsOf(1).map((row) => ({
      ...row,
      month: '2027-01',
      reference: 'SSB202701R0000001',
    }));
    await importList('january.csv', january, false);
    expect(await statusOf('SSB202701R0000001')).toBe('held');
    expect((await openCase()).heldPayments).toBe(2);
  });

  it('lets nothing of the person be resumed, released or prepared meanwhile', async () => {
    await bankReportsDeath();
    const { payment } = await caseOf((await openCase()).id);
    const failed = { paymentId: payment?.id ?? '', expectedVersion: 0 };
    expect(await officer.resume.propose({ payments: [failed] })).toMatchObject({
      error: { code: 'PERSON_FROZEN' },
    });
    const { rows } = valueOf(await finance.payments.list({ search: DECEMBER }));
    const held = rows.map(({ id }) => id);
    expect(
      await finance.payments.release({ payments: held, reason: 'بلا سبب يُذكر' }),
    ).toMatchObject({ error: { code: 'PERSON_FROZEN', details: { reference: DECEMBER } } });
    expect(await officer.resume.guide(failed)).toMatchObject({ error: { code: 'PERSON_FROZEN' } });
  });

  it('is withdrawn with its file while nobody has worked on the case', async () => {
    const fileId = await bankReportsDeath();
    const { id } = await openCase();
    valueOf(await undo(fileId));
    expect((await caseOf(id)).life.status).toBe('withdrawn');
    expect(await statusOf(DECEMBER)).toBe('prepared');
    expect(await differences()).toEqual([]);
    await bankReportsDeath();
    expect((await openCase()).number).toBe('2026-000002');
  });

  it('stays to be decided once somebody has worked on it, whatever becomes of the file', async () => {
    const fileId = await bankReportsDeath();
    const { id, version } = await openCase();
    valueOf(await officer.resume.askRecord({ id, expectedVersion: version }));
    valueOf(await undo(fileId));
    expect((await caseOf(id)).life.status).toBe('asked');
    expect(await statusOf(DECEMBER)).toBe('held');
  });

  it('freezes him as well where an officer finds whose line it is', async () => {
    const lost = returned(0, 'MD07', { endToEndId: null, iban: iban(0) });
    const path = await notification(branch.write('lost.xml', ''), [lost, returned(1, 'MD07')]);
    const { file } = valueOf(await finance.reconciliation.preview({ path }));
    valueOf(await finance.reconciliation.commit({ fileId: file.id, expectedVersion: 1 }));
    const { id } = await openCase();
    await answered(id, 'alive');
    valueOf(await approve(id));
    const { rows } = valueOf(await finance.reconciliation.exceptions({ kind: 'unknownId' }));
    const exceptionId = rows[0]?.id ?? '';
    const [candidate] = valueOf(await finance.reconciliation.candidates({ exceptionId }));
    const paymentId = candidate?.paymentId ?? '';
    valueOf(await finance.reconciliation.tie({ exceptionId, expectedVersion: 1, paymentId }));
    // Only him: the other of the same file was found alive.
    expect(await openCase()).toMatchObject({ reasonCode: 'MD07' });
    expect(await statusOf(DECEMBER)).toBe('held');
    expect(await statusOf('SSB202612R0000002')).toBe('prepared');
    expect(await differences()).toEqual([]);
  });

  it('freezes him once the administrator finds out that this is what the code says', async () => {
    const path = await statusReport(branch.write('raw.xml', ''), [
      answer(0, 'RJCT', { reasons: [{ proprietary: 'XD1' }] }),
    ]);
    const { file } = valueOf(await finance.reconciliation.preview({ path }));
    valueOf(await finance.reconciliation.commit({ fileId: file.id, expectedVersion: 1 }));
    expect(await statusOf(DECEMBER)).toBe('prepared');
    const words = { ar: 'متوفى لدى البنك', en: 'Dead at the bank' };
    const administrator = await branch.as('administrator');
    valueOf(
      await administrator.reconciliation.saveReasonCode({
        list: 'status',
        code: 'XD1',
        title: words,
        meaning: words,
        action: 'CHECK_ALIVE',
        actor: 'officer',
        resume: 'never',
        beneficiary: null,
        expectedVersion: null,
      }),
    );
    expect(await openCase()).toMatchObject({ reasonCode: 'XD1' });
    expect(await statusOf(DECEMBER)).toBe('held');
    expect(await differences()).toEqual([]);
  });
});

describe('the answer of the civil record', () => {
  it('is approved by another officer only', async () => {
    await bankReportsDeath();
    const { id } = await openCase();
    await answered(id, 'alive');
    expect(await approve(id, officer)).toMatchObject({ error: { code: 'PROPOSED_BY_YOU' } });
    expect(valueOf(await supervisor.today.summary({})).lifeCases.toApprove).toBe(1);
    valueOf(await approve(id));
    expect((await caseOf(id)).life.status).toBe('alive');
  });

  it('«alive» lets the payments go, and the rejected one be resumed with a proven account', async () => {
    await bankReportsDeath();
    const { id } = await openCase();
    await answered(id, 'alive');
    valueOf(await approve(id));
    expect(await statusOf(DECEMBER)).toBe('prepared');
    const { payment } = await caseOf(id);
    const view = valueOf(await officer.resume.payment({ paymentId: payment?.id ?? '' }));
    expect(view.rule).toBe('afterFix');
    expect(view.mayPropose).toMatchObject({ code: 'ACCOUNT_NOT_VERIFIED' });
    expect(await differences()).toEqual([]);
  });

  it('«deceased» keeps everything frozen, records the death and gives the new head his days', async () => {
    await bankReportsDeath();
    const { id, beneficiaryId } = await openCase();
    await answered(id, 'deceased');
    valueOf(await approve(id));
    const { life } = await caseOf(id);
    // Fifteen working days after 2 November 2026.
    expect(life).toMatchObject({ status: 'deceased', headDueOn: '2026-11-23', heldPayments: 1 });
    const person = valueOf(await officer.registry.beneficiary({ id: beneficiaryId }));
    expect(person.deceasedOn).toBe('2026-10-20');
    expect(await statusOf(DECEMBER)).toBe('held');
    expect(await differences()).toEqual([]);
  });

  it('is asked for before it is recorded', async () => {
    await bankReportsDeath();
    const { id, version } = await openCase();
    const path = branch.write('record.pdf', PAGE);
    const { id: documentId } = valueOf(
      await officer.documents.attach({ ownerType: 'life', ownerId: id, path, title: 'مستند' }),
    );
    expect(
      await officer.resume.answerLife({
        id,
        expectedVersion: version,
        answer: 'alive',
        deceasedOn: null,
        documentId,
      }),
    ).toMatchObject({ error: { code: 'RECORD_NOT_ASKED' } });
  });
});

describe('a bank file whose rejection was resumed', () => {
  it('is not taken back under the new attempt', async () => {
    files += 1;
    const path = await statusReport(branch.write(`answer-${files}.xml`, ''), [rejected(1, 'AB05')]);
    const { file } = valueOf(await finance.reconciliation.preview({ path }));
    valueOf(
      await finance.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }),
    );
    const { rows } = valueOf(await officer.resume.queue({ view: 'ready' }));
    const paymentId = rows[0]?.id ?? '';
    valueOf(await officer.resume.propose({ payments: [{ paymentId, expectedVersion: 0 }] }));
    const { caseVersion } = valueOf(await officer.resume.payment({ paymentId }));
    const approved = { paymentId, expectedVersion: caseVersion };
    const made = valueOf(await supervisor.resume.approve({ payments: [approved] }));
    expect(made.attempts).toHaveLength(1);
    expect(await undo(file.id)).toMatchObject({ error: { code: 'LATER_DEED' } });
    valueOf(
      await supervisor.resume.cancelAttempt({
        paymentId,
        expectedVersion: caseVersion + 1,
        reason: 'رُفع الملف خطأً',
      }),
    );
    valueOf(await undo(file.id));
    expect(await differences()).toEqual([]);
  });
});

describe('letters to somebody who may have died', () => {
  const lettersOf = async (id: string) =>
    valueOf(await officer.caseLetters.of({ type: 'life', id }));
  const issue = (by: Client, id: string) =>
    by.caseLetters.issue({ of: { type: 'life', id }, kind: 'pensionResumed' });

  it('are not written while nobody knows: neither a measure nor a request', async () => {
    await bankReportsDeath();
    const { id, number, beneficiaryId } = await openCase();
    const refused = { error: { code: 'NO_LETTER_TO_FROZEN', details: { number } } };
    const { rows } = valueOf(await finance.payments.list({ search: DECEMBER }));
    const payment = { type: 'payment', id: rows[0]?.id ?? '' } as const;
    expect(await officer.caseLetters.issue({ of: payment, kind: 'pensionHeld' })).toMatchObject(
      refused,
    );
    const documents = [{ text: 'صورة من الهوية' }];
    const request = { documents, deliverBy: isoDate('2026-12-10') };
    expect(await officer.caseLetters.askForDocuments({ beneficiaryId, request })).toMatchObject(
      refused,
    );
    expect((await lettersOf(id)).offers).toEqual([]);
    const letters = valueOf(await officer.letters.list({}));
    expect(letters.total).toBe(0);
  });

  it('tell that his payments come again once the record says that he lives, by the second officer too', async () => {
    await bankReportsDeath();
    const { id } = await openCase();
    await answered(id, 'alive');
    valueOf(await approve(id));
    expect((await lettersOf(id)).offers).toMatchObject([
      { kind: 'pensionResumed', refusal: null, asDraft: false },
    ]);
    valueOf(await issue(supervisor, id));
    expect((await lettersOf(id)).letters).toMatchObject([{ template: 'pensionResumed' }]);
    expect(await issue(officer, id)).toMatchObject({ error: { code: 'LETTER_EXISTS' } });
  });

  it('are not written after his death', async () => {
    await bankReportsDeath();
    const { id, beneficiaryId } = await openCase();
    await answered(id, 'deceased');
    valueOf(await approve(id));
    expect(await issue(officer, id)).toMatchObject({ error: { code: 'NOT_OFFERED' } });
    const of = { type: 'person', id: beneficiaryId } as const;
    expect(await officer.caseLetters.issue({ of, kind: 'pensionCertificate' })).toMatchObject({
      error: { code: 'NO_LETTER_TO_DECEASED', details: { on: '2026-10-20' } },
    });
  });
});
