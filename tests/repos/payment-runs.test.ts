import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectBankFile } from '../../src/backend/bank-files/inspect-bank-file.ts';
import type { Client } from '../../src/contract/client.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';

const NOVEMBER = isoMonth('2026-11');
const OCTOBER = isoMonth('2026-10');

export const PAYER = {
  name: 'Ministry of Human Resources',
  iban: iban(900, '10'),
  bic: 'NCBKSAJE',
  establishmentId: '700123',
  ministryId: '12345',
};

let branch: TestBranch;
let finance: Client;
let officer: Client;
let supervisor: Client;
let cycleId: string;
let people: readonly string[];

beforeEach(async () => {
  branch = await openBranch('2026-11-02T08:00:00.000Z');
  finance = await branch.as('finance');
  officer = await branch.as('officer');
  supervisor = await branch.as('supervisor');
  cycleId = await importList(5);
  people = (await rows()).map(({ beneficiaryId }) => beneficiaryId);
});
afterEach(() => branch.close());

async function importList(count: number, sent = true, name = 'list.csv'): Promise<string> {
  const file = branch.write(name, listText(rowsOf(count)));
  const { sha256, encoding, mapping } = valueOf(await finance.payments.previewList({ path: file }));
  const imported = await finance.payments.importList({
    path: file,
    sha256,
    encoding,
    mapping,
    sent,
  });
  return valueOf(imported).cycleId;
}

const rows = async (filter: { runId?: string; status?: ['prepared'] } = {}) =>
  valueOf(await finance.payments.list({ cycleId, ...filter, sort: 'endToEndId' })).rows;

/** A difference for a person of the list, proposed by the officer. */
async function propose(
  index: number,
  kind: 'difference' | 'retroactive' | 'recovery' = 'difference',
) {
  return officer.payments.propose({
    beneficiaryId: people[index] ?? '',
    cycleId,
    month: OCTOBER,
    kind,
    programme: 'PENSION',
    amount: halalas(66_000 + index),
    reason: 'فرق تابع لم يحتسب',
  });
}

async function approve(proposalId: string, expectedVersion = 1) {
  return finance.payments.decideProposal({ id: proposalId, expectedVersion, approve: true });
}

async function prepared(...indexes: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const index of indexes) {
    const { proposalId } = valueOf(await propose(index));
    const { paymentId } = valueOf(await approve(proposalId));
    ids.push(paymentId ?? '');
  }
  return ids;
}

async function makeRun(): Promise<string> {
  return valueOf(await finance.payments.makeRun({ cycleId, programme: 'PENSION' })).runId;
}

const runOf = async (runId: string) => {
  const found = valueOf(await finance.payments.runs({ cycleId })).runs.find(
    ({ id }) => id === runId,
  );
  if (!found) throw new Error('No such run');
  return found;
};

async function exportRun(runId: string, name = 'run.xml', format: 'pain001' | 'wages' = 'pain001') {
  const { version } = await runOf(runId);
  const target = branch.write(name, '');
  const result = await finance.payments.exportRun({
    runId,
    expectedVersion: version,
    format,
    path: target,
  });
  return { target, result };
}

const code = async (call: Promise<unknown>): Promise<string> => {
  const result = (await call) as { ok: boolean; error?: { code: string } };
  return result.ok ? 'ok' : (result.error?.code ?? '');
};

