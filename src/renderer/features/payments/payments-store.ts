import { create } from 'zustand';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';

export const PAYMENT_SORTS = ['name', 'amount', 'status', 'bank', 'endToEndId'] as const;
export type PaymentSort = (typeof PAYMENT_SORTS)[number];

export interface PaymentFilter {
  /** Null for the newest cycle, `all` for every cycle. */
  readonly cycle: string | null;
  readonly search: string;
  readonly status: readonly PaymentStatus[];
  readonly sort: PaymentSort;
  readonly descending: boolean;
}

/** What the officer filtered by: kept while he is elsewhere. */
export const usePayments = create<PaymentFilter>()(() => ({
  cycle: null,
  search: '',
  status: [],
  sort: 'name',
  descending: false,
}));

export function setPaymentFilter(change: Partial<PaymentFilter>): void {
  usePayments.setState(change);
}
