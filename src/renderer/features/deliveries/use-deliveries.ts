import { api } from '../../lib/client.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { STATES_OF, type DeliveryFilter } from './deliveries-store.ts';

/** The messages of the outbox that the filter lets through, page by page. */
export function useDeliveries({ view, channel, search, sort, descending }: DeliveryFilter) {
  const settled = useSettled(search.trim(), 150);
  const asked = {
    ...(view === 'all' ? {} : { state: [...STATES_OF[view]] }),
    ...(channel === 'all' ? {} : { channel }),
    ...(settled === '' ? {} : { search: settled }),
    sort,
    descending,
  };
  return useWindowedRows(['deliveries', 'list', asked], (offset, limit) =>
    api.deliveries.list({ ...asked, offset, limit }),
  );
}

export function useDeliveryStatus() {
  return useApiQuery(['deliveries', 'status'], () => api.deliveries.status({}));
}
