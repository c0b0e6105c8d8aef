import { fromBufferPromise, openPromise, type Entry, type Options, type ZipFile } from 'yauzl';
import { BankFileError } from '../bank-file-error.ts';
import {
  DEFAULT_BANK_FILE_LIMITS,
  type BankFileLimits,
  type ReadOptions,
} from '../bank-file-limits.ts';
import { readBytes, type ByteSource } from '../source/byte-chunks.ts';
import { decodeBytes, incompleteTail } from '../source/text-encoding.ts';
import { compileShape, type ElementShape } from '../xml/element-shape.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';

/**
 * The parts of a workbook. Sizes are checked in the archive's directory first and enforced while unpacking; what nobody asks
 * for (pictures, archives within the archive) is never unpacked.
 */
export class WorkbookArchive {
  readonly names: readonly string[];
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: BankFileLimits;

  private constructor(zip: ZipFile, entries: readonly Entry[], limits: BankFileLimits) {
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [entry.fileName, entry]));
    this.names = [...this.#entries.keys()];
    this.#limits = limits;
  }

  /** @throws BankFileError BANK_FILE_ARCHIVE_UNSAFE (bomb), BANK_FILE_ARCHIVE_BROKEN, BANK_FILE_NOT_RECOGNISED (no workbook) */
  static async open(source: ByteSource, options: ReadOptions = {}): Promise<WorkbookArchive> {
    const limits = { ...DEFAULT_BANK_FILE_LIMITS, ...options.limits };
    const zip = await openZip(source);
    try {
      const archive = new WorkbookArchive(zip, await listEntries(zip, limits), limits);
      if (!archive.has('xl/workbook.xml') || !archive.has('[Content_Types].xml')) {
        throw new BankFileError('BANK_FILE_NOT_RECOGNISED', null, 'ZIP');
      }
      return archive;
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  close(): void {
    this.#zip.close();
  }

  /**
   * One pass over a part whose root element has this name; stops between its pieces, so that what the shapes have gathered
   * can be handed on.
   *
   * @throws BankFileError BANK_FILE_XML_*, BANK_FILE_ENCODING_BROKEN, BANK_FILE_ARCHIVE_BROKEN; the signal's reason
   */
  async *scan(
    name: string,
    root: string,
    shape: ElementShape,
    { signal, onProgress }: ReadOptions = {},
  ): AsyncGenerator<void> {
    const entry = this.#entries.get(name);
    if (!entry) return;
    const compiled = compileShape(shape);
    const scanner = new XmlScanner(this.#limits, (tag) => (tag.local === root ? compiled : null));
    const stream = await this.#zip.openReadStreamPromise(entry).catch(() => {
      throw new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null, name);
    });
    let carried = Buffer.alloc(0);
    let byteOffset = 0;
    try {
      for await (const chunk of stream) {
        signal?.throwIfAborted();
        const joined = Buffer.concat([carried, chunk]);
        const whole = joined.subarray(0, joined.length - incompleteTail(joined, 'utf-8'));
        const text = decodeBytes(whole, 'utf-8');
        if (text === null)
          throw new BankFileError('BANK_FILE_ENCODING_BROKEN', scanner.line, 'utf-8');
        scanner.write({ text, byteOffset, uniform: false, bytesPerChar: 1 });
        byteOffset += whole.length;
        carried = Buffer.from(joined.subarray(whole.length));
        onProgress?.(byteOffset, Math.max(entry.uncompressedSize, byteOffset));
        yield;
      }
      scanner.close();
      yield;
    } catch (error) {
      if (error instanceof BankFileError || signal?.aborted) throw error;
      throw new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null, name);
    } finally {
      stream.destroy();
    }
  }

  /** `scan` to the end. */
  async read(
    name: string,
    root: string,
    shape: ElementShape,
    options: ReadOptions = {},
  ): Promise<void> {
    const pieces = this.scan(name, root, shape, { ...options, onProgress: undefined });
    while ((await pieces.next()).done !== true);
  }
}

async function openZip(source: ByteSource): Promise<ZipFile> {
  const settings: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  // Reads one byte first: yauzl's own errors do not tell an unreadable file from a broken one.
  await readBytes(source, 0, 1);
  try {
    return typeof source === 'string'
      ? await openPromise(source, settings)
      : await fromBufferPromise(Buffer.from(source), settings);
  } catch {
    throw new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null);
  }
}

/** Below this an entry is harmless whatever it was packed from. */
const SMALL_BYTES = 1024 * 1024;

function listEntries(zip: ZipFile, limits: BankFileLimits): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const names = new Set<string>();
    let total = 0;
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const unsafe =
        entries.length > limits.maxArchiveEntries ||
        entry.uncompressedSize > limits.maxArchiveEntryBytes ||
        total > limits.maxArchiveBytes ||
        (ratio > limits.maxArchiveRatio && entry.uncompressedSize > SMALL_BYTES) ||
        entry.isEncrypted();
      if (unsafe) return reject(new BankFileError('BANK_FILE_ARCHIVE_UNSAFE', null));
      // Two parts of one name: which of them is shown depends on who opens it.
      if (names.has(entry.fileName)) {
        return reject(new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null, entry.fileName));
      }
      names.add(entry.fileName);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null)));
    zip.readEntry();
  });
}
