import type { DeliveryChannel, DeliveryState } from '../../../domain/deliveries/delivery-state.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

/** The first is what somebody has to look after. */
export const DELIVERY_VIEWS = ['all', 'open', 'sent', 'cancelled'] as const;
export type DeliveryView = (typeof DELIVERY_VIEWS)[number];

export const STATES_OF = {
  open: ['waiting', 'sending', 'failed', 'uncertain'],
  sent: ['sent'],
  cancelled: ['cancelled'],
} as const satisfies Record<Exclude<DeliveryView, 'all'>, readonly DeliveryState[]>;

export const DELIVERY_SORTS = ['queuedAt', 'nextAttemptAt', 'letterNumber', 'name'] as const;

export interface DeliveryFilter {
  readonly view: DeliveryView;
  readonly channel: DeliveryChannel | 'all';
  readonly search: string;
  readonly sort: (typeof DELIVERY_SORTS)[number];
  readonly descending: boolean;
}

/** What the officer filtered the outbox by: kept while he is elsewhere. */
export const useDeliveryFilter = createOfficerStore<DeliveryFilter>(() => ({
  view: 'all',
  channel: 'all',
  search: '',
  sort: 'queuedAt',
  descending: true,
}));

export function setDeliveryFilter(change: Partial<DeliveryFilter>): void {
  useDeliveryFilter.setState(change);
}
