import { api } from '../../lib/client.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import type { ApplicationFilter } from './applications-store.ts';

/** The rows of a filter, page by page as the list scrolls; a search is asked once typing rests. */
export function useApplications(filter: ApplicationFilter) {
  const search = useSettled(filter.search.trim(), 150);
  const input = {
    view: filter.view,
    sort: filter.sort,
    descending: filter.descending,
    ...(filter.status.length === 0 ? {} : { status: [...filter.status] }),
    ...(filter.programme.length === 0 ? {} : { programme: [...filter.programme] }),
    ...(search === '' ? {} : { search }),
  };
  const found = useWindowedRows(['applications', 'list', input], (offset, limit) =>
    api.applications.list({ ...input, offset, limit }),
  );
  return { ...found, input, rows: found.tableProps.rows };
}

export type ApplicationsFound = ReturnType<typeof useApplications>;
