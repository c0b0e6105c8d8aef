import type { DecimalSign } from '../../../domain/reconciliation/decimal-amount.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readCsvRows, type CsvDelimiter, type CsvRow } from '../source/csv-rows.ts';
import { detectDelimiter, splitCsvLine } from '../source/detect-delimiter.ts';
import { detectTextEncoding } from '../source/detect-text-encoding.ts';
import { readTextChunks } from '../source/text-chunks.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import {
  mapHeader,
  missingFields,
  PAYMENT_LIST_FIELDS,
  type PaymentListField,
  type PaymentListMapping,
} from './payment-list-columns.ts';
import { PaymentRowParser, type PaymentListRow, type RowProblem } from './payment-list-row.ts';

export interface PaymentListOptions extends ReadOptions {
  /** Instead of the detected one: a code page can only be guessed. */
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: CsvDelimiter | undefined;
  /** The officer's choice of columns, over what the header says. */
  readonly mapping?: PaymentListMapping | undefined;
  /** Decimal sign of the amounts; default `.`, with `,` between thousands. */
  readonly decimalSign?: DecimalSign | undefined;
  /** Problems kept; all are counted. Default 1,000. */
  readonly maxProblems?: number | undefined;
  /** Rows per batch, about. Default 2,000. */
  readonly batchSize?: number | undefined;
}

/** How the file was understood, for the screen to show and the officer to change. */
export interface PaymentListLayout {
  readonly encoding: TextEncoding;
  readonly encodingGuessed: boolean;
  readonly delimiter: CsvDelimiter;
  readonly headers: readonly string[];
  readonly mapping: PaymentListMapping;
  readonly missing: readonly PaymentListField[];
  readonly ambiguous: readonly PaymentListField[];
  /** First rows below the header, as cells. */
  readonly sample: readonly (readonly string[])[];
}

interface OpenedList extends PaymentListLayout {
  readonly start: number;
  /** Line of the header; rows follow it. */
  readonly headerLine: number;
}

const HEAD_LINES = 6;

/**
 * How a payment list would be read: encoding, delimiter, columns, and its first rows. Says what is missing and never
 * refuses for it.
 *
 * @throws BankFileError BANK_FILE_UNREADABLE, BANK_FILE_EMPTY, BANK_FILE_BINARY, BANK_FILE_ENCODING_BROKEN,
 *   BANK_FILE_LAYOUT when no delimiter splits it
 */
export async function inspectPaymentList(
  source: ByteSource,
  options: PaymentListOptions = {},
): Promise<PaymentListLayout> {
  const { start: _start, headerLine: _headerLine, ...layout } = await openList(source, options);
  return layout;
}

async function openList(source: ByteSource, options: PaymentListOptions): Promise<OpenedList> {
  const detected = await detectTextEncoding(source, options);
  const encoding = options.encoding ?? detected.encoding;
  const lines = await headLines(source, encoding, detected.start, options);
  const separator = /^sep=([,;\t|])$/i.exec(lines[0]?.text ?? '')?.[1];
  const [header, ...rest] = separator === undefined ? lines : lines.slice(1);
  if (!header) throw new BankFileError('BANK_FILE_EMPTY', null);
  const delimiter =
    options.delimiter ??
    delimiterOf(separator) ??
    bestDelimiter(
      header.text,
      rest.map(({ text }) => text),
    );
  if (!delimiter) throw new BankFileError('BANK_FILE_LAYOUT', header.line);
  const headers = splitCsvLine(header.text, delimiter).map((cell) => cell.trim());
  const mapped = mapHeader(headers);
  const mapping = chosenMapping(mapped.mapping, options.mapping, headers.length);
  return {
    encoding,
    encodingGuessed: detected.guessed && options.encoding === undefined,
    start: detected.start,
    delimiter,
    headers,
    headerLine: header.line,
    mapping,
    missing: missingFields(mapping),
    ambiguous: mapped.ambiguous.filter((field) => options.mapping?.[field] === undefined),
    sample: rest.map(({ text }) => splitCsvLine(text, delimiter)),
  };
}

/** A read of a payment list; `problems`, `warnings` and the counts are complete once `rows()` has ended. */
export class PaymentList {
  readonly layout: PaymentListLayout;
  readonly problems: RowProblem[] = [];
  rowCount = 0;
  problemCount = 0;
  /** What to look at once more; the rows are good. */
  readonly warnings: RowProblem[] = [];
  warningCount = 0;
  /** Rows with at least one problem. */
  badRowCount = 0;
  readonly #source: ByteSource;
  readonly #list: OpenedList;
  readonly #options: PaymentListOptions;

