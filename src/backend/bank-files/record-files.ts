import type { RecordFiles } from '../app/government-records/ports.ts';
import { asRefusal, eachAsRefusal } from './as-refusal.ts';
import { BankFileError } from './bank-file-error.ts';
import { hashFile } from './hash-file.ts';
import { sniffBankFile } from './sniff-bank-file.ts';
import { inspectTableFile } from './table/inspect-table-file.ts';
import { withEncoding } from './table/read-mapped-table.ts';
import { readTableRows, type TableRow } from './table/read-table-rows.ts';

/** Lists of registers, read as any other table. */
export const recordFiles: RecordFiles = {
  hash: (path, signal) => asRefusal(signal, () => hashFile(path, signal)),
  head: (path, { signal, maxBytes, encoding }) =>
    asRefusal(signal, () =>
      inspectTableFile(path, { signal, limits: { maxFileBytes: maxBytes }, encoding }),
    ),
  rows: (path, layout, options) => eachAsRefusal(options.signal, tableRows(path, layout, options)),
};

async function* tableRows(
  ...[path, { encoding, sheet }, { signal, maxBytes, onProgress }]: Parameters<RecordFiles['rows']>
): AsyncGenerator<TableRow[]> {
  const options = { signal, limits: { maxFileBytes: maxBytes } };
  const sniffed = withEncoding(await sniffBankFile(path, options), encoding);
  if (sniffed.kind !== 'csv' && sniffed.kind !== 'xlsx') {
    throw new BankFileError('BANK_FILE_NOT_RECOGNISED', null, sniffed.kind);
  }
  yield* readTableRows(path, sniffed, { sheet }, { ...options, onProgress });
}
