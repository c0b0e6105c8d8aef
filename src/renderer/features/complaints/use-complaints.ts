import { api } from '../../lib/client.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import type { ComplaintFilter } from './complaints-store.ts';

/** The rows of a filter, page by page as the list scrolls; a search is asked once typing rests. */
export function useComplaints(filter: ComplaintFilter) {
  const search = useSettled(filter.search.trim(), 150);
  const input = {
    view: filter.view,
    sort: filter.sort,
    descending: filter.descending,
    ...(filter.category.length === 0 ? {} : { category: [...filter.category] }),
    ...(filter.status.length === 0 ? {} : { status: [...filter.status] }),
    ...(search === '' ? {} : { search }),
  };
  const found = useWindowedRows(['complaints', 'list', input], (offset, limit) =>
    api.complaints.list({ ...input, offset, limit }),
  );
  return { ...found, input, rows: found.tableProps.rows };
}

export type ComplaintsFound = ReturnType<typeof useComplaints>;
