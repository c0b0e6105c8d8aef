import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { api } from '../../lib/client.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useDesk } from './reconciliation-store.ts';

/** The exception on view, with what is known of it. */
export function useOpenException(id: string | null) {
  return useApiQuery(
    ['reconciliation', 'exception', id],
    () => api.reconciliation.exception({ id: id ?? '' }),
    { enabled: id !== null },
  );
}

/** What a step is about: all that are selected, else the one on view while it is open. */
export function useChosen(id: string | null): readonly ExceptionRow[] {
  const selected = useDesk((desk) => desk.selected);
  const row = useOpenException(id).data?.row;
  if (selected.size > 0) return [...selected.values()];
  return row?.status === 'open' ? [row] : [];
}

export const versioned = (rows: readonly Pick<ExceptionRow, 'id' | 'version'>[], later = 0) =>
  rows.map(({ id, version }) => ({ id, expectedVersion: version + later }));