describe('a payment prepared by hand', () => {
  it('is proposed by one officer, approved by finance, and then waits for a run', async () => {
    const { proposalId } = valueOf(await propose(0));
    expect(valueOf(await officer.payments.proposals({ cycleId }))).toMatchObject([
      { id: proposalId, status: 'proposed', amount: 66_000, blocked: 'NOT_PERMITTED' },
    ]);
    expect(valueOf(await finance.payments.proposals({ cycleId }))).toMatchObject([
      { blocked: null },
    ]);
    const { paymentId } = valueOf(await approve(proposalId));
    const trace = valueOf(await finance.payments.trace({ id: paymentId ?? '' }));
    expect(trace).toMatchObject({
      payment: {
        status: 'prepared',
        kind: 'difference',
        month: '2026-10',
        endToEndId: 'INS59-000006',
      },
      events: [{ type: 'prepared', reasonText: 'فرق تابع لم يحتسب' }],
    });
    expect(valueOf(await finance.payments.runs({ cycleId })).waiting).toEqual([
      { programme: 'PENSION', count: 1, amount: 66_000 },
    ]);
    expect(await code(approve(proposalId, 2))).toBe('ALREADY_DECIDED');
  });

  it('is not approved by who proposed it, nor by who may not', async () => {
    const { proposalId } = valueOf(
      await finance.payments.propose({
        beneficiaryId: people[0] ?? '',
        cycleId,
        month: OCTOBER,
        kind: 'difference',
        programme: 'PENSION',
        amount: halalas(100),
        reason: 'فرق',
      }),
    );
    expect(await code(approve(proposalId))).toBe('PROPOSED_BY_YOU');
    const decide = { id: proposalId, expectedVersion: 1, approve: true };
    expect(await code(officer.payments.decideProposal(decide))).toBe('NOT_PERMITTED');
    expect(await code(supervisor.payments.decideProposal(decide))).toBe('NOT_PERMITTED');
    valueOf(await finance.payments.withdrawProposal({ id: proposalId, expectedVersion: 1 }));
    expect(await code(approve(proposalId, 2))).toBe('ALREADY_DECIDED');
  });

  it('has one live attempt for a person, programme, month and kind', async () => {
    const { proposalId: first } = valueOf(await propose(0));
    const { proposalId: second } = valueOf(await propose(0));
    valueOf(await approve(first));
    expect(await approve(second)).toMatchObject({
      error: { code: 'LIVE_PAYMENT_EXISTS', details: { live: 'INS59-000006' } },
    });
    expect(await code(propose(0))).toBe('LIVE_PAYMENT_EXISTS');
    valueOf(await propose(0, 'retroactive'));
    const [payment] = await rows({ status: ['prepared'] });
    valueOf(
      await finance.payments.cancel({ payments: [payment?.id ?? ''], reason: 'خطأ في الشهر' }),
    );
    valueOf(await approve(second));
  });

  it('is refused with a reason, which stays beside it', async () => {
    const { proposalId } = valueOf(await propose(1));
    const refusal = { id: proposalId, expectedVersion: 1, approve: false };
    expect(await code(finance.payments.decideProposal(refusal))).toBe('REASON_NEEDED');
    valueOf(await finance.payments.decideProposal({ ...refusal, reason: 'لا فرق في السجلات' }));
    expect(valueOf(await finance.payments.proposals({ cycleId }))).toMatchObject([
      { status: 'refused', decisionReason: 'لا فرق في السجلات', paymentId: null },
    ]);
  });

  it('goes to the next cycle that can take it where none is named', async () => {
    const { cycleId: next } = valueOf(
      await officer.payments.propose({
        beneficiaryId: people[0] ?? '',
        month: NOVEMBER,
        kind: 'difference',
        programme: 'PENSION',
        amount: halalas(500),
        reason: 'فرق',
      }),
    );
    expect(valueOf(await finance.payments.cycles({}))).toMatchObject([
      { id: next, month: '2026-12', payDate: '2026-12-01', sentRuns: 0 },
      { id: cycleId, month: '2026-11', sentRuns: 1 },
    ]);
  });
});

