import { isUtf8 } from 'node:buffer';
import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import { readByteChunks, type ByteSource } from './byte-chunks.ts';
import { byteOrderMark, incompleteTail, type TextEncoding } from './text-encoding.ts';

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** First byte after the byte order mark. */
  readonly start: number;
  /** True when nothing in the file states the encoding and its bytes are not UTF-8: show it, let the officer override. */
  readonly guessed: boolean;
}

type DetectOptions = Pick<ReadOptions, 'signal' | 'limits'>;

/**
 * The encoding of a text file without a declaration: byte order mark, else UTF-8 when every byte of the file agrees, else
 * an Arabic or Western code page by how its high bytes cluster (Arabic words are runs of them, Western accents stand
 * alone).
 *
 * @throws BankFileError BANK_FILE_BINARY when it holds NUL bytes
 */
export async function detectTextEncoding(
  source: ByteSource,
  { signal, limits }: DetectOptions = {},
): Promise<DetectedEncoding> {
  let carried: Buffer = Buffer.alloc(0);
  let utf8 = true;
  let lines = 1;
  for await (const { bytes, offset } of readByteChunks(source, { signal, limits })) {
    if (offset === 0) {
      const mark = byteOrderMark(bytes);
      if (mark) return { encoding: mark.encoding, start: mark.bytes, guessed: false };
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
      throw new BankFileError('BANK_FILE_BINARY', lines + countNewlines(bytes.subarray(0, nul)));
    }
    lines += countNewlines(bytes);
    if (!utf8) continue;
    const joined = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
    const tail = incompleteTail(joined, 'utf-8');
    utf8 = isUtf8(joined.subarray(0, joined.length - tail));
    carried = Buffer.from(joined.subarray(joined.length - tail));
  }
  if (utf8 && carried.length === 0) return { encoding: 'utf-8', start: 0, guessed: false };
  return { encoding: await guessCodePage(source, { signal, limits }), start: 0, guessed: true };
}

const GUESS_BYTES = 4 * 1024 * 1024;
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

async function guessCodePage(source: ByteSource, options: DetectOptions): Promise<TextEncoding> {
  let inRun = 0;
  let clustered = 0;
  let alone = 0;
  let undefinedIn1252 = false;
  const closeRun = (): void => {
    if (inRun >= 3) clustered += inRun;
    else alone += inRun;
    inRun = 0;
  };
  for await (const { bytes, offset } of readByteChunks(source, options)) {
    for (const byte of bytes) {
      if (byte >= 0xc0) inRun += 1;
      else {
        if (inRun > 0) closeRun();
        if (UNDEFINED_IN_1252.has(byte)) undefinedIn1252 = true;
      }
    }
    if (offset > GUESS_BYTES) break;
  }
  closeRun();
  if (clustered > alone) return 'windows-1256';
  return undefinedIn1252 ? 'iso-8859-1' : 'windows-1252';
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
