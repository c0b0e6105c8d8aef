import { CsvError, parse, type Parser } from 'csv-parse';
import { BankFileError } from '../bank-file-error.ts';
import { DEFAULT_BANK_FILE_LIMITS, type ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from './byte-chunks.ts';
import type { TextEncoding } from './text-encoding.ts';
import { readTextChunks } from './text-chunks.ts';
import { Utf8Positions } from './utf8-positions.ts';

export type CsvDelimiter = ',' | ';' | '\t' | '|';

export interface CsvRow {
  /** Line where the row begins; a quoted cell may span several. */
  readonly line: number;
  /** Empty for a row that cannot be split (`fault`). */
  readonly cells: readonly string[];
  readonly fault: string | null;
  /** Its bytes in the file, line break included. */
  readonly offset: number;
  readonly length: number;
}

export interface CsvText {
  readonly encoding: TextEncoding;
  readonly start: number;
  readonly delimiter: CsvDelimiter;
}

/**
 * The rows of a delimited text file, a chunk of rows at a time, blank lines left out.
 *
 * @throws BankFileError BANK_FILE_LINE_TOO_LONG for a quote that is never closed or a cell without end
 */
export async function* readCsvRows(
  source: ByteSource,
  { encoding, start, delimiter }: CsvText,
  options: ReadOptions = {},
): AsyncGenerator<CsvRow[]> {
  let rows: CsvRow[] = [];
  let lastLine = 0;
  let tooLong: number | null = null;
  const positions = new Utf8Positions();
  let offset = start;
  const add = (
    endLine: number,
    cells: readonly string[],
    fault: string | null,
    end: number | null = null,
  ): void => {
    const line = lastLine + 1;
    lastLine = endLine;
    const from = offset;
    if (end !== null) offset = positions.toByte(end);
    if (fault === 'CSV_MAX_RECORD_SIZE') tooLong ??= line;
    if (fault === null && cells.length === 1 && cells[0]?.trim() === '') return;
    rows.push({ line, cells, fault, offset: from, length: offset - from });
  };
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: options.limits?.maxLineLength ?? DEFAULT_BANK_FILE_LIMITS.maxLineLength,
    on_record: (cells: string[], { lines, bytes }) => {
      add(lines, cells, null, bytes);
      return null;
    },
    on_skip: (error) => {
      add(lineOf(error, lastLine + 1), [], error?.code ?? 'CSV_UNREADABLE');
      return undefined;
    },
  });
  const failures: Error[] = [];
  parser.on('error', (error) => failures.push(error));
  for await (const chunk of readTextChunks(source, encoding, start, options)) {
    positions.enter(chunk);
    parser.write(chunk.text);
    if (tooLong !== null) throw new BankFileError('BANK_FILE_LINE_TOO_LONG', tooLong);
    if (rows.length > 0) yield rows;
    rows = [];
  }
  await finish(parser);
  if (failures[0] instanceof CsvError) add(lineOf(failures[0], lastLine + 1), [], failures[0].code);
  else if (failures[0]) throw failures[0];
  if (rows.length > 0) yield rows;
}

const finish = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    parser.on('close', resolve);
    parser.resume();
    parser.end();
  });

function lineOf(error: CsvError | undefined, otherwise: number): number {
  const lines: unknown = error === undefined ? undefined : Reflect.get(error, 'lines');
  return typeof lines === 'number' && lines >= otherwise ? lines : otherwise;
}