describe('a run', () => {
  it('gathers what waits, keeps what was held out, and counts itself', async () => {
    const [, held] = await prepared(0, 1, 2);
    valueOf(await finance.payments.hold({ payments: [held ?? ''], reason: 'تحقق من الحالة' }));
    const runId = await makeRun();
    expect(await runOf(runId)).toMatchObject({
      number: 2,
      reference: 'SSB202611L2',
      origin: 'prepared',
      status: 'prepared',
      programme: 'PENSION',
      payments: 2,
      amount: 132_002,
    });
    expect(await code(finance.payments.makeRun({ cycleId, programme: 'PENSION' }))).toBe(
      'NOTHING_TO_SEND',
    );
    expect((await rows({ runId })).map(({ kind }) => kind)).toEqual(['difference', 'difference']);
    const { checked, differences } = await branch.verifyPayments();
    expect([checked, differences]).toEqual([8, []]);
  });

  it('loses what is held or cancelled before it is sent, and is taken apart', async () => {
    const ids = await prepared(0, 1, 2);
    const runId = await makeRun();
    valueOf(await finance.payments.hold({ payments: [ids[0] ?? ''], reason: 'تحقق' }));
    valueOf(await finance.payments.cancel({ payments: [ids[1] ?? ''], reason: 'خطأ في الإدخال' }));
    expect(await runOf(runId)).toMatchObject({ payments: 1, amount: 66_002 });
    const { version } = await runOf(runId);
    valueOf(await finance.payments.dissolveRun({ runId, expectedVersion: version }));
    const { runs, waiting } = valueOf(await finance.payments.runs({ cycleId }));
    expect([runs.length, waiting]).toEqual([
      1,
      [{ programme: 'PENSION', count: 1, amount: 66_002 }],
    ]);
    expect((await branch.verifyPayments()).differences).toEqual([]);
  });

  it('takes no recovery: no order to pay collects money', async () => {
    const { proposalId } = valueOf(await propose(0, 'recovery'));
    valueOf(await approve(proposalId));
    const { waiting, recoveries } = valueOf(await finance.payments.runs({ cycleId }));
    expect([waiting, recoveries]).toEqual([[], { count: 1, amount: 66_000 }]);
    expect(await code(finance.payments.makeRun({ cycleId, programme: 'PENSION' }))).toBe(
      'NOTHING_TO_SEND',
    );
  });

  it('is not exported before it is known who pays', async () => {
    await prepared(0);
    const { target, result } = await exportRun(await makeRun());
    expect(result).toMatchObject({ error: { code: 'PAYER_MISSING' } });
    expect(readFileSync(target, 'utf8')).toBe('');
    expect(await code(finance.payments.setPayer({ ...PAYER, iban: 'SA0000000000' }))).toBe(
      'IBAN_LENGTH',
    );
  });
});

