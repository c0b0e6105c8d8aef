import { BankFileError } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import type { SniffedBankFile } from './sniff-bank-file.ts';
import { detectTableDelimiter, firstTableLines } from './source/detect-delimiter.ts';
import { detectTextEncoding } from './source/detect-text-encoding.ts';
import type { ByteSource } from './source/byte-chunks.ts';
import { readTextChunks } from './source/text-chunks.ts';
import { mtKindOf } from './swift/read-mt-message.ts';
import { isWagesHeader } from './wages/read-wages-file.ts';

/**
 * What a file is that is neither XML nor an archive.
 *
 * @throws BankFileError BANK_FILE_EMPTY, BANK_FILE_BINARY, BANK_FILE_NOT_RECOGNISED
 */
export async function sniffTextFormat(
  source: ByteSource,
  options: ReadOptions,
): Promise<SniffedBankFile> {
  const { encoding, start, guessed } = await detectTextEncoding(source, options);
  const head = await firstChunk(source, encoding, start, options);
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new BankFileError('BANK_FILE_EMPTY', null);
  const text = { version: null, encoding, start, encodingGuessed: guessed };
  const mt = mtKindOf(head);
  if (mt) return { kind: mt, ...text };
  if (isWagesHeader(lines[0] ?? '')) return { kind: 'wages', ...text };
  if (lines.length > 1 && detectTableDelimiter(firstTableLines(lines)))
    return { kind: 'csv', ...text };
  throw new BankFileError('BANK_FILE_NOT_RECOGNISED', 1);
}

async function firstChunk(...args: Parameters<typeof readTextChunks>): Promise<string> {
  for await (const { text } of readTextChunks(...args)) return text;
  return '';
}
