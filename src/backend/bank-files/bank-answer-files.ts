import { stat } from 'node:fs/promises';
import type { BankAnswerFiles, TableAnswer } from '../app/reconciliation/ports.ts';
import { asRefusal, eachAsRefusal } from './as-refusal.ts';
import { hashFile } from './hash-file.ts';
import { readBankFile } from './read-bank-file.ts';
import { readRawLine } from './read-raw-line.ts';
import { sniffBankFile } from './sniff-bank-file.ts';
import { readWorkbookRow } from './table/inspect-table-file.ts';
import { readMappedTable } from './table/read-mapped-table.ts';
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
      const { kind, version, encoding, encodingGuessed } = sniffed;
      const records = () =>
        eachAsRefusal(
          signal,
          readBankFile(path, { sniffed, signal, limits, onProgress, batchSize: BATCH_RECORDS }),
        );
      if (kind !== 'csv' && kind !== 'xlsx') return { kind, version, encoding, records };
      const table: TableAnswer = {
        kind,
        encodingGuessed,
        records: (mapped) =>
          eachAsRefusal(
            signal,
            readMappedTable(path, sniffed, mapped, BATCH_RECORDS, { signal, limits, onProgress }),
          ),
      };
      return { kind, version, encoding, records, table };
    }),
  rawText: (path, start, end, encoding) => {
    const length = end > start ? end - start : BEGINNING;
    // Of a workbook a row is kept, not bytes.
    if (encoding === null) return readWorkbookRow(path, start);
    const known = encodingOfLabel(encoding);
    return readRawLine(path, { offset: start, length }, known ?? undefined);
  },
};
