import { open, type FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BankFileError } from '../bank-file-error.ts';
import { DEFAULT_BANK_FILE_LIMITS, type ReadOptions } from '../bank-file-limits.ts';

/** A path, or bytes already in memory (uploads of a few KB, tests). */
export type ByteSource = string | Uint8Array;

/** How much is read at once. */
export const CHUNK_BYTES = 128 * 1024;

export interface ByteChunk {
  /** Valid until the next chunk is asked for. */
  readonly bytes: Buffer;
  readonly offset: number;
}

/**
 * The source in chunks of 128 KB from `start`. Every chunk costs a turn of the event loop, so whoever consumes it lets
 * other requests through; parsing one takes a few milliseconds.
 *
 * @throws BankFileError BANK_FILE_UNREADABLE, BANK_FILE_TOO_LARGE; the signal's reason when aborted
 */
export async function* readByteChunks(
  source: ByteSource,
  options: ReadOptions = {},
  start = 0,
): AsyncGenerator<ByteChunk> {
  const { signal, onProgress } = options;
  const limit = options.limits?.maxFileBytes ?? DEFAULT_BANK_FILE_LIMITS.maxFileBytes;
  if (typeof source !== 'string') {
    refuseLarger(source.byteLength, limit);
    const all = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    for (let offset = start; offset < all.length; offset += CHUNK_BYTES) {
      signal?.throwIfAborted();
      const bytes = all.subarray(offset, offset + CHUNK_BYTES);
      yield { bytes, offset };
      onProgress?.(offset + bytes.length, all.length);
      if (offset + bytes.length < all.length) await nextTurn();
    }
    return;
  }
  const file = await openForReading(source);
  try {
    const { size } = await file.stat();
    refuseLarger(size, limit);
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let offset = start; ;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, offset);
      if (bytesRead === 0) return;
      refuseLarger(offset + bytesRead, limit);
      yield { bytes: buffer.subarray(0, bytesRead), offset };
      offset += bytesRead;
      onProgress?.(offset, Math.max(size, offset));
    }
  } finally {
    await file.close();
  }
}

/** Up to `length` bytes from `offset`, as a copy. */
export async function readBytes(
  source: ByteSource,
  offset: number,
  length: number,
): Promise<Buffer> {
  if (typeof source !== 'string') return Buffer.from(source.subarray(offset, offset + length));
  const file = await openForReading(source);
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BankFileError('BANK_FILE_UNREADABLE', null, reason);
  }
  await file.close();
  throw new BankFileError('BANK_FILE_UNREADABLE', null, 'NOT_A_FILE');
}

function refuseLarger(size: number, limit: number): void {
  if (size > limit) throw new BankFileError('BANK_FILE_TOO_LARGE', null, String(limit));
}
