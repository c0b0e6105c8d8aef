import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  TABLE_ENCODINGS,
  THOUSANDS_SIGNS,
  type DateOrder,
  type NumberSigns,
  type TableEncoding,
} from '../../../domain/tables/table-layout.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Select } from '../Choices.tsx';
import './tables.css';

const HEADER_ROWS = 12;

/** What is shown of a file that is being mapped. */
export interface ShownTable {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: TableEncoding | null;
  readonly encodingGuessed: boolean;
  readonly sheets: readonly {
    readonly name: string | null;
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** What every table needs said of it; null where the file leaves it open. */
export interface TableLayoutDraft {
  readonly encoding: TableEncoding | null;
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly decimalSign: NumberSigns['decimalSign'] | null;
  readonly thousandsSign: NumberSigns['thousandsSign'] | null;
  readonly dateOrder: DateOrder | null;
}

/** Sheet, titles, encoding, and how numbers and dates are written: what the file cannot say is marked. */
export function TableSigns({
  table,
  draft,
  hasAmounts = true,
  hasDates,
  onChange,
  onEncoding,
}: {
  table: ShownTable;
  draft: TableLayoutDraft;
  hasAmounts?: boolean;
  hasDates: boolean;
  onChange: (change: Partial<TableLayoutDraft>) => void;
  onEncoding: (encoding: TableEncoding) => void;
}) {
  const t = useT();
  const open = (value: unknown): string | null => (value === null ? t('mappings.open') : null);
  const rows = Math.min(HEADER_ROWS, table.sheets[0]?.rows.length ?? 1);
  const encoding = draft.encoding ?? table.encoding;
  return (
    <>
      {table.kind === 'xlsx' && (
        <Select
          label={t('mappings.sheet')}
          options={table.sheets.map(({ name }) => ({ value: name ?? '', label: name ?? '' }))}
          value={draft.sheet ?? table.sheets[0]?.name ?? ''}
          onChange={(sheet) => onChange({ sheet })}
        />
      )}
      <Select
        label={t('mappings.headerRow')}
        options={Array.from({ length: Math.max(rows, draft.headerRow) }, (_, index) => ({
          value: String(index + 1),
          label: String(index + 1),
        }))}
        value={String(draft.headerRow)}
        onChange={(row) => onChange({ headerRow: Number(row) })}
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
      {hasAmounts && (
        <>
          <Select
            label={t('mappings.decimalSign')}
            error={open(draft.decimalSign)}
            options={DECIMAL_SIGNS.map((value) => ({ value, label: t(`mappings.sign.${value}`) }))}
            value={draft.decimalSign}
            onChange={(decimalSign) => onChange({ decimalSign })}
          />
          <Select
            label={t('mappings.thousandsSign')}
            error={open(draft.thousandsSign)}
            options={THOUSANDS_SIGNS.map((value) => ({
              value,
              label: t(`mappings.thousands.${value}`),
            }))}
            value={draft.thousandsSign}
            onChange={(thousandsSign) => onChange({ thousandsSign })}
          />
        </>
      )}
      {hasDates && (
        <Select
          label={t('mappings.dateOrder')}
          error={open(draft.dateOrder)}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`mappings.date.${value}`) }))}
          value={draft.dateOrder}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      )}
    </>
  );
}
