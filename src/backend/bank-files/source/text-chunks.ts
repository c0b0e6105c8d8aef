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
  for await (const { bytes, offset } of readByteChunks(source, options, start)) {
    const joined = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
    const byteOffset = offset - carried.length;
    const tail = incompleteTail(joined, encoding);
    const whole = joined.subarray(0, joined.length - tail);
    const text = decodeBytes(whole, encoding);
    if (text === null) {
      const broken = byteOffset + firstBrokenByte(whole, encoding);
      throw await brokenAt(source, encoding, start, broken);
    }
    yield { text, byteOffset, uniform: text.length * bytesPerChar === whole.length, bytesPerChar };
    carried = Buffer.from(joined.subarray(joined.length - tail));
  }
  if (carried.length > 0) throw await brokenAt(source, encoding, start, Number.MAX_SAFE_INTEGER);
}

/** Counts lines only now: a whole file is decoded for every refusal that needs this. */
async function brokenAt(
  source: ByteSource,
  encoding: TextEncoding,
  start: number,
  brokenOffset: number,
): Promise<BankFileError> {
  const step = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  let line = 1;
  for await (const { bytes, offset } of readByteChunks(source, {}, start)) {
    const end = Math.min(bytes.length, brokenOffset - offset);
    for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) {
      const inPair = (offset - start + at) % step;
      if (step === 1 || (inPair === low && bytes[at + 1 - 2 * low] === 0)) line += 1;
    }
    if (end < bytes.length) break;
  }
  return new BankFileError('BANK_FILE_ENCODING_BROKEN', line, encoding);
}

/** Found by halving: the longest prefix that is the encoding ends there. */
function firstBrokenByte(bytes: Buffer, encoding: TextEncoding): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    const whole = part.subarray(0, part.length - incompleteTail(part, encoding));
    if (decodeBytes(whole, encoding) === null) bad = middle;
    else good = middle;
  }
  return good;
}
