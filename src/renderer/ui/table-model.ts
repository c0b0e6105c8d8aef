import {
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Row as TableRow,
} from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';

/** One column of a `DataTable`. Keep the list stable (module scope or `useMemo`). */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels; the least when the column grows. */
  readonly width: number;
  /** Share of the room that is left over. */
  readonly grow?: number;
  /** Figures: flush to the right in both languages. */
  readonly numeric?: boolean;
  /** The value to sort by in the window; `true` when the backend sorts. Without it the column does not sort. */
  readonly sort?: ((row: Row) => string | number | null) | true;
  readonly descendingFirst?: boolean;
}

export interface Sort {
  readonly id: string;
  readonly descending: boolean;
}

export const features = tableFeatures({
  columnSizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
export type Features = typeof features;

const collator = new Intl.Collator(['ar', 'en'], { numeric: true });
const SELECT_COLUMN = 44;

interface ModelInput<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly (Row | undefined)[];
  readonly rowKey: (row: Row) => string;
  readonly totalRows?: number | undefined;
  readonly sort?: Sort | undefined;
  readonly onSortChange?: ((sort: Sort) => void) | undefined;
  readonly onSelectedKeysChange?: unknown;
}

/**
 * The TanStack table behind a `DataTable`. With pages only the rows on screen enter it (300,000 row objects would be
 * built anew at every page otherwise); without pages all rows do, and it sorts them.
 */
export function useTableModel<Row>(input: ModelInput<Row>, start: number, end: number) {
  const { columns, rows, rowKey, onSortChange } = input;
  const paged = input.totalRows !== undefined;
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const sort = input.sort ?? ownSort;

  const defs = useMemo(() => columns.map(definitionOf), [columns]);
  const windowStart = paged ? start : 0;
  const windowEnd = paged ? end : rows.length;
  const data = useMemo(
    () =>
      rows.slice(windowStart, windowEnd).filter((row): row is Row & object => row !== undefined),
    [rows, windowStart, windowEnd],
  );
  const sorting = useMemo(
    () => (sort === null ? [] : [{ id: sort.id, desc: sort.descending }]),
    [sort],
  );
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: rowKey,
    manualSorting: paged || onSortChange !== undefined,
    state: { sorting },
  });

  const sortedRows = table.getRowModel().rows;
  const rowAt = (index: number): TableRow<Features, Row & object> | undefined => {
    if (!paged) return sortedRows[index];
    const row = rows[index];
    return row === undefined ? undefined : table.getCoreRowModel().rowsById[rowKey(row)];
  };
  const originalAt = (index: number): Row | undefined =>
    paged ? rows[index] : sortedRows[index]?.original;

  const toggleSort = (id: string): void => {
    const column = columns.find((known) => known.id === id);
    const descending = sort?.id === id ? !sort.descending : (column?.descendingFirst ?? false);
    setOwnSort({ id, descending });
    onSortChange?.({ id, descending });
  };

  const leading = input.onSelectedKeysChange === undefined ? [] : [`${SELECT_COLUMN}px`];
  const headers = (table.getHeaderGroups()[0]?.headers ?? []).map((header) => ({
    id: header.column.id,
    canSort: header.column.getCanSort(),
    numeric: columns.find((column) => column.id === header.column.id)?.numeric ?? false,
    text: columns.find((column) => column.id === header.column.id)?.header ?? '',
  }));
  return {
    rowAt,
    originalAt,
    sort,
    toggleSort,
    headers,
    template: [
      ...leading,
      ...columns.map(({ width, grow }) =>
        grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
      ),
    ].join(' '),
    minWidth: table.getTotalSize() + leading.length * SELECT_COLUMN,
  };
}

function definitionOf<Row>(column: Column<Row>): ColumnDef<Features, Row & object> {
  const { sort } = column;
  return {
    id: column.id,
    header: column.header,
    size: column.width,
    enableSorting: sort !== undefined,
    sortUndefined: 'last',
    accessorFn: (row: Row) => (typeof sort === 'function' ? (sort(row) ?? undefined) : undefined),
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
    cell: (context) => column.cell(context.row.original),
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
