/** Guards against hostile or broken files. Sizes in bytes unless they say characters. */
export interface BankFileLimits {
  readonly maxFileBytes: number;
  readonly maxXmlDepth: number;
  readonly maxXmlAttributes: number;
  /** Characters in one element. */
  readonly maxXmlText: number;
  /** Characters without a single parser event: one endless tag, comment or attribute. */
  readonly maxXmlSilence: number;
  /** Characters in one line or CSV record of a text format. */
  readonly maxLineLength: number;
  readonly maxArchiveEntryBytes: number;
  readonly maxArchiveBytes: number;
  readonly maxArchiveRatio: number;
  readonly maxArchiveEntries: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_BANK_FILE_LIMITS: BankFileLimits = {
  maxFileBytes: 2048 * MEGABYTE,
  maxXmlDepth: 64,
  maxXmlAttributes: 64,
  maxXmlText: 64 * 1024,
  maxXmlSilence: MEGABYTE,
  maxLineLength: 64 * 1024,
  maxArchiveEntryBytes: 256 * MEGABYTE,
  maxArchiveBytes: 320 * MEGABYTE,
  maxArchiveRatio: 200,
  maxArchiveEntries: 2000,
};

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with bytes read so far and the size of the file, about every 64 KB. */
  readonly onProgress?: ((bytesRead: number, totalBytes: number) => void) | undefined;
  readonly limits?: Partial<BankFileLimits> | undefined;
}
