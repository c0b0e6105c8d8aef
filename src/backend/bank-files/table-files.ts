import type { TableFiles, TableHeadRow, TriedRow } from '../app/reconciliation/mapping-ports.ts';
import { asRefusal } from './as-refusal.ts';
import { BankFileError } from './bank-file-error.ts';
import { inspectTableFile } from './table/inspect-table-file.ts';
import { TableRowReader } from './table/table-row-reader.ts';

/** Banks' tables on the disk, as use-cases read them. */
export const tableFiles: TableFiles = {
  head: (path, { signal, maxBytes, encoding }) =>
    asRefusal(signal, () =>
      inspectTableFile(path, { signal, limits: { maxFileBytes: maxBytes }, encoding }),
    ),
  tryRows: (kind, mapping, [titles, ...rows]) => {
    const sheet = kind === 'xlsx' ? (mapping.sheet ?? '1') : null;
    const reader = new TableRowReader(mapping, null, titles?.cells.length ?? 0, sheet);
    return rows.map((row) => triedRow(reader, row));
  },
};

function triedRow(reader: TableRowReader, row: TableHeadRow): TriedRow {
  try {
    const { record, warnings, bookedOn } = reader.read({ ...row, offset: 0, length: 0 });
    const records = [...(record ? [record] : []), ...warnings];
    return { line: row.line, records, bookedOn, problem: null };
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    const { code, detail } = error;
    return { line: row.line, records: [], bookedOn: null, problem: { code, detail } };
  }
}
