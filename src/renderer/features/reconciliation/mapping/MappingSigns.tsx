import type { ReadTableDto, TableMappingDraft } from '../../../../contract/table-mappings.ts';
import { TABLE_MEANINGS } from '../../../../domain/reconciliation/table-mapping.ts';
import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  TABLE_ENCODINGS,
  THOUSANDS_SIGNS,
  type TableEncoding,
} from '../../../../domain/tables/table-layout.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';

const HEADER_ROWS = 12;

/** Sheet, titles, encoding, and how numbers and dates are written: what the file cannot say is marked. */
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
  const open = (value: unknown): string | null => (value === null ? t('mappings.open') : null);
  const rows = Math.min(HEADER_ROWS, table.sheets[0]?.rows.length ?? 1);
  const encoding = draft.encoding ?? table.encoding;
  return (
    <div className="map-signs">
      <Select
        label={t('mappings.meaning')}
        options={TABLE_MEANINGS.map((value) => ({ value, label: t(`mappings.meaning.${value}`) }))}
        value={draft.meaning}
        onChange={(meaning) => onChange({ ...draft, meaning })}
      />
      {table.kind === 'xlsx' && (
        <Select
          label={t('mappings.sheet')}
          options={table.sheets.map(({ name }) => ({ value: name ?? '', label: name ?? '' }))}
          value={draft.sheet ?? table.sheets[0]?.name ?? ''}
          onChange={(sheet) => onChange({ ...draft, sheet })}
        />
      )}
      <Select
        label={t('mappings.headerRow')}
        options={Array.from({ length: Math.max(rows, draft.headerRow) }, (_, index) => ({
          value: String(index + 1),
          label: String(index + 1),
        }))}
        value={String(draft.headerRow)}
        onChange={(row) => onChange({ ...draft, headerRow: Number(row) })}
      />
      {table.encodingGuessed && (
        <Select
          label={t('mappings.encoding')}
          help={t('mappings.encodingGuessed')}
          options={TABLE_ENCODINGS.map((value) => ({ value, label: value }))}
          value={encoding}
          onChange={onEncoding}
        />
      )}
      <Select
        label={t('mappings.decimalSign')}
        error={open(draft.decimalSign)}
        options={DECIMAL_SIGNS.map((value) => ({ value, label: t(`mappings.sign.${value}`) }))}
        value={draft.decimalSign}
        onChange={(decimalSign) => onChange({ ...draft, decimalSign })}
      />
      <Select
        label={t('mappings.thousandsSign')}
        error={open(draft.thousandsSign)}
        options={THOUSANDS_SIGNS.map((value) => ({
          value,
          label: t(`mappings.thousands.${value}`),
        }))}
        value={draft.thousandsSign}
        onChange={(thousandsSign) => onChange({ ...draft, thousandsSign })}
      />
      {draft.columns.bookedOn !== undefined && (
        <Select
          label={t('mappings.dateOrder')}
          error={open(draft.dateOrder)}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`mappings.date.${value}`) }))}
          value={draft.dateOrder}
          onChange={(dateOrder) => onChange({ ...draft, dateOrder })}
        />
      )}
    </div>
  );
}
