import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { SniffedBankFile } from '../sniff-bank-file.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readCsvRows } from '../source/csv-rows.ts';
import { detectDelimiter } from '../source/detect-delimiter.ts';
import { readTextLines } from '../source/text-lines.ts';
import { openWorkbook } from './open-workbook.ts';

/**
 * Rows of a CSV file or of a workbook's first sheet below the header. What they mean needs a mapping.
 *
 * @throws BankFileError BANK_FILE_ARCHIVE_*, BANK_FILE_LINE_TOO_LONG, BANK_FILE_LAYOUT at a row that cannot be split
 */
export async function inspectTable(
  source: ByteSource,
  { kind, encoding, start }: SniffedBankFile,
  options: ReadOptions,
): Promise<number> {
  if (kind === 'xlsx' || encoding === null) {
    const { rows } = await openWorkbook(source, options);
    return Math.max(0, rows - 1);
  }
  const delimiter = detectDelimiter(await firstLines(source, { encoding, start }, options));
  if (!delimiter) throw new BankFileError('BANK_FILE_LAYOUT', 1);
  let rows = 0;
  for await (const chunk of readCsvRows(source, { encoding, start, delimiter }, options)) {
    const broken = chunk.find(({ fault }) => fault !== null);
    if (broken) throw new BankFileError('BANK_FILE_LAYOUT', broken.line, broken.fault);
    rows += chunk.length;
  }
  return Math.max(0, rows - 1);
}

async function firstLines(
  ...[source, text, options]: Parameters<typeof readTextLines>
): Promise<string[]> {
  for await (const lines of readTextLines(source, text, { ...options, onProgress: undefined })) {
    const filled = lines.map((line) => line.text).filter((line) => line.trim() !== '');
    return filled.slice(0, Math.max(2, Math.min(10, filled.length - 1)));
  }
  return [];
}
