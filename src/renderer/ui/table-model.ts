import {
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
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

const features = tableFeatures({
  columnSizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;

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
 * The TanStack table behind a `DataTable`: columns, sizes, sorting. Rows that come in pages stay out of it: building
 * 300,000 row objects at every page would freeze the window, and the backend has sorted them already.
 */
export function useTableModel<Row>(input: ModelInput<Row>) {
  const { columns, rows, rowKey, onSortChange } = input;
  const paged = input.totalRows !== undefined;
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const sort = input.sort ?? ownSort;

  const defs = useMemo(() => columns.map(definitionOf), [columns]);
  const data = useMemo(
    () => (paged ? [] : rows.filter((row): row is Row & object => row !== undefined)),
    [paged, rows],
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
  const rowAt = (index: number): Row | undefined =>
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
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
