import { isDeepStrictEqual } from 'node:util';
import { progressOf } from '../../../domain/deliveries/delivery-state.ts';
import type { DeliveryReader } from './ports.ts';

export interface DeliveryDifference {
  readonly area: 'deliveries';
  readonly id: string;
  /** Of the letter, as people read it out. */
  readonly number: string;
  /** `events` when the trail itself cannot be followed. */
  readonly field: string;
}

const BATCH = 200;

/**
 * Recomputes every message of the outbox from its events and says where the stored state differs.
 * @param breathe Called between batches; throws to stop.
 */
export async function verifyDeliveries(
  deliveries: DeliveryReader,
  breathe: () => Promise<void>,
): Promise<{ readonly checked: number; readonly differences: readonly DeliveryDifference[] }> {
  const differences: DeliveryDifference[] = [];
  let checked = 0;
  let after = '';
  for (;;) {
    const batch = await deliveries.withEvents(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return { checked, differences };
    after = last.id;
    for (const delivery of batch) {
      const { id, letterNumber: number, state, attempts, refusals, lastError } = delivery;
      const derived = progressOf(delivery.events);
      const stored = { state, attempts, refusals, lastError };
      if (derived === null) differences.push({ area: 'deliveries', id, number, field: 'events' });
      else {
        const field = (['state', 'attempts', 'refusals', 'lastError'] as const).find(
          (name) => !isDeepStrictEqual(derived[name], stored[name]),
        );
        if (field !== undefined) differences.push({ area: 'deliveries', id, number, field });
      }
    }
    checked += batch.length;
    await breathe();
  }
}
