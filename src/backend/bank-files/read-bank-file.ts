import type { BankRecord } from '../../domain/reconciliation/bank-message.ts';
import { BankFileError } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import { readIsoMessage } from './iso20022/read-iso-message.ts';
import { sniffBankFile, type SniffedBankFile } from './sniff-bank-file.ts';
import type { ByteSource } from './source/byte-chunks.ts';

export interface ReadBankFileOptions extends ReadOptions {
  /** Records per batch, about: a batch ends with the chunk that fills it. Default 2,000. */
  readonly batchSize?: number | undefined;
  /** The result of an earlier sniff of the same file. */
  readonly sniffed?: SniffedBankFile | undefined;
}

/**
 * Streams the records of a bank file, in file order, with flat memory; the event loop turns at every 64 KB. The first
 * record is the message. Stage the batches and throw them away when the iterator throws: a file counts only whole.
 *
 * @throws BankFileError when the file must be refused; the signal's reason when aborted
 */
export async function* readBankFile(
  source: ByteSource,
  options: ReadBankFileOptions = {},
): AsyncGenerator<BankRecord[]> {
  const sniffed =
    options.sniffed ?? (await sniffBankFile(source, { ...options, onProgress: undefined }));
  const batchSize = options.batchSize ?? 2000;
  const { kind, encoding, start } = sniffed;
  switch (kind) {
    case 'pain.001':
    case 'pain.002':
    case 'camt.052':
    case 'camt.053':
    case 'camt.054':
      if (encoding === null) break;
      yield* readIsoMessage(source, { encoding, start }, batchSize, options);
      return;
    default:
  }
  throw new BankFileError('BANK_FILE_NOT_RECOGNISED', null, kind);
}
