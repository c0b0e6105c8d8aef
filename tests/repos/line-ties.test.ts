import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { answer, debited, notification, returned, statusReport } from './bank-answers.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { iban, listText, rowsOf } from './payment-lists.ts';

let branch: TestBranch;
let api: Client;

beforeEach(async () => {
  branch = await openBranch();
  api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rowsOf(3)));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
});
afterEach(() => branch.close());

let files = 0;
const newFile = (): string => {
  files += 1;
  return branch.write(`file-${files}.xml`, '');
};

async function commit(path: string): Promise<string> {
  const { file } = valueOf(await api.reconciliation.preview({ path }));
  const acknowledged = ['NOTHING_MATCHES', 'OTHER_MONTH'] as const;
  const input = { fileId: file.id, expectedVersion: file.version };
  valueOf(await api.reconciliation.commit({ ...input, acknowledged: [...acknowledged] }));
  return file.id;
}

/** A line of our account whose reference the bank has lost. */
const lost = (index: number, more: Parameters<typeof debited>[1] = {}) =>
  debited(index, { endToEndId: null, iban: iban(index), ...more });

async function unknown() {
  const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'unknownId' }));
  const [row] = rows;
  if (!row) throw new Error('No unknown line');
  return { exceptionId: row.id, expectedVersion: row.version };
}

const candidates = async () => {
  const { exceptionId } = await unknown();
  return valueOf(await api.reconciliation.candidates({ exceptionId }));
};

async function statuses(): Promise<string[]> {
  const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId', limit: 500 }));
  return rows.map(({ status }) => status);
}

const total = async (kind: 'unknownId' | 'returned' | 'unclearReason'): Promise<number> =>
  valueOf(await api.reconciliation.exceptions({ kind })).total;