describe('an exported run', () => {
  beforeEach(async () => {
    valueOf(await finance.payments.setPayer(PAYER));
  });

  it('is a file that our own reader finds right, with its payments instructed', async () => {
    await prepared(0, 1);
    const runId = await makeRun();
    const { target, result } = await exportRun(runId);
    const exported = valueOf(result);
    const bytes = readFileSync(target);
    expect(exported).toEqual({
      payments: 2,
      amount: 132_001,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      again: false,
    });
    const text = bytes.toString('utf8');
    expect(text).toContain('<MsgId>SSB202611L2</MsgId>');
    expect(text).toContain('<PmtInfId>SSB202611L2-D</PmtInfId>');
    expect(text).toContain('<CtrlSum>1320.01</CtrlSum>');
    expect(text).toContain('<BICFI>NCBKSAJE</BICFI>');
    expect(await inspectBankFile(target)).toMatchObject({ kind: 'pain.001' });
    expect(await runOf(runId)).toMatchObject({
      status: 'sent',
      exportFormat: 'pain001',
      exportSha256: exported.sha256,
      exportBytes: bytes.length,
      sentBy: 'موظف finance',
    });
    const sent = await rows({ runId });
    expect(sent.map(({ status }) => status)).toEqual(['sent', 'sent']);
    const trace = valueOf(await finance.payments.trace({ id: sent[0]?.id ?? '' }));
    expect(trace.events.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['prepared', null],
      ['sent', '2026-11-01'],
    ]);
    expect((await branch.verifyPayments()).differences).toEqual([]);
  });

  it('written again is the same bytes and no second instruction', async () => {
    await prepared(0, 1);
    const runId = await makeRun();
    const first = await exportRun(runId);
    const before = await branch.tablesDigest(['payment', 'payment_event', 'payment_import']);
    branch.setNow('2026-11-05T08:00:00.000Z');
    const again = await exportRun(runId, 'again.xml');
    expect(valueOf(again.result).again).toBe(true);
    expect(readFileSync(again.target).equals(readFileSync(first.target))).toBe(true);
    expect(await branch.tablesDigest(['payment', 'payment_event', 'payment_import'])).toBe(before);
    expect((await exportRun(runId, 'x.txt', 'wages')).result).toMatchObject({
      error: { code: 'EXPORT_FORMAT', details: { format: 'pain001' } },
    });
  });

  it('in the wage-file layout is read back as such', async () => {
    await prepared(0, 1);
    const { target, result } = await exportRun(await makeRun(), 'wages.txt', 'wages');
    valueOf(result);
    const lines = readFileSync(target, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]?.split('\t')[5]).toBe('1320.01');
    expect(lines[1]?.split('\t')[3]).toBe('RJHI');
  });

  it('is answered by the bank as a whole batch under its own reference', async () => {
    await prepared(0, 1);
    const runId = await makeRun();
    valueOf((await exportRun(runId)).result);
    const report = await statusReport(branch.write('all.xml', ''), [], {
      originalMessageId: 'SSB202611L2',
      batch: {
        paymentInformationId: 'SSB202611L2-D',
        originalCount: 2,
        originalTotal: halalas(132_001),
        status: 'ACSC',
      },
    });
    const { file } = valueOf(await finance.reconciliation.preview({ path: report }));
    const commit = { fileId: file.id, expectedVersion: file.version };
    expect(valueOf(await finance.reconciliation.commit(commit)).applied).toBe(2);
    expect((await rows({ runId })).map(({ status }) => status)).toEqual(['settled', 'settled']);
    const { version } = await runOf(runId);
    const undo = { runId, expectedVersion: version, reason: 'لم يسلم الملف' };
    expect(await code(finance.payments.undoExport(undo))).toBe('RUN_ANSWERED');
  });

  it('is taken back while no bank has answered: its payments are prepared again, and sent once more', async () => {
    await prepared(0, 1);
    const runId = await makeRun();
    valueOf((await exportRun(runId)).result);
    const { version } = await runOf(runId);
    expect(
      valueOf(
        await finance.payments.undoExport({
          runId,
          expectedVersion: version,
          reason: 'لم يسلم الملف للبنك',
        }),
      ),
    ).toEqual({ payments: 2 });
    expect(await runOf(runId)).toMatchObject({ status: 'prepared', exportSha256: null });
    expect((await rows({ runId })).map(({ status }) => status)).toEqual(['prepared', 'prepared']);
    expect((await branch.verifyPayments()).differences).toEqual([]);
    valueOf((await exportRun(runId, 'second.xml')).result);
    const [payment] = await rows({ runId });
    const { events } = valueOf(await finance.payments.trace({ id: payment?.id ?? '' }));
    expect(events.map(({ type, reversed }) => [type, reversed])).toEqual([
      ['prepared', false],
      ['sent', true],
      ['reversed', false],
      ['sent', false],
    ]);
  });

  it('that cannot be put where it was meant to changes nothing', async () => {
    await prepared(0);
    const runId = await makeRun();
    const before = await branch.digest();
    const { version } = await runOf(runId);
    const nowhere = path.join(branch.folder, 'no', 'such', 'folder', 'run.xml');
    const refused = await finance.payments.exportRun({
      runId,
      expectedVersion: version,
      format: 'pain001',
      path: nowhere,
    });
    expect(refused).toMatchObject({ error: { code: 'EXPORT_PLACE' } });
    expect(await branch.digest()).toBe(before);
  });

  it('of a list that was planned here is the list, instructed once', async () => {
    const file = branch.write(
      'december.csv',
      listText(
        rowsOf(4).map((row) => ({
          ...row,
          month: '2026-12',
          reference: (row.reference ?? '').replace('202611', '202612'),
        })),
      ),
    );
    const { sha256, encoding, mapping } = valueOf(
      await finance.payments.previewList({ path: file }),
    );
    const imported = valueOf(
      await finance.payments.importList({ path: file, sha256, encoding, mapping, sent: false }),
    );
    cycleId = imported.cycleId;
    const [run] = valueOf(await finance.payments.runs({ cycleId })).runs;
    expect(run).toMatchObject({ origin: 'import', status: 'prepared', payments: 4 });
    expect((await rows()).every(({ status }) => status === 'prepared')).toBe(true);
    const { result } = await exportRun(run?.id ?? '', 'december.xml');
    expect(valueOf(result)).toMatchObject({ payments: 4, amount: 528_000 });
    expect((await rows()).every(({ status }) => status === 'sent')).toBe(true);
    expect(valueOf(await finance.reconciliation.totals({ cycleId }))).toMatchObject({
      sent: { count: 4 },
      balances: true,
    });
  });
});

