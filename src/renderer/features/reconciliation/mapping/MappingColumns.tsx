import type { ReadTableDto, TableMappingDraft } from '../../../../contract/table-mappings.ts';
import { TABLE_FIELDS } from '../../../../domain/reconciliation/table-mapping.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TableColumns } from '../../../ui/tables/TableColumns.tsx';

/** Each column of a bank's file with what it means and two examples. */
export function MappingColumns({
  table,
  draft,
  onChange,
}: {
  table: ReadTableDto;
  draft: TableMappingDraft;
  onChange: (draft: TableMappingDraft) => void;
}) {
  const t = useT();
  const sheet = table.sheets.find(({ name }) => name === draft.sheet) ?? table.sheets[0];
  return (
    <TableColumns
      titles={table.titles}
      examples={sheet?.rows.slice(draft.headerRow, draft.headerRow + 2) ?? []}
      fields={TABLE_FIELDS}
      nameOf={(field) => t(`mappings.field.${field}`)}
      columns={draft.columns}
      onChange={(columns) => onChange({ ...draft, columns })}
    />
  );
}
