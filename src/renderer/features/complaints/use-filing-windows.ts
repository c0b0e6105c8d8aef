import { useQueries } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/api.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { valueOf } from '../../lib/queries.ts';

export type FilingWindow = OutputOf<'complaints.window'>;

/** Until when each month can be complained about, as far as it is known. */
export function useFilingWindows(months: readonly IsoMonth[]): ReadonlyMap<IsoMonth, FilingWindow> {
  const different = [...new Set(months)];
  const found = useQueries({
    queries: different.map((month) => ({
      queryKey: ['complaints', 'window', month],
      queryFn: async () => valueOf(await api.complaints.window({ month })),
    })),
  });
  return new Map(
    different.flatMap((month, index) => {
      const window = found[index]?.data;
      return window === undefined ? [] : [[month, window] as const];
    }),
  );
}
