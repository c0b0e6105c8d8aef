import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { BankRecord, DetailRecord } from '../../domain/reconciliation/bank-message.ts';
import {
  addDecimals,
  CurrencySums,
  decimalsEqual,
  parseDecimal,
  ZERO,
} from '../../domain/reconciliation/decimal-amount.ts';
import { Truth } from './testing/truth.ts';
import { inspectBankFile, type Inspection } from './inspect-bank-file.ts';
import { readBankFile } from './read-bank-file.ts';

/**
 * Real files of public projects stay outside the repository, with the truth about each beside them. Where the folder is
 * missing these tests are skipped, and say so.
 */
const folder = fileURLToPath(new URL('../../../../shared/bank-files', import.meta.url));
const present = existsSync(folder);
const KINDS = ['pain001', 'pain002', 'camt052', 'camt053', 'camt054', 'mt940', 'derived'] as const;
const NAMES: Readonly<Record<string, string>> = {
  pain001: 'pain.001',
  pain002: 'pain.002',
  camt052: 'camt.052',
  camt053: 'camt.053',
  camt054: 'camt.054',
};

const sums = (truth: Truth): Record<string, string | null> =>
  Object.fromEntries(truth.entries.map(([currency, sum]) => [currency, canonical(sum.text)]));
const ourSums = (own: CurrencySums): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(own.toJSON()).map(([currency, sum]) => [currency, canonical(sum)]),
  );
const counts = (truth: Truth): Record<string, number> =>
  Object.fromEntries(truth.entries.map(([key, count]) => [key.trim(), count.number]));

/** One spelling for equal decimals. */
function canonical(text: string | null): string | null {
  const value = text === null ? null : parseDecimal(text);
  if (value === null) return text;
  const digits = addDecimals(value, { ...ZERO, scale: 17 });
  return digits.units.toString();
}

async function records(path: string): Promise<BankRecord[]> {
  const all: BankRecord[] = [];
  for await (const batch of readBankFile(path)) all.push(...batch);
  return all;
}

function only<T extends BankRecord['type']>(
  all: readonly BankRecord[],
  type: T,
): Extract<BankRecord, { type: T }>[] {
  return all.filter((record): record is Extract<BankRecord, { type: T }> => record.type === type);
}

const rightPerKind = new Map<string, { right: number; total: number }>();

async function inspected(path: string): Promise<Inspection> {
  const result = await inspectBankFile(path);
  if ('error' in result) throw new Error(`${result.error.code} at line ${result.error.line}`);
  return result;
}

async function check(path: string, truth: Truth): Promise<void> {
  const kind = truth.get('kind').text ?? '';
  const inspection = await inspected(path);
  const all = await records(path);
  expect(inspection.kind).toBe(NAMES[kind] ?? kind);
  if (kind.startsWith('camt')) checkCamt(inspection, all, truth);
  else if (kind === 'pain002') checkPain002(inspection, all, truth);
  else if (kind === 'pain001') checkPain001(inspection, all, truth);
  else checkMt(inspection, all, truth);
}

function checkVersion(inspection: Inspection, truth: Truth): void {
  const namespace = truth.get('root_namespace').text;
  if (namespace === null) {
    // The root may be an envelope without a namespace around a Document that has one.
    const warned = inspection.warnings.some(({ code }) => code === 'NAMESPACE_MISSING');
    expect(inspection.version === null).toBe(warned);
  } else if (/xsd:(?:pain|camt)/.test(namespace)) {
    expect(namespace).toContain(`${inspection.kind}.${inspection.version}`);
  }
}

