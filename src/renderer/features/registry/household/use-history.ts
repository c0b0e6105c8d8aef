import { api } from '../../../lib/client.ts';
import { useApiQuery } from '../../../lib/queries.ts';

/** Changes of a household, or of one record of it, the newest first. */
export function useHistory(beneficiaryId: string, record: number | null) {
  const found = useApiQuery(['households', 'history', beneficiaryId, record], () =>
    api.households.history({ beneficiaryId, ...(record === null ? {} : { record }) }),
  );
  return { ...found, data: found.data?.changes };
}
