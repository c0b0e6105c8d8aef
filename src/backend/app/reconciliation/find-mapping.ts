import type { SavedMappingDto } from '../../../contract/table-mappings.ts';
import { cellText } from '../../../domain/tables/table-cell.ts';
import { type TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import { headerKey } from '../../../domain/tables/table-layout.ts';
import type { TableHead, TableHeadRow } from './mapping-ports.ts';

/** Rows of the sheet that a mapping names; undefined where there is no such sheet. */
export function rowsOfSheet(
  { sheets }: TableHead,
  { sheet }: Pick<TableMapping, 'sheet'>,
): readonly TableHeadRow[] | undefined {
  return (sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet))?.rows;
}

/** The titles that a table has where the mapping looks for them. */
export function titlesOf(
  head: TableHead,
  mapping: Pick<TableMapping, 'sheet' | 'headerRow'>,
): string[] {
  const row = rowsOfSheet(head, mapping)?.[mapping.headerRow - 1];
  return row?.cells.map((cell) => cellText(cell)) ?? [];
}

/** Saved mappings that were made for the titles of this table. */
export function mappingsFor<T extends SavedMappingDto & { readonly headerKey: string }>(
  head: TableHead,
  saved: readonly T[],
): T[] {
  return saved.filter(
    ({ mapping, headerKey: known }) => headerKey(titlesOf(head, mapping)) === known,
  );
}
