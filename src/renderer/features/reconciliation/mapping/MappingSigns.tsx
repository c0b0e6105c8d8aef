import type { ReadTableDto, TableMappingDraft } from '../../../../contract/table-mappings.ts';
import { TABLE_MEANINGS } from '../../../../domain/reconciliation/table-mapping.ts';
import type { TableEncoding } from '../../../../domain/tables/table-layout.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';
import { TableSigns } from '../../../ui/tables/TableSigns.tsx';

/** What the rows are, and how the file writes them. */
export function MappingSigns({
  table,
  draft,
  onChange,
  onEncoding,
}: {
  table: ReadTableDto;
  draft: TableMappingDraft;
  onChange: (draft: TableMappingDraft) => void;
  onEncoding: (encoding: TableEncoding) => void;
}) {
  const t = useT();
  return (
    <div className="map-signs">
      <Select
        label={t('mappings.meaning')}
        options={TABLE_MEANINGS.map((value) => ({ value, label: t(`mappings.meaning.${value}`) }))}
        value={draft.meaning}
        onChange={(meaning) => onChange({ ...draft, meaning })}
      />
      <TableSigns
        table={table}
        draft={draft}
        hasDates={draft.columns.bookedOn !== undefined}
        onChange={(change) => onChange({ ...draft, ...change })}
        onEncoding={onEncoding}
      />
    </div>
  );
}
