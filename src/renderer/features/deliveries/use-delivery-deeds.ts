import type { DeliveryRow } from '../../../contract/deliveries.ts';
import { errorWords } from '../../lib/error-words.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';

type Deed = 'retried' | 'cancelled' | 'resolved';

/** What an officer does with a message; each says in a toast what came of it. */
export function useDeliveryDeeds() {
  const t = useT();
  const retry = useApiCommand(api.deliveries.retry, ['deliveries']);
  const cancel = useApiCommand(api.deliveries.cancel, ['deliveries']);
  const resolve = useApiCommand(api.deliveries.resolve, ['deliveries', 'letters']);

  const tell = (
    deed: Deed,
    { letterNumber: number }: DeliveryRow,
    result: Awaited<ReturnType<typeof api.deliveries.retry>>,
  ): void => {
    toast(
      result.ok
        ? { tone: 'success', text: t(`deliveries.${deed}`, { number }) }
        : { tone: 'danger', text: errorWords(t, result.error) },
    );
  };
  const ref = ({ id, version }: DeliveryRow) => ({ id, expectedVersion: version });
  return {
    isBusy: retry.isBusy || cancel.isBusy || resolve.isBusy,
    retry: async (row: DeliveryRow) => tell('retried', row, await retry.run(ref(row))),
    cancel: async (row: DeliveryRow) => tell('cancelled', row, await cancel.run(ref(row))),
    resolve: async (row: DeliveryRow, as: 'arrived' | 'sendAgain' | 'notNeeded') =>
      tell('resolved', row, await resolve.run({ ...ref(row), as })),
  };
}