  constructor(source: ByteSource, list: OpenedList, options: PaymentListOptions) {
    this.layout = list;
    this.#source = source;
    this.#list = list;
    this.#options = options;
  }

  /**
   * The good rows, in batches, in file order. Import them only when `badRowCount` ends as 0.
   *
   * @throws BankFileError BANK_FILE_ENCODING_BROKEN, BANK_FILE_LINE_TOO_LONG; the signal's reason when aborted
   */
  async *rows(): AsyncGenerator<PaymentListRow[]> {
    const { mapping, headers, headerLine } = this.#list;
    const batchSize = this.#options.batchSize ?? 2000;
    const maxProblems = this.#options.maxProblems ?? 1000;
    const parser = new PaymentRowParser(
      mapping,
      headers.length,
      this.#options.decimalSign ?? '.',
      (problem) => {
        this.problemCount += 1;
        if (this.problems.length < maxProblems) this.problems.push(problem);
      },
      (warning) => {
        this.warningCount += 1;
        if (this.warnings.length < maxProblems) this.warnings.push(warning);
      },
    );
    let batch: PaymentListRow[] = [];
    for await (const rows of readCsvRows(this.#source, this.#list, this.#options)) {
      for (const row of rows) {
        if (row.line <= headerLine) continue;
        this.#parse(row, parser, batch);
      }
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  #parse(row: CsvRow, parser: PaymentRowParser, batch: PaymentListRow[]): void {
    this.rowCount += 1;
    const parsed = parser.parse(row);
    if (parsed) batch.push(parsed);
    else this.badRowCount += 1;
  }
}

/**
 * Opens the branch's monthly payment list (CSV): one header row, then a payment a line.
 *
 * @throws BankFileError what `inspectPaymentList` throws, and PAYMENT_LIST_COLUMNS_MISSING or
 *   PAYMENT_LIST_COLUMNS_AMBIGUOUS with the fields, comma separated
 */
export async function readPaymentList(
  source: ByteSource,
  options: PaymentListOptions = {},
): Promise<PaymentList> {
  const list = await openList(source, options);
  if (list.missing.length > 0) {
    throw new BankFileError(
      'PAYMENT_LIST_COLUMNS_MISSING',
      list.headerLine,
      list.missing.join(','),
    );
  }
  if (list.ambiguous.length > 0) {
    throw new BankFileError(
      'PAYMENT_LIST_COLUMNS_AMBIGUOUS',
      list.headerLine,
      list.ambiguous.join(','),
    );
  }
  return new PaymentList(source, list, options);
}

/** The first non-blank lines with their numbers. A header cell with a line break inside quotes is not understood. */
async function headLines(
  source: ByteSource,
  encoding: TextEncoding,
  start: number,
  options: ReadOptions,
): Promise<{ line: number; text: string }[]> {
  let head = '';
  let whole = true;
  for await (const { text } of readTextChunks(source, encoding, start, {
    ...options,
    onProgress: undefined,
  })) {
    if (head !== '') {
      whole = false;
      break;
    }
    head = text;
  }
  const lines = head.split(/\r\n|\n|\r/);
  if (!whole) lines.pop();
  return lines
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '')
    .slice(0, HEAD_LINES);
}

const delimiterOf = (text: string | undefined): CsvDelimiter | null =>
  text === ',' || text === ';' || text === '\t' || text === '|' ? text : null;

/** The delimiter under which the header names most fields, else the one that splits all first lines alike. */
function bestDelimiter(header: string, rest: readonly string[]): CsvDelimiter | null {
  let best: CsvDelimiter | null = null;
  let fields = 0;
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const mapped = Object.keys(mapHeader(splitCsvLine(header, delimiter)).mapping).length;
    if (mapped > fields && splitCsvLine(header, delimiter).length > 1) {
      best = delimiter;
      fields = mapped;
    }
  }
  return best ?? detectDelimiter([header, ...rest]);
}

/** A chosen column takes its field from the header's mapping, and any other field from that column. */
function chosenMapping(
  found: PaymentListMapping,
  chosen: PaymentListMapping | undefined,
  columns: number,
): PaymentListMapping {
  if (!chosen) return found;
  const taken = new Set(Object.values(chosen));
  const mapping: Partial<Record<PaymentListField, number>> = {};
  for (const field of PAYMENT_LIST_FIELDS) {
    const column = chosen[field] ?? found[field];
    if (column === undefined || column < 0 || column >= columns) continue;
    if (chosen[field] === undefined && taken.has(column)) continue;
    mapping[field] = column;
  }
  return mapping;
}
