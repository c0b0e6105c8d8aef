import type { BankRecord } from '../../domain/reconciliation/bank-message.ts';
import { assertNever } from '../../domain/shared/assert-never.ts';
import { BankFileError } from './bank-file-error.ts';
import type { ReadOptions } from './bank-file-limits.ts';
import { readIsoMessage } from './iso20022/read-iso-message.ts';
import { sniffBankFile, type SniffedBankFile } from './sniff-bank-file.ts';
import type { ByteSource } from './source/byte-chunks.ts';
import { readMtMessage } from './swift/read-mt-message.ts';
import { readWagesFile } from './wages/read-wages-file.ts';

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
 * @throws BankFileError when the file must be refused (BANK_FILE_MAPPING_NEEDED for CSV and XLSX, which say nothing
 *   without a mapping); the signal's reason when aborted
 */
export async function* readBankFile(
  source: ByteSource,
  options: ReadBankFileOptions = {},
): AsyncGenerator<BankRecord[]> {
  const sniffed =
    options.sniffed ?? (await sniffBankFile(source, { ...options, onProgress: undefined }));
  const { kind, encoding, start, encodingGuessed } = sniffed;
  if (encoding === null) throw new BankFileError('BANK_FILE_MAPPING_NEEDED', null, kind);
  const text = { encoding, start };
  const batchSize = options.batchSize ?? 2000;
  switch (kind) {
    case 'pain.001':
    case 'pain.002':
    case 'camt.052':
    case 'camt.053':
    case 'camt.054':
      yield* readIsoMessage(source, text, batchSize, options);
      break;
    case 'mt940':
    case 'mt942':
      yield* readMtMessage(source, kind, text, batchSize, options);
      break;
    case 'wages':
      yield* readWagesFile(source, text, batchSize, options);
      break;
    case 'csv':
    case 'xlsx':
      throw new BankFileError('BANK_FILE_MAPPING_NEEDED', null, kind);
    default:
      assertNever(kind);
  }
  if (encodingGuessed)
    yield [{ type: 'warning', code: 'ENCODING_GUESSED', line: 1, value: encoding }];
}
