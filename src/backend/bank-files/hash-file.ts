import { createHash } from 'node:crypto';
import { readByteChunks } from './source/byte-chunks.ts';

/** SHA-256 of a file's content, hexadecimal. Throws what `readByteChunks` throws. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const { bytes } of readByteChunks(path, { signal })) hash.update(bytes);
  return hash.digest('hex');
}
