import { api } from '../../lib/client.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import type { ObjectionFilter } from './objections-store.ts';

/** The rows of a filter, page by page as the list scrolls; a search is asked once typing rests. */
export function useObjections(filter: ObjectionFilter) {
  const search = useSettled(filter.search.trim(), 150);
  const input = {
    view: filter.view,
    sort: filter.sort,
    descending: filter.descending,
    ...(filter.status.length === 0 ? {} : { status: [...filter.status] }),
    ...(search === '' ? {} : { search }),
  };
  const found = useWindowedRows(['objections', 'list', input], (offset, limit) =>
    api.objections.list({ ...input, offset, limit }),
  );
  return { ...found, input, rows: found.tableProps.rows };
}

export type ObjectionsFound = ReturnType<typeof useObjections>;
