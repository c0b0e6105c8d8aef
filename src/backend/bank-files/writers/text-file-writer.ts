import { open, rename, rm, type FileHandle } from 'node:fs/promises';

const FLUSH_CHARACTERS = 64 * 1024;

/** Text on its way to a file: buffered, and handed to the disk once it is worth a write. */
export class TextFileWriter {
  readonly #file: FileHandle;
  #buffer = '';

  constructor(file: FileHandle) {
    this.#file = file;
  }

  write(text: string): void {
    this.#buffer += text;
  }

  /** Call it after each record. */
  async flush(least = FLUSH_CHARACTERS): Promise<void> {
    if (this.#buffer.length < least) return;
    const text = this.#buffer;
    this.#buffer = '';
    await this.#file.writeFile(text, 'utf8');
  }
}

/** Runs `fill` on a new UTF-8 file, which appears at its path synced and whole, or not at all when `fill` throws. */
export async function writeTextFile<T>(
  path: string,
  fill: (file: TextFileWriter) => Promise<T>,
): Promise<T> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    const writer = new TextFileWriter(file);
    const result = await fill(writer);
    await writer.flush(0);
    await file.sync();
    await file.close();
    await rename(part, path);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}
