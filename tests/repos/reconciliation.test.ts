import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import {
  answer,
  debited,
  notification,
  reference,
  rejected,
  returned,
  statusReport,
} from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf, type ListRow } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;
let cycleId: string;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  cycleId = await importList(rowsOf(5));
});
afterEach(() => branch.close());

async function importList(rows: readonly ListRow[], name = 'list.csv'): Promise<string> {
  const path = branch.write(name, listText(rows));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  return valueOf(await api.payments.importList({ path, sha256, encoding, mapping })).cycleId;
}

let files = 0;
const newFile = (): string => {
  files += 1;
  return branch.write(`answer-${files}.xml`, '');
};

const preview = async (path: string) => valueOf(await api.reconciliation.preview({ path }));

async function commit(path: string): Promise<string> {
  const { file } = await preview(path);
  valueOf(await api.reconciliation.commit({ fileId: file.id, expectedVersion: file.version }));
  return file.id;
}

async function undo(fileId: string) {
  const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
  return api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 });
}

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId', limit: 500 }));
  return rows.map(({ status }) => status);
}

async function exceptions() {
  const { rows } = valueOf(await api.reconciliation.exceptions({}));
  return rows.map(({ kind, endToEndId, reasonCode }) => [kind, endToEndId, reasonCode]);
}

const totals = async () => valueOf(await api.reconciliation.totals({ cycleId }));

