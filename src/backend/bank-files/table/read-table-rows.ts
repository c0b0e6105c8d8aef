import type { TableCell } from '../../../domain/tables/table-cell.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { SniffedBankFile } from '../sniff-bank-file.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readCsvRows, type CsvDelimiter } from '../source/csv-rows.ts';
import { detectTableDelimiter, firstTableLines } from '../source/detect-delimiter.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { readTextLines } from '../source/text-lines.ts';
import { openWorkbook } from '../spreadsheet/open-workbook.ts';

export interface TableRow {
  /** Line of a text file, row of a sheet. */
  readonly line: number;
  /** Bytes of a text file; in a workbook the place of the row (`workbookPlace`), of no length. */
  readonly offset: number;
  readonly length: number;
  readonly cells: readonly TableCell[];
}

export interface TableChoice {
  /** Sheet of a workbook; the first where null. */
  readonly sheet?: string | null | undefined;
}

/** More rows than a sheet can have. */
const ROWS_A_SHEET = 2_097_152;
/** Sheet (from 0) and row of a place. */
export const placeInWorkbook = (place: number): { sheet: number; row: number } => ({
  sheet: Math.floor(place / ROWS_A_SHEET),
  row: place % ROWS_A_SHEET,
});

/** Where a row stands in a workbook, as one number: its raw line is found by it later. */
export const workbookPlace = (sheet: number, row: number): number => sheet * ROWS_A_SHEET + row;

/**
 * The filled rows of a bank's table, titles included, some at a time, with flat memory.
 *
 * @throws BankFileError BANK_FILE_ARCHIVE_*, BANK_FILE_XML_*, BANK_FILE_LINE_TOO_LONG, BANK_FILE_SHEET_MISSING, BANK_FILE_LAYOUT
 *   at a row that cannot be split
 */
export async function* readTableRows(
  source: ByteSource,
  { encoding, start }: Pick<SniffedBankFile, 'encoding' | 'start'>,
  { sheet }: TableChoice,
  options: ReadOptions = {},
): AsyncGenerator<TableRow[]> {
  if (encoding === null) yield* readSheet(source, sheet ?? null, options);
  else yield* readText(source, { encoding, start }, options);
}

async function* readSheet(
  source: ByteSource,
  name: string | null,
  options: ReadOptions,
): AsyncGenerator<TableRow[]> {
  const workbook = await openWorkbook(source, options);
  try {
    const { sheets } = workbook;
    const index = name === null ? 0 : sheets.findIndex((sheet) => sheet.name === name);
    const sheet = sheets[index];
    if (!sheet) {
      if (name === null) return;
      throw new BankFileError('BANK_FILE_SHEET_MISSING', null, name.slice(0, 80));
    }
    for await (const rows of workbook.rows(sheet, options)) {
      yield rows.map(({ row, cells }) => ({
        line: row,
        offset: workbookPlace(index, row),
        length: 0,
        cells,
      }));
    }
  } finally {
    workbook.close();
  }
}

async function* readText(
  source: ByteSource,
  text: { readonly encoding: TextEncoding; readonly start: number },
  options: ReadOptions,
): AsyncGenerator<TableRow[]> {
  const delimiter = await delimiterOf(source, text, options);
  if (!delimiter) throw new BankFileError('BANK_FILE_LAYOUT', 1);
  for await (const rows of readCsvRows(source, { ...text, delimiter }, options)) {
    const broken = rows.find(({ fault }) => fault !== null);
    if (broken) throw new BankFileError('BANK_FILE_LAYOUT', broken.line, broken.fault);
    yield rows;
  }
}

async function delimiterOf(
  ...[source, text, options]: Parameters<typeof readTextLines>
): Promise<CsvDelimiter | null> {
  const quiet = { ...options, onProgress: undefined };
  for await (const lines of readTextLines(source, text, quiet)) {
    const filled = lines.map((line) => line.text).filter((line) => line.trim() !== '');
    if (filled.length > 0) return detectTableDelimiter(firstTableLines(filled));
  }
  return null;
}