describe('a list of another programme', () => {
  const FOOD = 'رقم الهوية,اسم المستفيد,الآيبان,المبلغ,الشهر,المرجع,نوع الدفعة,البرنامج';
  const text = (programmes: readonly string[]) =>
    listText([]).replace(/^.*\r\n/, `${FOOD}\r\n`) +
    listText(
      programmes.map((_, index) => ({ index, amount: '300.00', reference: `FOOD-${index}` })),
    )
      .split('\r\n')
      .slice(1, -1)
      .map((line, index) => `${line},${programmes[index] ?? ''}`)
      .join('\r\n');

  it('is a run of its own, beside the pension of the same people and month', async () => {
    const file = branch.write('food.csv', text(['دعم الغذاء', 'FOOD', 'food support']));
    const preview = valueOf(await finance.payments.previewList({ path: file }));
    expect(preview).toMatchObject({ problems: [], importable: true });
    const { sha256, encoding, mapping } = preview;
    valueOf(await finance.payments.importList({ path: file, sha256, encoding, mapping }));
    const { runs } = valueOf(await finance.payments.runs({ cycleId }));
    expect(runs.map(({ number, programme, payments }) => [number, programme, payments])).toEqual([
      [1, 'PENSION', 5],
      [2, 'FOOD', 3],
    ]);
  });

  it.each([
    ['of two programmes', ['FOOD', 'ELECTRICITY'], 'PROGRAMME_DIFFERS'],
    ['of a programme that nobody knows', ['FOOD', 'ZZZ'], 'PROGRAMME_UNKNOWN'],
    ['of the pension and another', ['', 'FOOD'], 'PAYMENT_EXISTS'],
  ])('%s is refused with the line', async (_, programmes, problem) => {
    const file = branch.write('mixed.csv', text(programmes));
    const preview = valueOf(await finance.payments.previewList({ path: file }));
    expect(preview.importable).toBe(false);
    expect(preview.problems.map(({ code: found }) => found)).toContain(problem);
  });

  it('may be made and renamed by the administrator alone', async () => {
    const admin = await branch.as('administrator');
    const bag = {
      code: 'SCHOOLBAG',
      nameAr: 'الحقيبة المدرسية',
      nameEn: 'School bag',
      active: true,
    };
    expect(await code(finance.programmes.save({ ...bag, expectedVersion: null }))).toBe(
      'NOT_PERMITTED',
    );
    valueOf(await admin.programmes.save({ ...bag, expectedVersion: null }));
    expect(await code(admin.programmes.save({ ...bag, expectedVersion: null }))).toBe(
      'PROGRAMME_EXISTS',
    );
    valueOf(await admin.programmes.save({ ...bag, active: false, expectedVersion: 1 }));
    expect(await code(admin.programmes.save({ ...bag, expectedVersion: 1 }))).toBe('CONFLICT');
    const programmes = valueOf(await finance.programmes.list({}));
    expect(programmes.find(({ code: known }) => known === 'SCHOOLBAG')?.active).toBe(false);
  });
});

describe('holding', () => {
  it('keeps a rejected payment, and release lets it stand where it stood, with its reason', async () => {
    const report = await statusReport(branch.write('r.xml', ''), [
      answer(0, 'RJCT', { reasons: [{ code: 'AC04' }] }),
      answer(1, 'ACSC'),
    ]);
    const { file } = valueOf(await finance.reconciliation.preview({ path: report }));
    valueOf(
      await finance.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }),
    );
    const [rejected, settled, sent] = await rows();
    const ids = (payment: typeof rejected) => [payment?.id ?? ''];
    valueOf(await supervisor.payments.hold({ payments: ids(rejected), reason: 'تحقق من الحالة' }));
    expect((await rows())[0]).toMatchObject({ status: 'held', reasonCode: null });
    valueOf(await supervisor.payments.release({ payments: ids(rejected), reason: 'اكتمل التحقق' }));
    expect((await rows())[0]).toMatchObject({ status: 'rejected', reasonCode: 'AC04' });
    const hold = (payment: typeof rejected) =>
      code(supervisor.payments.hold({ payments: ids(payment), reason: 'تحقق' }));
    expect(await hold(settled)).toBe('PAYMENT_PAID');
    expect(await hold(sent)).toBe('PAYMENT_AT_BANK');
    expect(await code(officer.payments.hold({ payments: ids(rejected), reason: 'تحقق' }))).toBe(
      'NOT_PERMITTED',
    );
    expect((await branch.verifyPayments()).differences).toEqual([]);
  });

  it('of several payments is of all of them or of none', async () => {
    const ids = await prepared(0, 1);
    const before = await branch.digest();
    const first = (await rows()).find(({ status }) => status === 'sent');
    const mixed = { payments: [...ids, first?.id ?? ''], reason: 'تحقق' };
    expect(await finance.payments.hold(mixed)).toMatchObject({
      error: { code: 'PAYMENT_AT_BANK', details: { count: 1 } },
    });
    expect(await branch.digest()).toBe(before);
    expect(valueOf(await finance.payments.hold({ payments: ids, reason: 'تحقق' })).changed).toBe(2);
  });
});
