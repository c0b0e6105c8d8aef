import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';

/**
 * The bytes of a file that the officer chose, never more than the limit.
 * Errors: FILE_NOT_FOUND, FILE_NOT_READABLE, DOCUMENT_TOO_LARGE with its name and the limit in megabytes.
 */
export async function readChosenFile(
  file: string,
  limitMegabytes: number,
): Promise<Result<Uint8Array, Refusal>> {
  const kind = await stat(file).then(
    (found) => found.isFile(),
    () => undefined,
  );
  // NOTE: opening a pipe would wait for whoever writes into it.
  if (kind === false) return refuse('FILE_NOT_READABLE', { reason: 'NO_FILE' });
  const handle = await open(file, 'r').catch((error: unknown) => codeOf(error));
  if (typeof handle === 'string') {
    return refuse(handle === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE');
  }
  try {
    return await readUpTo(handle, path.basename(file), limitMegabytes);
  } catch (error) {
    return refuse('FILE_NOT_READABLE', { reason: codeOf(error) });
  } finally {
    await handle.close();
  }
}

/** Never reads more than the limit, whatever the file's size says. */
async function readUpTo(
  handle: FileHandle,
  file: string,
  limitMegabytes: number,
): Promise<Result<Uint8Array, Refusal>> {
  const limit = limitMegabytes * 2 ** 20;
  const { size } = await handle.stat();
  if (size > limit) return refuse('DOCUMENT_TOO_LARGE', { file, megabytes: limitMegabytes });
  const buffer = new Uint8Array(size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length > size) return refuse('FILE_NOT_READABLE', { reason: 'CHANGED' });
  return ok(buffer.subarray(0, length));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