function checkCamt(inspection: Inspection, all: readonly BankRecord[], truth: Truth): void {
  checkVersion(inspection, truth);
  const expected = truth.get('statements').list;
  expect(
    inspection.statements.map(({ id, account, entries, details, balances, credit, debit }) => ({
      id,
      account,
      entries,
      details,
      balances,
      credit: ourSums(credit),
      debit: ourSums(debit),
    })),
  ).toEqual(
    expected.map((statement) => ({
      id: statement.get('id').text,
      account: statement.get('iban').text ?? statement.get('other_account_id').text,
      entries: statement.get('entries').number,
      details: statement.get('tx_details').number,
      balances: statement.get('balance_check').isMissing
        ? null
        : statement.get('balance_check').get('ok').value,
      credit: sums(statement.get('entry_credit_sum')),
      debit: sums(statement.get('entry_debit_sum')),
    })),
  );
  expect(inspection.statusCounts).toEqual(counts(truth.get('entry_status_counts')));
  expect(inspection.reasonCounts).toEqual(counts(truth.get('return_reason_counts')));
  const returns = expected.flatMap((statement) => statement.get('returns').list);
  expect(inspection.returns).toBe(returns.length);
  const unreadable = truth.get('entries_with_unparseable_amount');
  const warned = inspection.warnings.filter(({ code }) => code === 'AMOUNT_UNREADABLE').length;
  expect(warned).toBe(unreadable.isMissing ? 0 : unreadable.number);

  const entries = only(all, 'entry');
  const details = only(all, 'detail');
  expect(entries.filter(({ reversal }) => reversal)).toHaveLength(
    truth.get('reversal_entries').number,
  );
  expected.forEach((statement, index) => {
    const own = { statement: index + 1 };
    const ofStatement = details.filter((detail) => detail.statement === own.statement);
    expect(only(all, 'statement')[index]).toMatchObject({
      sequence: statement.get('seq').text,
      createdAt: statement.get('created').text,
      currency: statement.get('account_currency').text,
    });
    expect(
      only(all, 'balance')
        .filter((balance) => balance.statement === own.statement)
        .map(({ code, amount, currency }) => [code, amount, currency]),
    ).toEqual(
      statement
        .get('balances')
        .list.map((balance) => [
          balance.get('type').text,
          balance.get('amount').text,
          balance.get('currency').text,
        ]),
    );
    expect(
      entries.filter((entry) => entry.statement === own.statement).map((entry) => entry.details),
    ).toEqual(statement.get('tx_details_per_entry').list.map(({ number }) => number));
    expect(ofStatement.map(({ endToEndId }) => endToEndId).filter((id) => id !== null)).toEqual(
      statement
        .get('end_to_end_ids')
        .list.map(({ text }) => text)
        .filter((id) => id !== null),
    );
    expect(detailSums(ofStatement, 'credit')).toEqual(sums(statement.get('tx_credit_sum')));
    expect(detailSums(ofStatement, 'debit')).toEqual(sums(statement.get('tx_debit_sum')));
  });
  expect(
    details
      .filter(({ isReturn }) => isReturn)
      .map(({ endToEndId, direction, reasons }) => ({
        endToEndId,
        direction,
        reasons: reasons.flatMap(({ code, proprietary }) => code ?? proprietary ?? []),
      })),
  ).toEqual(
    returns.map((item) => ({
      endToEndId: item.get('end_to_end_id').text,
      direction: item.get('indicator').text === 'CRDT' ? 'credit' : 'debit',
      reasons: item.get('reasons').list.map(({ text }) => text),
    })),
  );
}

function detailSums(
  details: readonly DetailRecord[],
  direction: 'credit' | 'debit',
): Record<string, string | null> {
  const total = new CurrencySums();
  for (const detail of details) {
    const value = detail.amount === null ? null : parseDecimal(detail.amount);
    if (detail.direction === direction && detail.amountFrom === 'detail' && value) {
      total.add(detail.currency ?? '', value);
    }
  }
  return ourSums(total);
}

function checkPain002(inspection: Inspection, all: readonly BankRecord[], truth: Truth): void {
  checkVersion(inspection, truth);
  const original = truth.get('original');
  expect(inspection).toMatchObject({
    messageId: truth.get('report_msg_id').text,
    transactions: truth.get('transactions').number,
    statusCounts: counts(truth.get('tx_status_counts')),
    reasonCounts: counts(truth.get('tx_reason_code_counts')),
    groupStatus: original.get('group_status').text,
    statements: [],
  });
  expect(only(all, 'message')).toMatchObject([
    {
      createdAt: truth.get('created').text,
      originalMessageId: original.get('msg_id').text,
      originalMessageName: original.get('msg_name').text,
      declaredCount: original.get('nb_of_txs').text,
      declaredSum: original.get('ctrl_sum').text,
    },
  ]);
  const [message] = only(all, 'message');
  expect(message?.reasons.flatMap(({ code, proprietary }) => code ?? proprietary ?? [])).toEqual(
    original
      .get('group_reason_codes')
      .entries.flatMap(([code, { number }]) => Array<string>(number).fill(code)),
  );
  expect(inspection.batches).toEqual(
    truth.get('payment_batches').list.map((batch) => ({
      id: batch.get('pmt_inf_id').text,
      status: batch.get('status').text,
      transactions: batch.get('transactions_listed').number,
    })),
  );
  const transactions = only(all, 'transaction');
  expect(transactions.map(({ endToEndId }) => endToEndId)).toEqual(
    truth.get('end_to_end_ids').list.map(({ text }) => text),
  );
  expect(transactions.map(({ instructionId }) => instructionId)).toEqual(
    truth.get('instruction_ids').list.map(({ text }) => text),
  );
  expect(ourSums(inspection.amounts)).toEqual(sums(truth.get('instructed_amount_sum')));
}

