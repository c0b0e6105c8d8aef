import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ApiError, ApiResult } from '../../contract/errors.ts';
import { refusalOf, valueOf, type QueryKey } from './queries.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

const PAGE_SIZE = 100;

/**
 * The rows of a long list, fetched page by page as a `DataTable` scrolls over them:
 * `const list = useWindowedRows(['complaints', 'list', filter], (offset, limit) => api.complaints.list({ ...filter, offset, limit }))`,
 * then `<DataTable {...list.tableProps} … />`.
 */
export function useWindowedRows<Row>(
  key: QueryKey,
  ask: (offset: number, limit: number) => Promise<ApiResult<Page<Row>>>,
) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages = useMemo(
    () => Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index),
    [range],
  );
  const loaded = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...key, 'page', page],
      queryFn: async () => valueOf(await ask(page * PAGE_SIZE, PAGE_SIZE)),
    })),
    combine: combinePages<Row>,
  });

  const known = loaded.pages.find((page) => page !== undefined);
  const [lastTotal, setLastTotal] = useState(0);
  if (known !== undefined && known.total !== lastTotal) setLastTotal(known.total);
  const total = known?.total ?? lastTotal;

  const rows = useMemo(() => {
    const sparse: (Row | undefined)[] = [];
    loaded.pages.forEach((page, index) => {
      page?.rows.forEach((row, offset) => {
        sparse[(pages[index] ?? 0) * PAGE_SIZE + offset] = row;
      });
    });
    return sparse;
  }, [loaded.pages, pages]);

  const onRangeNeeded = useCallback((start: number, end: number) => {
    const first = Math.floor(start / PAGE_SIZE);
    const last = Math.floor(Math.max(start, end - 1) / PAGE_SIZE);
    setRange((was) => (was.first === first && was.last === last ? was : { first, last }));
  }, []);

  const error: ApiError | null = loaded.error === null ? null : refusalOf(loaded.error);
  return {
    total,
    error,
    isLoading: loaded.isLoading,
    refetch: loaded.refetch,
    tableProps: { rows, totalRows: total, onRangeNeeded, isLoading: loaded.isLoading },
  };
}

function combinePages<Row>(results: UseQueryResult<Page<Row>>[]) {
  return {
    pages: results.map((result) => result.data),
    error: results.find((result) => result.error !== null)?.error ?? null,
    isLoading: results.some((result) => result.isLoading),
    refetch: () => results.forEach((result) => void result.refetch()),
  };
}
