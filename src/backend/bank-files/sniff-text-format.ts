import { BankFileError } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import type { SniffedBankFile } from './sniff-bank-file.ts';
import type { ByteSource } from './source/byte-chunks.ts';

export async function sniffTextFormat(
  _source: ByteSource,
  _options: ReadOptions,
): Promise<SniffedBankFile> {
  throw new BankFileError('BANK_FILE_NOT_RECOGNISED', 1);
}
