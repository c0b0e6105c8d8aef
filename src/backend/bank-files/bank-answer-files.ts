import { stat } from 'node:fs/promises';
import type { BankAnswerFiles } from '../app/reconciliation/ports.ts';
import { asRefusal, eachAsRefusal } from './as-refusal.ts';
import { hashFile } from './hash-file.ts';
import { readBankFile } from './read-bank-file.ts';
import { readRawLine } from './read-raw-line.ts';
import { sniffBankFile } from './sniff-bank-file.ts';
import { encodingOfLabel } from './source/text-encoding.ts';

/** Of a whole message or batch this much is shown, in bytes. */
const BEGINNING = 2000;

/** Records between two statements of the database. */
const BATCH_RECORDS = 250;

/** Banks' files on the disk, as use-cases read them. */
export const bankAnswerFiles: BankAnswerFiles = {
  hash: (path, signal) =>
    asRefusal(signal, async () => {
      const sha256 = await hashFile(path, signal);
      return { sha256, sizeBytes: (await stat(path)).size };
    }),
  open: (path, { signal, maxBytes, onProgress }) =>
    asRefusal(signal, async () => {
      const limits = { maxFileBytes: maxBytes };
      const sniffed = await sniffBankFile(path, { signal, limits });
      const { kind, version, encoding } = sniffed;
      const records = () =>
        eachAsRefusal(
          signal,
          readBankFile(path, { sniffed, signal, limits, onProgress, batchSize: BATCH_RECORDS }),
        );
      return { kind, version, encoding, records };
    }),
  rawText: (path, start, end, encoding) => {
    const length = end > start ? end - start : BEGINNING;
    const known = encoding === null ? null : encodingOfLabel(encoding);
    return readRawLine(path, { offset: start, length }, known ?? undefined);
  },
};
