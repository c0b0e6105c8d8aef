import type { SourceSpan } from '../../domain/reconciliation/bank-message.ts';
import { BankFileError } from './bank-file-error.ts';
import { sniffBankFile } from './sniff-bank-file.ts';
import { readBytes, type ByteSource } from './source/byte-chunks.ts';
import { decodeBytes, incompleteTail, type TextEncoding } from './source/text-encoding.ts';

const MAX_RAW_BYTES = 64 * 1024;

/**
 * The bank's own text of one record, as it stands in the file (at most 64 KB of it). Pass the encoding where it is known:
 * finding it again may mean a pass over the file.
 *
 * @throws BankFileError BANK_FILE_UNREADABLE, BANK_FILE_ENCODING_BROKEN when the file is not the one that was read
 */
export async function readRawLine(
  source: ByteSource,
  span: Pick<SourceSpan, 'offset' | 'length'>,
  encoding?: TextEncoding,
): Promise<string> {
  const known = encoding ?? (await sniffBankFile(source)).encoding;
  if (known === null) throw new BankFileError('BANK_FILE_ENCODING_UNSUPPORTED', null);
  const bytes = await readBytes(source, span.offset, Math.min(span.length, MAX_RAW_BYTES));
  const text = decodeBytes(bytes.subarray(0, bytes.length - incompleteTail(bytes, known)), known);
  if (text === null) throw new BankFileError('BANK_FILE_ENCODING_BROKEN', null, known);
  return text;
}