describe('a line whose reference is unknown', () => {
  it('suggests the payments of its account and amount, with why, and posts nothing', async () => {
    await commit(await notification(newFile(), [lost(1)]));
    expect(await candidates()).toMatchObject([
      { status: 'sent', month: '2026-11', amount: 132_000, days: 4, fits: true },
    ]);
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  it.each([
    ['another amount', { amount: halalas(131_999) }],
    ['another account', { iban: iban(9) }],
    ['no account', { iban: null }],
  ])('suggests nothing by %s', async (_what, more) => {
    await commit(await notification(newFile(), [lost(1, more)]));
    expect(await candidates()).toEqual([]);
  });

  it('suggests nothing from another time', async () => {
    await branch.run("update cycle set pay_date = '2026-06-01'");
    await commit(await notification(newFile(), [lost(1)]));
    expect(await candidates()).toEqual([]);
  });

  it('is tied by an officer: the payment moves as if the bank had named it, and the trace says by whom', async () => {
    await commit(await notification(newFile(), [lost(1)]));
    const [candidate] = await candidates();
    const paymentId = candidate?.paymentId ?? '';
    expect(valueOf(await api.reconciliation.tie({ ...(await unknown()), paymentId }))).toEqual({
      status: 'settled',
    });
    expect(await statuses()).toEqual(['sent', 'settled', 'sent']);
    expect(await total('unknownId')).toBe(0);
    const trace = valueOf(await api.payments.trace({ id: paymentId }));
    expect(trace.events.at(-1)).toMatchObject({
      type: 'settled',
      effectiveOn: '2026-11-05',
      fileName: `file-${files}.xml`,
      officerName: 'موظف finance',
    });
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('is not tied to a payment of which the same file says the same already', async () => {
    await commit(await notification(newFile(), [lost(1), lost(1, { narrative: 'AGAIN' })]));
    const [candidate] = await candidates();
    const paymentId = candidate?.paymentId ?? '';
    valueOf(await api.reconciliation.tie({ ...(await unknown()), paymentId }));
    expect(await api.reconciliation.tie({ ...(await unknown()), paymentId })).toMatchObject({
      error: { code: 'TIE_REPEATS' },
    });
    expect(await total('unknownId')).toBe(1);
  });

  it('is the effect of its file: undoing the file takes the tie back', async () => {
    const fileId = await commit(await notification(newFile(), [lost(1)]));
    const before = await branch.tablesDigest(['payment']);
    const [candidate] = await candidates();
    const input = { ...(await unknown()), paymentId: candidate?.paymentId ?? '' };
    valueOf(await api.reconciliation.tie(input));
    const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
    const undone = await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 });
    expect(undone).toMatchObject({ ok: true, value: { reversed: 1 } });
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
    expect(await branch.tablesDigest(['payment'])).not.toBe(before);
  });

  it('that tells of a return opens what a return opens', async () => {
    await commit(await statusReport(newFile(), [answer(1, 'ACSC')]));
    await commit(
      await notification(newFile(), [returned(1, 'AC04', { endToEndId: null, iban: iban(1) })]),
    );
    const [candidate] = await candidates();
    const input = { ...(await unknown()), paymentId: candidate?.paymentId ?? '' };
    valueOf(await api.reconciliation.tie(input));
    expect(await statuses()).toEqual(['sent', 'returned', 'sent']);
    expect(await total('returned')).toBe(1);
  });

  it('is looked at a second time: amount, account, currency, standing and version must all agree', async () => {
    await commit(await notification(newFile(), [lost(1)]));
    const [candidate] = await candidates();
    const right = { ...(await unknown()), paymentId: candidate?.paymentId ?? '' };
    const { rows } = valueOf(await api.payments.list({ sort: 'endToEndId' }));
    const other = rows[0]?.id ?? '';
    const before = await branch.digest({ audit: true });
    const refused = async (input: typeof right): Promise<string> => {
      const result = await api.reconciliation.tie(input);
      return result.ok ? 'tied' : result.error.code;
    };
    expect(await refused({ ...right, paymentId: other })).toBe('TIE_ACCOUNT_DIFFERS');
    expect(await refused({ ...right, expectedVersion: 9 })).toBe('CONFLICT');
    expect(await branch.digest({ audit: true })).toBe(before);
    await branch.run(`update payment set amount_halalas = 1 where id = '${right.paymentId}'`);
    expect(await refused(right)).toBe('TIE_AMOUNT_DIFFERS');
    await branch.run(`update payment set amount_halalas = 132000 where id = '${right.paymentId}'`);
    await branch.run(`update payment set status = 'held' where id = '${right.paymentId}'`);
    expect(await refused(right)).toBe('TIE_CONTRADICTS');
    await branch.run(`update payment set status = 'sent' where id = '${right.paymentId}'`);
    await branch.run("update bank_line set currency = 'USD'");
    expect(await refused(right)).toBe('TIE_CURRENCY_DIFFERS');
  });

  it('is tied once', async () => {
    await commit(await notification(newFile(), [lost(1)]));
    const [candidate] = await candidates();
    const input = { ...(await unknown()), paymentId: candidate?.paymentId ?? '' };
    valueOf(await api.reconciliation.tie(input));
    expect(await api.reconciliation.tie(input)).toMatchObject({ error: { code: 'NOT_OPEN' } });
  });
});

describe('a tie that was wrong', () => {
  async function tied(line = lost(1)) {
    const fileId = await commit(await notification(newFile(), [line]));
    const [candidate] = await candidates();
    const paymentId = candidate?.paymentId ?? '';
    const open = await unknown();
    valueOf(await api.reconciliation.tie({ ...open, paymentId }));
    return { fileId, paymentId, exceptionId: open.exceptionId };
  }
  const tiesOf = async (paymentId: string) => valueOf(await api.reconciliation.ties({ paymentId }));
  async function untie(paymentId: string) {
    const [tie] = await tiesOf(paymentId);
    const input = { exceptionId: tie?.exceptionId ?? '', expectedVersion: tie?.version ?? 0 };
    return api.reconciliation.untie(input);
  }
  const refusedWith = async (paymentId: string) => {
    const result = await untie(paymentId);
    return result.ok ? null : result.error.code;
  };

  it('is untied: the payment stands where it stood, the line is unknown again and may be tied anew', async () => {
    const { paymentId, exceptionId } = await tied();
    expect(await tiesOf(paymentId)).toMatchObject([
      { exceptionId, line: 1, amount: 132_000, bookedOn: '2026-11-05' },
    ]);
    valueOf(await untie(paymentId));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
    expect(await tiesOf(paymentId)).toEqual([]);
    expect((await unknown()).exceptionId).toBe(exceptionId);
    const { events } = valueOf(await api.payments.trace({ id: paymentId }));
    expect(events.map(({ type, reversed }) => [type, reversed]).slice(1)).toEqual([
      ['sent', false],
      ['settled', true],
      ['reversed', false],
    ]);
    valueOf(await api.reconciliation.tie({ ...(await unknown()), paymentId }));
    expect(await statuses()).toEqual(['sent', 'settled', 'sent']);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('takes with it what it opened', async () => {
    await commit(await statusReport(newFile(), [answer(1, 'ACSC')]));
    const back = returned(1, 'AC04', { endToEndId: null, iban: iban(1) });
    const { paymentId } = await tied(back);
    expect(await total('returned')).toBe(1);
    valueOf(await untie(paymentId));
    expect(await total('returned')).toBe(0);
    expect(await total('unknownId')).toBe(1);
    expect(await statuses()).toEqual(['sent', 'settled', 'sent']);
  });

  it('lets the payment wait for an answer again', async () => {
    branch.setNow('2026-11-20T08:00:00.000Z');
    valueOf(await api.reconciliation.checkAnswers({}));
    const waiting = async () => valueOf(await api.reconciliation.exceptions({ kind: 'noAnswer' }));
    const { paymentId } = await tied();
    expect((await waiting()).total).toBe(2);
    valueOf(await untie(paymentId));
    expect((await waiting()).total).toBe(3);
  });

  it('leaves a file that can be undone', async () => {
    const { fileId, paymentId } = await tied();
    valueOf(await untie(paymentId));
    const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === fileId);
    valueOf(await api.reconciliation.undo({ fileId, expectedVersion: file?.version ?? 0 }));
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
    expect(await total('unknownId')).toBe(0);
    expect(await branch.verifyPayments()).toMatchObject({ differences: [] });
  });

  it('stays once something rests on it: a later file, a settled exception, a closed month', async () => {
    const { paymentId } = await tied();
    const later = await commit(await statusReport(newFile(), [answer(1, 'ACCC')]));
    const before = await branch.digest({ audit: true });
    expect(await refusedWith(paymentId)).toBe('LATER_FILE');
    expect(await branch.digest({ audit: true })).toBe(before);
    const file = valueOf(await api.reconciliation.files({})).find(({ id }) => id === later);
    valueOf(await api.reconciliation.undo({ fileId: later, expectedVersion: file?.version ?? 0 }));
    await branch.run("update cycle set status = 'closed'");
    expect(await refusedWith(paymentId)).toBe('CYCLE_CLOSED');
    await branch.run("update cycle set status = 'open'");
    const [tie] = await tiesOf(paymentId);
    const stale = { exceptionId: tie?.exceptionId ?? '', expectedVersion: 99 };
    expect(await api.reconciliation.untie(stale)).toMatchObject({ error: { code: 'CONFLICT' } });
    valueOf(await untie(paymentId));
    expect(await api.reconciliation.untie(stale)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('stays while the exception that it opened is settled', async () => {
    await commit(await statusReport(newFile(), [answer(1, 'ACSC')]));
    const { paymentId } = await tied(returned(1, 'AC04', { endToEndId: null, iban: iban(1) }));
    const { rows } = valueOf(await api.reconciliation.exceptions({ kind: 'returned' }));
    const exceptions = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
    valueOf(await api.reconciliation.resolve({ exceptions, resolution: 'bankAsked', note: 'سُئل' }));
    expect(await refusedWith(paymentId)).toBe('EXCEPTIONS_RESOLVED');
  });
});
