import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import type { TextEncoding } from '../source/text-encoding.ts';
import { readTextLines } from '../source/text-lines.ts';
import { MtReader, type MtKind } from './mt-reader.ts';

/**
 * The kind of a SWIFT statement file by its first lines, or null. MT942 has a floor limit (`:34F:`) or sums (`:90D:`) where
 * MT940 has balances.
 */
export function mtKindOf(head: string): MtKind | null {
  const hasReference = /^(?::20:|:94[02]:|\{1:)/m.test(head);
  const hasStatement = /^:(?:25P?|28C?|60[FM]|61|62[FM]|34F|13D):/m.test(head);
  if (!hasReference || !hasStatement) return null;
  const interim = /\{2:[IO]942|^:(?:942|34F|13D|90[CD]):/m.test(head);
  return interim && !/^:60[FM]:/m.test(head) ? 'mt942' : 'mt940';
}

/**
 * Records of an MT940 or MT942 file; one statement for each `:20:`.
 *
 * @throws BankFileError BANK_FILE_TRUNCATED when a text block is never closed
 */
export async function* readMtMessage(
  source: ByteSource,
  kind: MtKind,
  text: { readonly encoding: TextEncoding; readonly start: number },
  batchSize: number,
  options: ReadOptions = {},
): AsyncGenerator<BankRecord[]> {
  let records: BankRecord[] = [];
  const reader = new MtReader(kind, (record) => records.push(record));
  let openBlock: number | null = null;
  for await (const lines of readTextLines(source, text, options)) {
    for (const line of lines) {
      if (line.text.includes('{4:')) openBlock = line.line;
      else if (openBlock !== null && line.text.startsWith('-')) openBlock = null;
      reader.addLine(line);
    }
    if (records.length >= batchSize) {
      yield records;
      records = [];
    }
  }
  if (openBlock !== null) throw new BankFileError('BANK_FILE_TRUNCATED', openBlock);
  reader.end();
  if (records.length > 0) yield records;
}
