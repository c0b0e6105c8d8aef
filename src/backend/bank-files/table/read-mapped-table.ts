import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import {
  addDecimals,
  decimalsEqual,
  formatDecimal,
  parseDecimal,
  ZERO,
} from '../../../domain/reconciliation/decimal-amount.ts';
import { cellText } from '../../../domain/tables/table-cell.ts';
import {
  mappingProblems,
  type TableMapping,
} from '../../../domain/reconciliation/table-mapping.ts';
import { headerKey } from '../../../domain/tables/table-layout.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import { newMessage } from '../line-draft.ts';
import type { SniffedBankFile } from '../sniff-bank-file.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readTableRows } from './read-table-rows.ts';
import { TableRowReader } from './table-row-reader.ts';

export interface MappedTable {
  readonly mapping: TableMapping;
  /** Titles that the mapping was made for (`headerKey`). */
  readonly header: string;
  /** Two digits of the bank whose table it is: its own words for reasons are its own codes. */
  readonly bankCode: string;
}

/**
 * A bank's table as the records of any bank file, by a mapping that an officer has saved. A table with other titles than the
 * mapping's is refused: its columns may have moved.
 *
 * @throws BankFileError BANK_FILE_MAPPING_DIFFERS, BANK_FILE_FORMULA, BANK_FILE_CELL_UNREADABLE, and what `readTableRows`
 *   throws; the signal's reason when aborted
 */
export async function* readMappedTable(
  source: ByteSource,
  sniffed: SniffedBankFile,
  { mapping, header, bankCode }: MappedTable,
  batchSize: number,
  options: ReadOptions = {},
): AsyncGenerator<BankRecord[]> {
  const { kind, version, encodingGuessed } = sniffed;
  const file = withEncoding(sniffed, mapping.encoding);
  let records: BankRecord[] = [{ ...newMessage(kind, version, { line: 1, offset: 0 }) }];
  if (encodingGuessed && mapping.encoding === null) {
    records.push({ type: 'warning', code: 'ENCODING_GUESSED', line: 1, value: file.encoding });
  }
  let reader: TableRowReader | null = null;
  let count = 0;
  let sum = ZERO;
  for await (const rows of readTableRows(source, file, mapping, options)) {
    for (const row of rows) {
      count += 1;
      if (count < mapping.headerRow) continue;
      if (count === mapping.headerRow) {
        const titles = row.cells.map(cellText);
        if (headerKey(titles) !== header || mappingProblems(mapping, titles.length).length > 0) {
          throw new BankFileError('BANK_FILE_MAPPING_DIFFERS', row.line);
        }
        const sheet = kind === 'xlsx' ? (mapping.sheet ?? '1') : null;
        reader = new TableRowReader(mapping, bankCode, titles.length, sheet);
        continue;
      }
      const read = reader?.read(row);
      if (!read) continue;
      if (read.record) {
        records.push(read.record);
        const amount = parseDecimal(read.record.amount ?? '0') ?? ZERO;
        sum = addDecimals(sum, amount);
      }
      const total = read.total && parseDecimal(read.total.amount);
      if (total && !decimalsEqual(total, sum)) {
        const value = formatDecimal(total);
        records.push({ type: 'warning', code: 'SUM_DIFFERS', line: row.line, value });
      }
      for (const warning of read.warnings) records.push(warning);
    }
    if (records.length >= batchSize) {
      yield records;
      records = [];
    }
  }
  if (!reader) throw new BankFileError('BANK_FILE_MAPPING_DIFFERS', null);
  if (records.length > 0) yield records;
}

/** The file in the encoding that somebody chose, where the file itself does not say. */
export function withEncoding(
  sniffed: SniffedBankFile,
  encoding: TableMapping['encoding'],
): SniffedBankFile {
  return sniffed.encodingGuessed && encoding !== null ? { ...sniffed, encoding } : sniffed;
}
