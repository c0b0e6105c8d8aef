import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import { readByteChunks, type ByteSource } from './byte-chunks.ts';
import { decodeBytes, incompleteTail, type TextEncoding } from './text-encoding.ts';

export interface TextChunk {
  readonly text: string;
  /** Byte offset in the file of the first character. */
  readonly byteOffset: number;
  /** True when every character is `bytesPerChar` bytes, so that offsets are a multiplication. */
  readonly uniform: boolean;
  readonly bytesPerChar: 1 | 2;
}

/**
 * Decodes the source from byte `start` (after a byte order mark), fatally: a byte that is not the encoding refuses the
 * file with the line it stands in. Each chunk holds whole characters, so byte offsets stay exact.
 *
 * @throws BankFileError BANK_FILE_ENCODING_BROKEN
 */
export async function* readTextChunks(
  source: ByteSource,
  encoding: TextEncoding,
  start: number,
  options: ReadOptions = {},
): AsyncGenerator<TextChunk> {
  const bytesPerChar = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  let carried: Buffer = Buffer.alloc(0);
  let lines = 1;
  for await (const { bytes, offset } of readByteChunks(source, options, start)) {
    const joined = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
    const byteOffset = offset - carried.length;
    const tail = incompleteTail(joined, encoding);
    const whole = joined.subarray(0, joined.length - tail);
    const text = decodeBytes(whole, encoding);
    if (text === null)
      throw new BankFileError(
        'BANK_FILE_ENCODING_BROKEN',
        brokenLine(whole, encoding, lines),
        encoding,
      );
    yield { text, byteOffset, uniform: text.length * bytesPerChar === whole.length, bytesPerChar };
    lines += countLines(text);
    carried = Buffer.from(joined.subarray(joined.length - tail));
  }
  if (carried.length > 0) throw new BankFileError('BANK_FILE_ENCODING_BROKEN', lines, encoding);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The line of the first broken byte, found by halving: this runs once, on the way to a refusal. */
function brokenLine(bytes: Buffer, encoding: TextEncoding, linesBefore: number): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    const decodable = decodeBytes(
      part.subarray(0, part.length - incompleteTail(part, encoding)),
      encoding,
    );
    if (decodable === null) bad = middle;
    else good = middle;
  }
  const prefix = bytes.subarray(0, good);
  const text = decodeBytes(
    prefix.subarray(0, prefix.length - incompleteTail(prefix, encoding)),
    encoding,
  );
  return linesBefore + countLines(text ?? '');
}
