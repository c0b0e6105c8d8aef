import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { suggestMapping } from '../../../domain/reconciliation/suggest-mapping.ts';
import { cellText } from '../../../domain/tables/table-cell.ts';
import { mappingProblems } from '../../../domain/reconciliation/table-mapping.ts';
import { headerKey } from '../../../domain/tables/table-layout.ts';
import { BankFileError } from '../bank-file-error.ts';
import { inspectBankFile } from '../inspect-bank-file.ts';
import { readBankFile } from '../read-bank-file.ts';
import { sniffBankFile } from '../sniff-bank-file.ts';
import { inspectTableFile } from '../table/inspect-table-file.ts';
import { readMappedTable } from '../table/read-mapped-table.ts';

/**
 * Reads a file all the ways that Insaf reads it: inspected, and staged for a preview (a table by the mapping suggested for it).
 * Answers the code of the refusal, or the kind of the file; anything but a coded refusal is thrown on.
 */
export async function readDamaged(bytes: Uint8Array): Promise<string> {
  const inspected = await inspectBankFile(bytes);
  JSON.stringify(inspected);
  const said = 'error' in inspected ? inspected.error.code : inspected.kind;
  const staged = await coded(() => stage(bytes));
  const refused = 'error' in inspected;
  if (refused && staged === null) throw new Error(`${said}, but it is staged all the same`);
  return staged === null || refused ? said : staged;
}

async function coded(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof BankFileError) return error.code;
    throw error;
  }
}

async function stage(bytes: Uint8Array): Promise<void> {
  const sniffed = await sniffBankFile(bytes);
  const isTable = sniffed.kind === 'csv' || sniffed.kind === 'xlsx';
  const stager = new RecordStager();
  const batches = isTable
    ? readMappedTable(bytes, sniffed, await tableOf(bytes), 250)
    : readBankFile(bytes, { sniffed, batchSize: 250 });
  for await (const records of batches) for (const record of records) stager.add(record);
  stager.end();
}

async function tableOf(bytes: Uint8Array) {
  const { sheets } = await inspectTableFile(bytes);
  const [first] = sheets;
  const rows = first?.rows.map(({ cells }) => cells) ?? [];
  const found = suggestMapping(rows, first?.name ?? null);
  const titles = rows[found.headerRow - 1]?.map((cell) => cellText(cell)) ?? [];
  const complete = {
    ...found,
    decimalSign: found.decimalSign ?? ('.' as const),
    thousandsSign: found.thousandsSign ?? ('none' as const),
    dateOrder: found.dateOrder ?? ('ymd' as const),
    everyRow: 'rejected' as const,
  };
  const isUsable = mappingProblems(complete, titles.length).length === 0;
  const mapping = isUsable ? complete : { ...complete, columns: { endToEndId: 0, amount: 1 } };
  return { mapping, header: headerKey(titles), bankCode: '80' };
}
