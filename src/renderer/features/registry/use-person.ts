import { useEffect } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { bridge } from '../../lib/bridge.ts';
import { api } from '../../lib/client.ts';
import { useApiQuery } from '../../lib/queries.ts';

export type Person = OutputOf<'registry.beneficiary'>;

/** Everything about one person. Payments, cases and letters stand on the page, so a change in any area asks again. */
export function usePerson(id: string) {
  const found = useApiQuery(['registry', 'beneficiary', id], () =>
    api.registry.beneficiary({ id }),
  );
  const { refetch } = found;
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'changed') refetch();
      }),
    [refetch],
  );
  return found;
}
