import type { ReadOptions } from '../bank-file-limits.ts';
import type { SniffedBankFile } from '../sniff-bank-file.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readTableRows } from '../table/read-table-rows.ts';

/**
 * Rows of a CSV file or of a workbook's first sheet below the header. What they mean needs a mapping.
 *
 * @throws BankFileError BANK_FILE_ARCHIVE_*, BANK_FILE_LINE_TOO_LONG, BANK_FILE_LAYOUT at a row that cannot be split
 */
export async function inspectTable(
  source: ByteSource,
  sniffed: SniffedBankFile,
  options: ReadOptions,
): Promise<number> {
  let rows = 0;
  for await (const chunk of readTableRows(source, sniffed, {}, options)) rows += chunk.length;
  return Math.max(0, rows - 1);
}
