import { fromBufferPromise, openPromise, type Entry, type Options, type ZipFile } from 'yauzl';
import { BankFileError } from '../bank-file-error.ts';
import {
  DEFAULT_BANK_FILE_LIMITS,
  type BankFileLimits,
  type ReadOptions,
} from '../bank-file-limits.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import { compileShape } from '../xml/element-shape.ts';
import { readBytes, type ByteSource } from '../source/byte-chunks.ts';
import { decodeBytes, incompleteTail } from '../source/text-encoding.ts';

/** What a workbook holds, as far as recognising it needs. */
export interface Workbook {
  /** Rows of its first sheet, the header among them. */
  readonly rows: number;
}

/**
 * Recognises an XLSX workbook and counts the rows of its first sheet, without unpacking more than the limits allow: sizes
 * are checked in the archive's directory first and enforced while unpacking.
 *
 * @throws BankFileError BANK_FILE_ARCHIVE_UNSAFE (bomb), BANK_FILE_ARCHIVE_BROKEN, BANK_FILE_NOT_RECOGNISED (no workbook)
 */
export async function openWorkbook(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<Workbook> {
  const limits = { ...DEFAULT_BANK_FILE_LIMITS, ...options.limits };
  const zip = await openZip(source);
  try {
    const entries = await listEntries(zip, limits);
    const names = new Set(entries.map(({ fileName }) => fileName));
    if (!names.has('xl/workbook.xml') || !names.has('[Content_Types].xml')) {
      throw new BankFileError('BANK_FILE_NOT_RECOGNISED', null, 'ZIP');
    }
    const sheets = entries
      .filter(({ fileName }) => /^xl\/worksheets\/[^/]+\.xml$/.test(fileName))
      .sort((left, right) => left.fileName.localeCompare(right.fileName, 'en', { numeric: true }));
    const [first] = sheets;
    return { rows: first ? await countRows(zip, first, limits, options) : 0 };
  } finally {
    zip.close();
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

function listEntries(zip: ZipFile, limits: BankFileLimits): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let total = 0;
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const unsafe =
        entries.length > limits.maxArchiveEntries ||
        entry.uncompressedSize > limits.maxArchiveEntryBytes ||
        total > limits.maxArchiveBytes ||
        (ratio > limits.maxArchiveRatio && entry.uncompressedSize > 1024 * 1024) ||
        entry.isEncrypted();
      if (unsafe) reject(new BankFileError('BANK_FILE_ARCHIVE_UNSAFE', null));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null)));
    zip.readEntry();
  });
}

async function countRows(
  zip: ZipFile,
  entry: Entry,
  limits: BankFileLimits,
  { signal }: ReadOptions,
): Promise<number> {
  let rows = 0;
  const sheet = compileShape({
    children: { sheetData: { children: { row: { open: () => (rows += 1) } } } },
  });
  const scanner = new XmlScanner(limits, (tag) => (tag.local === 'worksheet' ? sheet : null));
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null);
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
    }
    scanner.close();
  } catch (error) {
    if (error instanceof BankFileError || signal?.aborted) throw error;
    throw new BankFileError('BANK_FILE_ARCHIVE_BROKEN', null);
  }
  return rows;
}