describe('a status report', () => {
  it('is previewed: what it advances, what is left, what needs an officer', async () => {
    const path = await statusReport(newFile(), [
      answer(0, 'ACSC'),
      answer(1, 'ACCC'),
      rejected(2, 'AC04'),
      answer(3, 'PDNG'),
    ]);
    const before = await branch.tablesDigest(['payment', 'payment_event']);
    expect(await preview(path)).toMatchObject({
      file: { kind: 'pain.002', lines: 4, status: 'preview' },
      matched: [{ rule: 'endToEndId', count: 4 }],
      advances: [
        { status: 'settled', count: 1, amount: 132_000 },
        { status: 'credited', count: 1, amount: 132_000 },
        { status: 'rejected', count: 1, amount: 132_000 },
      ],
      unchanged: 1,
      exceptions: [{ kind: 'rejected', count: 1, amount: 132_000 }],
      amount: 396_000,
      months: [{ month: '2026-11', lines: 4 }],
      warnings: [],
    });
    expect(await branch.tablesDigest(['payment', 'payment_event'])).toBe(before);
  });

  it('that is committed moves the payments, keeps their trace and opens the exceptions', async () => {
    await commit(await statusReport(newFile(), [answer(0, 'ACSC'), rejected(2, 'AC04')]));
    await commit(await notification(newFile(), [returned(0)]));
    expect(await statuses()).toEqual(['returned', 'sent', 'rejected', 'sent', 'sent']);
    expect(await totals()).toMatchObject({
      sent: { count: 5, amount: 660_000 },
      paid: { count: 0, amount: 0 },
      rejected: { count: 1, amount: 132_000 },
      returned: { count: 1, amount: 132_000 },
      open: { count: 3, amount: 396_000 },
      balances: true,
    });
    const { rows } = valueOf(await api.payments.list({ search: reference(0) }));
    const trace = valueOf(await api.payments.trace({ id: rows[0]?.id ?? '' }));
    expect(
      trace.events.map(({ type, effectiveOn, reasonList, reasonCode, fileName }) => [
        type,
        effectiveOn,
        reasonList,
        reasonCode,
        fileName?.replace(/\d+/, 'n') ?? null,
      ]),
    ).toEqual([
      ['prepared', null, null, null, null],
      ['sent', '2026-11-01', null, null, null],
      ['settled', null, null, null, 'answer-n.xml'],
      ['returned', '2026-11-05', 'return', 'AC04', 'answer-n.xml'],
    ]);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('shows an exception beside our payment, with the bank’s own text and what it asks for', async () => {
    await commit(
      await statusReport(newFile(), [
        { ...rejected(2, 'AC04'), name: 'إبراهيم', iban: 'SA0380000000608010167519' },
      ]),
    );
    const { rows } = valueOf(await api.reconciliation.exceptions({ cycleId, kind: 'rejected' }));
    const detail = valueOf(await api.reconciliation.exception({ id: rows[0]?.id ?? '' }));
    expect(detail.line?.raw).toMatch(/^<TxInfAndSts>.*<TxSts>RJCT<\/TxSts>.*<\/TxInfAndSts>$/s);
    expect(detail).toMatchObject({
      matchRule: 'endToEndId',
      line: {
        number: 1,
        amount: '1320.00',
        currency: 'SAR',
        isoStatus: 'RJCT',
        account: 'SA******7519',
      },
      payment: { endToEndId: reference(2), amount: 132_000, status: 'rejected' },
    });
    expect(detail.reason?.actionAr).toContain('حساب');
    expect(detail.reason?.en).toContain('closed');
  });

  it('counts exceptions by kind, list and code, with amount and age', async () => {
    await commit(
      await statusReport(newFile(), [
        rejected(0, 'AC04'),
        rejected(1, 'AC04'),
        rejected(2, 'NARR'),
      ]),
    );
    expect(valueOf(await api.reconciliation.exceptionCounts({ cycleId }))).toMatchObject([
      {
        kind: 'rejected',
        reasonList: 'status',
        reasonCode: 'AC04',
        count: 2,
        amount: 264_000,
        oldest: '2026-11-02T08:00:00.000Z',
      },
      {
        kind: 'unclearReason',
        reasonList: 'status',
        reasonCode: 'NARR',
        count: 1,
        amount: 132_000,
        oldest: '2026-11-02T08:00:00.000Z',
      },
    ]);
  });
});

describe('a line that cannot simply be applied', () => {
  const sar = { amount: halalas(132_000) };
  it.each([
    ['an id that is not ours', [answer(0, 'ACSC', { endToEndId: 'STRANGER-1' })], 'unknownId'],
    ['another amount', [answer(0, 'ACSC', { amount: halalas(131_999) })], 'amountDiffers'],
    ['the same twice', [answer(0, 'ACSC', sar), answer(0, 'ACSC', sar)], 'duplicateLine'],
    ['rejected, then paid', [rejected(0, 'AC04'), answer(0, 'ACSC')], 'rejectedThenPaid'],
    ['a status nobody knows', [answer(0, 'BLCK')], 'unclearReason'],
    ['a rejection without a reason', [answer(0, 'RJCT')], 'unclearReason'],
  ])('has %s', async (_what, lines, kind) => {
    const shown = await preview(await statusReport(newFile(), lines));
    expect(shown.exceptions.map((exception) => exception.kind)).toContain(kind);
  });

  it('in another currency is not paid', async () => {
    const path = await statusReport(newFile(), [answer(0, 'ACSC')]);
    const text = readFileSync(path, 'utf8').replace('Ccy="SAR"', 'Ccy="USD"');
    const shown = await preview(branch.write('dollars.xml', text));
    expect(shown).toMatchObject({ advances: [], exceptions: [{ kind: 'currencyDiffers' }] });
  });

  it('is matched on nothing but identifiers, however much else agrees', async () => {
    const path = await statusReport(newFile(), [
      answer(0, 'ACSC', { endToEndId: 'NOTPROVIDED', iban: 'SA0380000000608010167519' }),
    ]);
    expect(await preview(path)).toMatchObject({ matched: [], exceptions: [{ kind: 'unknownId' }] });
  });

  it('several lines of a payment are taken in the order of the file', async () => {
    const path = await statusReport(newFile(), [
      answer(0, 'ACSP'),
      answer(0, 'ACSC'),
      answer(0, 'ACCC'),
      answer(1, 'ACSC'),
      answer(0, 'ACSC'),
    ]);
    await commit(path);
    expect(await statuses()).toEqual(['credited', 'settled', 'sent', 'sent', 'sent']);
    expect(await exceptions()).toEqual([['duplicateLine', reference(0), null]]);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });
});

describe('a payment is found by', () => {
  it('its instruction id where the bank gives no end-to-end id', async () => {
    const path = await statusReport(newFile(), [
      answer(0, 'ACSC', { endToEndId: 'NOTPROVIDED', instructionId: 'INS59-000003' }),
    ]);
    expect(await preview(path)).toMatchObject({ matched: [{ rule: 'instructionId', count: 1 }] });
  });

  it('no instruction id that belongs to another batch, and none that is repeated', async () => {
    const other = answer(0, 'ACSC', { endToEndId: 'NOTPROVIDED', instructionId: 'INS59-000003' });
    const wrong = { originalMessageId: 'SSB202610-R', batch: { paymentInformationId: 'X' } };
    expect(await preview(await statusReport(newFile(), [other], wrong))).toMatchObject({
      matched: [],
    });
    expect(await preview(await statusReport(newFile(), [other, other]))).toMatchObject({
      matched: [],
    });
  });

  it('the bank reference under which it was reported before', async () => {
    await commit(
      await statusReport(newFile(), [answer(0, 'ACSC', { bankReference: 'FT26306XYZ01' })]),
    );
    const path = await notification(newFile(), [
      returned(0, 'AC06', { endToEndId: null, bankReference: 'FT26306XYZ01' }),
    ]);
    expect(await preview(path)).toMatchObject({
      matched: [{ rule: 'bankReference', count: 1 }],
      advances: [{ status: 'returned', count: 1 }],
    });
  });

  it('an exact id in the narrative, but not by a piece of one', async () => {
    const text = (narrative: string) => returned(1, 'AC06', { endToEndId: null, narrative });
    const exact = await notification(newFile(), [text(`RTN/${reference(1)}/ACCOUNT BLOCKED`)]);
    expect(await preview(exact)).toMatchObject({ matched: [{ rule: 'narrativeToken', count: 1 }] });
    const piece = await notification(newFile(), [text(`RTN ${reference(1).slice(0, -1)}`)]);
    expect(await preview(piece)).toMatchObject({ matched: [] });
    const two = await notification(newFile(), [text(`${reference(1)} ${reference(2)}`)]);
    expect(await preview(two)).toMatchObject({ matched: [] });
  });
});

describe('a status for a whole batch', () => {
  const whole = { status: 'RJCT', reasons: [{ code: 'AM10' }] };

  it('rejects every payment of it, and needs one officer', async () => {
    await importList([{ index: 0, kind: 'فرق', reference: 'DIFF-1' }], 'differences.csv');
    const path = await statusReport(newFile(), [], { batch: whole });
    expect(await preview(path)).toMatchObject({
      file: { lines: 1 },
      matched: [{ rule: 'batch', count: 5 }],
      advances: [{ status: 'rejected', count: 5, amount: 660_000 }],
      exceptions: [{ kind: 'batchRejected', count: 1, amount: 660_000 }],
      warnings: [{ code: 'TRANSACTIONS_NOT_LISTED' }],
    });
    const [staged] = valueOf(await api.reconciliation.files({}));
    const input = { fileId: staged?.id ?? '', expectedVersion: staged?.version ?? 0 };
    expect(valueOf(await api.reconciliation.commit(input))).toEqual({ applied: 5, exceptions: 1 });
    expect((await statuses()).filter((status) => status === 'rejected')).toHaveLength(5);
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    const detail = valueOf(await api.reconciliation.exception({ id: rows[0]?.id ?? '' }));
    expect(detail.line?.raw).toContain('<OrgnlPmtInfId>SSB202611-R</OrgnlPmtInfId>');
    expect(detail.row).toMatchObject({ kind: 'batchRejected', paymentId: null, banks: 660_000 });
  });

  it('leaves those out that the file lists, and what contradicts it to an officer', async () => {
    await commit(await statusReport(newFile(), [answer(4, 'ACSC')]));
    const path = await statusReport(newFile(), [rejected(0, 'AC04')], { batch: whole });
    expect(await preview(path)).toMatchObject({
      matched: [
        { rule: 'endToEndId', count: 1 },
        { rule: 'batch', count: 4 },
      ],
      advances: [{ status: 'rejected', count: 4 }],
    });
    await commitAgain();
    expect(new Set((await exceptions()).map(([kind]) => kind))).toEqual(
      new Set(['batchRejected', 'rejected', 'rejectedThenPaid']),
    );
    expect((await statuses()).at(-1)).toBe('settled');
  });

  it('of a batch that is not ours is an unknown id', async () => {
    const path = await statusReport(newFile(), [], {
      originalMessageId: 'PAYROLL-7',
      batch: { ...whole, paymentInformationId: 'PAYROLL-7' },
    });
    expect(await preview(path)).toMatchObject({
      exceptions: [{ kind: 'unknownId', count: 1 }],
      warnings: [{ code: 'NOTHING_MATCHES' }, { code: 'TRANSACTIONS_NOT_LISTED' }],
    });
  });

  it('booked in one sum settles what was not rejected, and only if the sum is right', async () => {
    await commit(await statusReport(newFile(), [rejected(0, 'AC04')]));
    const booking = (amount: number) =>
      notification(newFile(), [
        debited(0, {
          endToEndId: null,
          paymentInformationId: 'SSB202611-R',
          amount: halalas(amount),
        }),
      ]);
    const asBatch = async (amount: number) => {
      const text = readFileSync(await booking(amount), 'utf8').replace(
        /<NtryDtls>.*<\/NtryDtls>/s,
        '<NtryDtls><Btch><PmtInfId>SSB202611-R</PmtInfId></Btch></NtryDtls>',
      );
      return preview(branch.write(`booking-${amount}.xml`, text));
    };
    expect(await asBatch(660_000)).toMatchObject({
      advances: [],
      exceptions: [{ kind: 'amountDiffers', count: 1, amount: 660_000 }],
    });
    expect(await asBatch(528_000)).toMatchObject({
      advances: [{ status: 'settled', count: 4, amount: 528_000 }],
    });
  });

  async function commitAgain(): Promise<void> {
    const [staged] = valueOf(await api.reconciliation.files({}));
    const input = { fileId: staged?.id ?? '', expectedVersion: staged?.version ?? 0 };
    valueOf(await api.reconciliation.commit(input));
  }
});

describe('a preview', () => {
  it('that is thrown away leaves nothing but that there was one', async () => {
    const before = await branch.tablesDigest(['bank_line', 'payment', 'payment_event']);
    const { file } = await preview(await statusReport(newFile(), [answer(0, 'ACSC')]));
    const staged = { fileId: file.id, expectedVersion: file.version };
    valueOf(await api.reconciliation.discard(staged));
    expect(await branch.tablesDigest(['bank_line', 'payment', 'payment_event'])).toBe(before);
    expect(valueOf(await api.reconciliation.files({}))).toMatchObject([{ status: 'discarded' }]);
    expect(await api.reconciliation.commit(staged)).toMatchObject({
      error: { code: 'NOT_A_PREVIEW' },
    });
  });

  it('that others have overtaken is matched anew when it is committed', async () => {
    const slow = await preview(
      await statusReport(newFile(), [answer(0, 'ACSC'), answer(1, 'ACSC')]),
    );
    expect(slow.advances).toMatchObject([{ status: 'settled', count: 2 }]);
    await commit(await statusReport(newFile(), [rejected(0, 'AC04')]));
    const { id: fileId, version: expectedVersion } = slow.file;
    expect(valueOf(await api.reconciliation.commit({ fileId, expectedVersion }))).toEqual({
      applied: 1,
      exceptions: 1,
    });
    expect(valueOf(await api.reconciliation.previewOf({ fileId }))).toMatchObject({
      advances: [{ status: 'settled', count: 1 }],
      exceptions: [{ kind: 'rejectedThenPaid' }],
    });
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('is committed once', async () => {
    const { file } = await preview(await statusReport(newFile(), [answer(0, 'ACSC')]));
    const staged = { fileId: file.id, expectedVersion: file.version };
    valueOf(await api.reconciliation.commit(staged));
    expect(await api.reconciliation.commit(staged)).toMatchObject({
      error: { code: 'NOT_A_PREVIEW', details: { status: 'committed' } },
    });
  });

  it('that is stopped half-way leaves nothing', async () => {
    const path = await statusReport(
      newFile(),
      Array.from({ length: 20_000 }, (_, place) => answer(0, 'ACSC', { endToEndId: `X${place}` })),
    );
    const before = await branch.digest({ audit: true });
    for (const phase of ['reading', 'matching']) {
      const stop = new AbortController();
      const result = await api.reconciliation.preview(
        { path },
        {
          signal: stop.signal,
          onProgress: (event) => {
            if (event.phase === phase && event.done > 0) stop.abort();
          },
        },
      );
      expect(result).toEqual({ ok: false, error: { code: 'CANCELLED' } });
      expect(await branch.digest({ audit: true })).toBe(before);
    }
  });

  it('that the end of the process interrupted is gone at the next start', async () => {
    const before = await branch.digest();
    const { file } = await preview(await statusReport(newFile(), [answer(0, 'ACSC')]));
    await branch.run(`update bank_file set status = 'reading' where id = '${file.id}'`);
    await branch.reopen();
    expect(await branch.digest()).toBe(before);
  });
});

describe('a commit that is stopped half-way', () => {
  it('leaves everything as it was, and can be done again', async () => {
    const strangers = Array.from({ length: 5000 }, (_, place) =>
      answer(0, 'ACSC', { endToEndId: `X${place}` }),
    );
    const { file } = await preview(
      await statusReport(newFile(), [answer(0, 'ACSC'), ...strangers]),
    );
    const before = await branch.digest({ audit: true });
    const stop = new AbortController();
    const staged = { fileId: file.id, expectedVersion: file.version };
    const result = await api.reconciliation.commit(staged, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(result).toEqual({ ok: false, error: { code: 'CANCELLED' } });
    expect(await branch.digest({ audit: true })).toBe(before);
    expect(valueOf(await api.reconciliation.commit(staged))).toEqual({
      applied: 1,
      exceptions: 5000,
    });
  });
});

describe('taking a file back', () => {
  it('puts the payments where they stood, withdraws its exceptions, and removes nothing', async () => {
    const path = await statusReport(newFile(), [
      answer(0, 'ACSP'),
      answer(0, 'ACSC'),
      rejected(1, 'AC04'),
    ]);
    const fileId = await commit(path);
    expect(valueOf(await undo(fileId))).toEqual({ reversed: 3 });
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(await exceptions()).toEqual([]);
    const { rows } = valueOf(await api.payments.list({ search: reference(0) }));
    const { events } = valueOf(await api.payments.trace({ id: rows[0]?.id ?? '' }));
    expect(events.map(({ type, reversed }) => [type, reversed])).toEqual([
      ['prepared', false],
      ['sent', false],
      ['bankAccepted', true],
      ['settled', true],
      ['reversed', false],
      ['reversed', false],
    ]);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
    expect(await undo(fileId)).toMatchObject({ error: { code: 'NOT_COMMITTED' } });
    await commit(path);
    expect((await statuses())[0]).toBe('settled');
  });

  it('is refused while a later file says something about the same payments', async () => {
    const first = await commit(await statusReport(newFile(), [answer(0, 'ACSC')]));
    const second = await commit(await statusReport(newFile(), [answer(0, 'ACSC')]));
    expect(await undo(first)).toMatchObject({ ok: false, error: { code: 'LATER_FILE' } });
    valueOf(await undo(second));
    valueOf(await undo(first));
    expect((await statuses())[0]).toBe('sent');
  });

  it('is refused while an exception of it is settled', async () => {
    const fileId = await commit(await statusReport(newFile(), [rejected(0, 'AC04')]));
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    const [exception] = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
    const list = exception ? [exception] : [];
    valueOf(
      await api.reconciliation.resolve({
        exceptions: list,
        resolution: 'beneficiaryAsked',
        note: 'طُلب حساب جديد',
      }),
    );
    expect(await undo(fileId)).toMatchObject({
      error: { code: 'EXCEPTIONS_RESOLVED', details: { count: 1 } },
    });
    const again = list.map(({ id }) => ({ id, expectedVersion: 2 }));
    valueOf(await api.reconciliation.reopen({ exceptions: again }));
    valueOf(await undo(fileId));
  });
});

describe('settling exceptions', () => {
  const note = 'سُئل البنك';
  const resolve = (list: readonly { id: string; version: number }[]) =>
    api.reconciliation.resolve({
      exceptions: list.map(({ id, version }) => ({ id, expectedVersion: version })),
      resolution: 'bankAsked',
      note,
    });

  it('is done together for one kind and code only', async () => {
    await commit(
      await statusReport(newFile(), [
        rejected(0, 'AC04'),
        rejected(1, 'AC04'),
        rejected(2, 'AC06'),
      ]),
    );
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    expect(await resolve(rows)).toMatchObject({ error: { code: 'MIXED_EXCEPTIONS' } });
    const closed = rows.filter(({ reasonCode }) => reasonCode === 'AC04');
    expect(valueOf(await resolve(closed))).toEqual({ resolved: 2 });
    expect(await resolve(closed)).toMatchObject({ error: { code: 'NOT_OPEN' } });
    const settled = valueOf(await api.reconciliation.exceptions({ status: 'resolved' }));
    expect(settled.total).toBe(2);
    const detail = valueOf(await api.reconciliation.exception({ id: settled.rows[0]?.id ?? '' }));
    expect(detail).toMatchObject({ resolution: 'bankAsked', note });
  });

  it('is refused where a colleague was first', async () => {
    await commit(await statusReport(newFile(), [rejected(0, 'AC04')]));
    const { rows } = valueOf(await api.reconciliation.exceptions({}));
    await branch.run('update reconciliation_exception set version = 2');
    expect(await resolve(rows)).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('a file that the officer is warned of', () => {
  const stranger = (): Promise<string> =>
    statusReport(newFile(), [answer(0, 'ACSC', { endToEndId: 'SSB202610R0000001' })], {
      originalMessageId: 'SSB202610-R',
      batch: { paymentInformationId: 'SSB202610-R' },
    });

  it('matches nothing, and is committed only knowingly', async () => {
    const shown = await preview(await stranger());
    expect(shown).toMatchObject({
      matched: [],
      months: [],
      warnings: [{ code: 'NOTHING_MATCHES' }],
    });
    const staged = { fileId: shown.file.id, expectedVersion: shown.file.version };
    const before = await branch.digest({ audit: true });
    expect(await api.reconciliation.commit(staged)).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_MATCHES' },
    });
    expect(await branch.digest({ audit: true })).toBe(before);
    const knowingly = { ...staged, acknowledged: ['NOTHING_MATCHES' as const] };
    expect(valueOf(await api.reconciliation.commit(knowingly))).toEqual({
      applied: 0,
      exceptions: 1,
    });
    expect((await totals()).balances).toBe(true);
  });

  it('is of a month that is closed', async () => {
    await commit(await statusReport(newFile(), [answer(0, 'ACSC')]));
    await branch.run("update cycle set status = 'closed'");
    const shown = await preview(await notification(newFile(), [returned(0)]));
    expect(shown.warnings).toEqual([{ code: 'OTHER_MONTH', details: { months: '2026-11' } }]);
    const staged = { fileId: shown.file.id, expectedVersion: shown.file.version };
    expect(await api.reconciliation.commit(staged)).toMatchObject({
      error: { code: 'OTHER_MONTH', details: { months: '2026-11' } },
    });
    const knowingly = { ...staged, acknowledged: ['OTHER_MONTH' as const] };
    expect(await api.reconciliation.commit(knowingly)).toMatchObject({
      error: { code: 'CYCLE_CLOSED', details: { month: '2026-11' } },
    });
    expect((await statuses())[0]).toBe('settled');
    const [committed] = valueOf(await api.reconciliation.files({})).filter(
      ({ status }) => status === 'committed',
    );
    expect(await undo(committed?.id ?? '')).toMatchObject({ error: { code: 'CYCLE_CLOSED' } });
    await branch.run("update cycle set status = 'open'");
    valueOf(await api.reconciliation.commit(knowingly));
    expect((await statuses())[0]).toBe('returned');
  });

  it('has the message id of another file', async () => {
    await commit(await statusReport(newFile(), [answer(0, 'ACSC')], { messageId: 'M-1' }));
    const shown = await preview(
      await statusReport(newFile(), [answer(1, 'ACSC')], { messageId: 'M-1' }),
    );
    expect(shown.warnings).toMatchObject([
      { code: 'MESSAGE_ID_REUSED', details: { messageId: 'M-1' } },
    ]);
  });

  it('does not add up', async () => {
    const path = await notification(newFile(), [debited(0)]);
    const text = readFileSync(path, 'utf8').replace('1320.00', '1330.00');
    const shown = await preview(branch.write('differs.xml', text));
    expect(shown.warnings).toMatchObject([{ code: 'DETAILS_DIFFER', details: { entry: '1' } }]);
  });

  it('says of a stranger what it said before: no second exception', async () => {
    const lines = [answer(0, 'ACSC', { endToEndId: 'STRANGER' }), answer(1, 'ACSC')];
    await commit(await statusReport(newFile(), lines));
    const again = await preview(await statusReport(newFile(), [...lines, answer(2, 'ACSC')]));
    expect(again).toMatchObject({ unchanged: 2, exceptions: [] });
  });
});

describe('a file that says nothing about what was paid', () => {
  it.each([
    [
      'our own message',
      'pain.001',
      'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
      'CstmrCdtTrfInitn',
    ],
    [
      'a report within the day',
      'camt.052',
      'urn:iso:std:iso:20022:tech:xsd:camt.052.001.08',
      'BkToCstmrAcctRpt',
    ],
  ])('is refused: %s', async (_what, kind, namespace, element) => {
    const before = await branch.digest({ audit: true });
    const xml = `<Document xmlns="${namespace}"><${element}><GrpHdr><MsgId>1</MsgId></GrpHdr></${element}></Document>`;
    expect(
      await api.reconciliation.preview({ path: branch.write('other.xml', xml) }),
    ).toMatchObject({ ok: false, error: { code: 'BANK_FILE_NOT_AN_ANSWER', details: { kind } } });
    expect(await branch.digest({ audit: true })).toBe(before);
  });
});
