import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ContentStore } from '../app/documents/ports.ts';

/** Stores each content once, as `ab/abcdef...`; a name from outside never becomes a path. */
export function createContentStore(folder: string): ContentStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a content hash');
    return path.join(folder, sha256.slice(0, 2), sha256);
  };

  async function keep(temporary: string, sha256: string): Promise<void> {
    const target = pathOf(sha256);
    const known = await access(target).then(
      () => true,
      () => false,
    );
    if (known) {
      await rm(temporary, { force: true });
      return;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await rename(temporary, target);
    const directory = await open(path.dirname(target), 'r');
    // NOTE: without this the rename itself may be lost with the power; Windows cannot sync a folder.
    await directory.sync().catch(() => undefined);
    await directory.close();
  }

  async function write(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    signal?: AbortSignal,
  ) {
    await mkdir(folder, { recursive: true });
    const temporary = path.join(folder, `${randomUUID()}.partial`);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    try {
      const file = await open(temporary, 'wx');
      try {
        for await (const chunk of chunks) {
          signal?.throwIfAborted();
          hash.update(chunk);
          sizeBytes += chunk.byteLength;
          await file.write(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      await keep(temporary, sha256);
      return { sha256, sizeBytes };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  return {
    put: (bytes) => write([bytes]),
    putFile: (file, signal) =>
      write(
        createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>,
        signal,
      ),
    read: (sha256) => readFile(pathOf(sha256)),
    pathOf,
  };
}
