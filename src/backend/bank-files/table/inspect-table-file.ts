import { cellText } from '../../../domain/tables/table-cell.ts';
import type { TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import { sniffBankFile, type SniffedBankFile } from '../sniff-bank-file.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { openWorkbook } from '../spreadsheet/open-workbook.ts';
import { withEncoding } from './read-mapped-table.ts';
import { placeInWorkbook, readTableRows, type TableRow } from './read-table-rows.ts';

export interface TableSheet {
  /** Null for a text file. */
  readonly name: string | null;
  readonly rows: readonly TableRow[];
}

export interface TableFile {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | null;
  readonly encodingGuessed: boolean;
  readonly sheets: readonly TableSheet[];
}

/** Enough for titles below a title page, and for the words that a bank uses. */
const FIRST_ROWS = 200;
const MOST_SHEETS = 12;

/**
 * The first rows of a bank's table, sheet by sheet, for an officer to say what they mean.
 *
 * @throws BankFileError BANK_FILE_NOT_RECOGNISED for a file that is no table, and what `readTableRows` throws
 */
export async function inspectTableFile(
  source: ByteSource,
  options: ReadOptions & { readonly encoding?: TableMapping['encoding'] } = {},
): Promise<TableFile> {
  const quiet = { ...options, onProgress: undefined };
  const sniffed = withEncoding(await sniffBankFile(source, quiet), options.encoding ?? null);
  const { kind, encoding, encodingGuessed } = sniffed;
  if (kind !== 'csv' && kind !== 'xlsx') {
    throw new BankFileError('BANK_FILE_NOT_RECOGNISED', null, kind);
  }
  const sheets: TableSheet[] = [];
  for (const name of await sheetNames(source, sniffed, quiet)) {
    sheets.push({ name, rows: await firstRows(source, sniffed, name, quiet) });
  }
  return { kind, encoding, encodingGuessed, sheets };
}

async function sheetNames(
  source: ByteSource,
  { kind }: SniffedBankFile,
  options: ReadOptions,
): Promise<(string | null)[]> {
  if (kind === 'csv') return [null];
  const workbook = await openWorkbook(source, options);
  try {
    return workbook.sheets.slice(0, MOST_SHEETS).map(({ name }) => name);
  } finally {
    workbook.close();
  }
}

async function firstRows(
  source: ByteSource,
  sniffed: SniffedBankFile,
  sheet: string | null,
  options: ReadOptions,
): Promise<TableRow[]> {
  const first: TableRow[] = [];
  for await (const rows of readTableRows(source, sniffed, { sheet }, options)) {
    first.push(...rows.slice(0, FIRST_ROWS - first.length));
    if (first.length >= FIRST_ROWS) break;
  }
  return first;
}

/** The text of one row of a workbook, its cells apart: what is shown as the bank's own line. */
export async function readWorkbookRow(source: ByteSource, place: number): Promise<string> {
  const workbook = await openWorkbook(source);
  try {
    const { sheet: index, row: wanted } = placeInWorkbook(place);
    const sheet = workbook.sheets[index];
    if (!sheet) return '';
    for await (const rows of workbook.rows(sheet)) {
      const found = rows.find(({ row }) => row === wanted);
      if (found) return found.cells.map(cellText).join('\t');
    }
    return '';
  } finally {
    workbook.close();
  }
}