function checkPain001(inspection: Inspection, all: readonly BankRecord[], truth: Truth): void {
  checkVersion(inspection, truth);
  expect(inspection).toMatchObject({
    messageId: truth.get('msg_id').text,
    transactions: truth.get('transactions').number,
  });
  expect(ourSums(inspection.amounts)).toEqual(sums(truth.get('amount_sum')));
  expect(
    only(all, 'batch').map(({ paymentInformationId, account, executionDate }, index) => ({
      paymentInformationId,
      account,
      executionDate,
      transactions: inspection.batches[index]?.transactions,
    })),
  ).toEqual(
    truth.get('batches').list.map((batch) => ({
      paymentInformationId: batch.get('pmt_inf_id').text,
      account: batch.get('debtor_account').text,
      executionDate: batch.get('requested_execution').text,
      transactions: batch.get('transactions').number,
    })),
  );
  const transactions = only(all, 'transaction');
  expect(transactions.map(({ endToEndId }) => endToEndId)).toEqual(
    truth.get('end_to_end_ids').list.map(({ text }) => text),
  );
  expect(transactions.map(({ account }) => account)).toEqual(
    truth.get('creditor_accounts').list.map(({ text }) => text),
  );
  const codes = inspection.warnings.map(({ code }) => code);
  expect(codes.includes('COUNT_DIFFERS')).toBe(truth.get('header_count_ok').value === false);
  expect(codes.includes('SUM_DIFFERS')).toBe(truth.get('header_ctrl_sum_ok').value === false);
}

function checkMt(inspection: Inspection, all: readonly BankRecord[], truth: Truth): void {
  const expected = truth.get('statements').list;
  expect(inspection.transactions).toBe(truth.get('transactions').number);
  const unreadable = inspection.warnings.filter(({ code }) => code === 'LINE_UNREADABLE');
  expect(unreadable).toHaveLength(truth.get('unparseable_61').number);
  expect(
    only(all, 'statement').map(({ id, account, sequence }, index) => {
      const statement = inspection.statements[index];
      return {
        id,
        account,
        sequence,
        entries: statement?.entries,
        balances: statement?.balances,
        opening: canonical(statement?.opening ?? null),
        closing: canonical(statement?.closing ?? null),
        credit: Object.values(statement ? ourSums(statement.credit) : {})[0] ?? '0',
        debit: Object.values(statement ? ourSums(statement.debit) : {})[0] ?? '0',
      };
    }),
  ).toEqual(
    expected.map((statement) => ({
      id: statement.get('reference').text,
      account: statement.get('account').text,
      sequence: statement.get('number').text,
      entries: statement.get('transactions').number,
      balances: statement.get('balance_ok').value,
      opening: signed(statement.get('opening')),
      closing: signed(statement.get('closing')),
      credit: canonical(statement.get('credit_effect_sum').text),
      debit: canonical(statement.get('debit_effect_sum').text),
    })),
  );
}

/** Null where the truth file shows a balance that nobody can read. */
function signed(balance: Truth): string | null {
  const amount = balance.get('amount').text;
  if (amount === null || parseDecimal(amount) === null) return null;
  return canonical(balance.get('indicator').text === 'D' ? `-${amount}` : amount);
}

/** As banks call them: `pain.002`, `MT940/942`. */
const shownKind = (kind: string): string =>
  kind === 'mt940' ? 'MT940/2' : kind.replace(/^(pain|camt)/, '$1.');

describe.skipIf(!present)('public bank files beside the repository (../shared/bank-files)', () => {
  afterAll(() => {
    const rows = [...rightPerKind].map(
      ([kind, { right, total }]) => `${shownKind(kind).padEnd(8)} ${right}/${total}`,
    );
    const sum = (of: 'right' | 'total'): number =>
      [...rightPerKind.values()].reduce((all, tally) => all + tally[of], 0);
    rows.push(`all      ${sum('right')}/${sum('total')}`);
    process.stdout.write(`\nBank files read right, per kind:\n${rows.join('\n')}\n`);
  });

  for (const kind of present ? KINDS : []) {
    const truths = new Truth(JSON.parse(readFileSync(`${folder}/${kind}/expected.json`, 'utf8')));
    it.each(truths.entries)(`${kind}: %s`, async (name, truth) => {
      const tally = rightPerKind.get(kind) ?? { right: 0, total: 0 };
      rightPerKind.set(kind, tally);
      tally.total += 1;
      const path = `${folder}/${kind}/${name}`;
      const own = truth.get('truth').isMissing ? truth : truth.get('truth');
      if (own.get('kind').isMissing) {
        expect(await inspectBankFile(path)).toMatchObject({
          error: { code: 'BANK_FILE_TRUNCATED' },
        });
      } else await check(path, own);
      tally.right += 1;
    });
  }
});

it('decimals that are equal are compared as equal', () => {
  const left = parseDecimal('8.850');
  const right = parseDecimal('8.85');
  expect(left !== null && right !== null && decimalsEqual(left, right)).toBe(true);
});
