import type { BankRecord, TransactionRecord } from '../../../domain/reconciliation/bank-message.ts';
import {
  addDecimals,
  decimalsEqual,
  parseDecimal,
  ZERO,
} from '../../../domain/reconciliation/decimal-amount.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import { newBatch, newLine, newMessage } from '../line-draft.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { readTextLines, type TextLine } from '../source/text-lines.ts';
import {
  WAGES_HEADER_FIELDS,
  WAGES_LINE_FIELDS,
  type WagesHeaderField,
  type WagesLineField,
} from './wages-layout.ts';

/** Trailing blank cells get lost in editors: the bank's own three columns may be missing. */
const LEAST_LINE_CELLS = WAGES_LINE_FIELDS.indexOf('MOL-ID') + 1;

/** True for a first line of the layout: ten tab-separated fields, in riyals, or their bracketed labels. */
export function isWagesHeader(line: string): boolean {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length < WAGES_HEADER_FIELDS.length - 1 || cells.length > WAGES_HEADER_FIELDS.length)
    return false;
  if (cells[0] === '[DEST-ID]') return true;
  return (
    /^[A-Z]{4}$/.test(cells[0] ?? '') &&
    /^[A-Z]{3}$/.test(cells[3] ?? '') &&
    /^\d{8}$/.test(cells[4] ?? '')
  );
}

/**
 * The ministry's wage-file layout, which banks give back with RET-CODE and TRN-STATUS filled: a header, a line a payment,
 * and `-`. The header's total must be the sum of the lines (specification, table 2), else the whole file is refused.
 *
 * @throws BankFileError BANK_FILE_LAYOUT, BANK_FILE_TOTALS_DIFFER, BANK_FILE_TRUNCATED without the last `-`
 */
export async function* readWagesFile(
  source: ByteSource,
  text: { readonly encoding: TextEncoding; readonly start: number },
  batchSize: number,
  options: ReadOptions = {},
): AsyncGenerator<BankRecord[]> {
  let records: BankRecord[] = [];
  let total: string | null = null;
  let fileReference: string | null = null;
  let currency: string | null = null;
  let sum = ZERO;
  let lines = 0;
  let ended = false;
  let lastLine = 1;
  const addHeader = (line: TextLine, cells: readonly string[]): void => {
    const cell = (name: WagesHeaderField): string | null =>
      cells[WAGES_HEADER_FIELDS.indexOf(name)]?.trim() || null;
    total = wageAmount(cell('32A-AMT'));
    if (total === null) throw new BankFileError('BANK_FILE_LAYOUT', line.line, '[32A-AMT]');
    fileReference = cell('FILE-REF');
    currency = cell('32A-CCY');
    if (currency !== 'SAR') throw new BankFileError('BANK_FILE_LAYOUT', line.line, '[32A-CCY]');
    const reject = cell('FILE-REJCDE');
    const reasons =
      reject === null
        ? []
        : [{ list: 'wages', code: reject, proprietary: null, info: [] } as const];
    records.push({
      ...newMessage('wages', null, line),
      messageId: fileReference,
      declaredSum: total,
      groupStatus: reject === null ? null : 'RJCT',
      reasons,
    });
    records.push({
      ...newBatch(line, 1),
      paymentInformationId: fileReference,
      account: cell('BANK-ACC'),
      executionDate: isoDate(cell('32A-VAL')),
      declaredSum: total,
    });
  };
  const addLine = (line: TextLine, cells: readonly string[]): void => {
    lines += 1;
    const record = wageLine(line, cells, lines, fileReference, currency);
    const amount = record.amount === null ? null : parseDecimal(record.amount);
    if (amount === null) throw new BankFileError('BANK_FILE_LAYOUT', line.line, '[32B-AMT]');
    sum = addDecimals(sum, amount);
    records.push(record);
  };
  for await (const chunk of readTextLines(source, text, options)) {
    for (const line of chunk) {
      lastLine = line.line;
      if (line.text.trim() === '') continue;
      if (ended) throw new BankFileError('BANK_FILE_LAYOUT', line.line);
      if (line.text.startsWith('-')) {
        ended = true;
        continue;
      }
      if (line.text.startsWith('[')) continue;
      const cells = line.text.split('\t');
      if (total === null) {
        if (!isWagesHeader(line.text)) throw new BankFileError('BANK_FILE_LAYOUT', line.line);
        addHeader(line, cells);
      } else if (cells.length < LEAST_LINE_CELLS || cells.length > WAGES_LINE_FIELDS.length) {
        throw new BankFileError('BANK_FILE_LAYOUT', line.line, String(cells.length));
      } else addLine(line, cells);
    }
    if (records.length >= batchSize) {
      yield records;
      records = [];
    }
  }
  if (!ended || total === null) throw new BankFileError('BANK_FILE_TRUNCATED', lastLine);
  const declared = parseDecimal(total);
  if (declared === null || !decimalsEqual(declared, sum)) {
    throw new BankFileError('BANK_FILE_TOTALS_DIFFER', 1, total);
  }
  if (records.length > 0) yield records;
}

function wageLine(
  line: TextLine,
  cells: readonly string[],
  index: number,
  fileReference: string | null,
  currency: string | null,
): TransactionRecord {
  const cell = (name: WagesLineField): string | null =>
    cells[WAGES_LINE_FIELDS.indexOf(name)]?.trim() || null;
  const code = cell('RET-CODE');
  return {
    ...newLine(line, index),
    type: 'transaction',
    batch: 1,
    length: line.length,
    amount: wageAmount(cell('32B-AMT')),
    currency,
    originalMessageId: fileReference,
    paymentInformationId: fileReference,
    bankReference: cell('TRN-REF'),
    status: cell('TRN-STATUS'),
    reasons: code === null ? [] : [{ list: 'wages', code, proprietary: null, info: [] }],
    account: cell('59-ACC'),
    name: cell('59-NAME'),
    bank: cell('57-BANK'),
    personId: cell('MOL-ID'),
    narrative: cell('70-DET'),
  };
}

/** SWIFT's `d` format has a decimal comma; every generator seen writes a point. */
function wageAmount(text: string | null): string | null {
  if (text === null || !/^\d{1,15}(?:[.,]\d{0,2})?$/.test(text)) return null;
  return text.replace(',', '.').replace(/\.$/, '');
}

function isoDate(text: string | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? '');
  return match ? `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}` : null;
}
