import { BankFileError } from '../bank-file-error.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { ElementShape } from '../xml/element-shape.ts';
import type { WorkbookArchive } from './workbook-archive.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const FIRST_BYTES = 64 * 1024;

/** The texts that cells point to, in one piece of memory outside the heap: a workbook may hold a million of them. */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #used = 0;
  readonly #ends: number[] = [];

  /** @throws BankFileError BANK_FILE_ARCHIVE_UNSAFE for more text than memory is kept for */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.#used + size > MOST_BYTES) throw new BankFileError('BANK_FILE_ARCHIVE_UNSAFE', null);
    if (this.#used + size > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + size));
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    this.#used += this.#bytes.write(text, this.#used);
    this.#ends.push(this.#used);
  }

  /** Null for a number that no text has. */
  at(index: number): string | null {
    const end = this.#ends[index];
    if (end === undefined) return null;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], end);
  }
}

export async function readSharedStrings(
  archive: WorkbookArchive,
  name: string,
  options: ReadOptions,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let parts: string[] = [];
  const t: ElementShape = { text: (text) => parts.push(text) };
  const item: ElementShape = {
    open: () => {
      parts = [];
    },
    // Text in several formats comes in runs; readings (rPh) are no part of it.
    children: { t, r: { children: { t } } },
    close: () => strings.add(parts.join(' ')),
  };
  await archive.read(name, 'sst', { children: { si: item } }, options);
  return strings;
}
