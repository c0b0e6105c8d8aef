import { PAYMENT_STATUSES, type PaymentStatus } from './payment-status.ts';

/** One appended event, as far as it decides where the payment stands. */
export interface PaymentEvent {
  readonly seq: number;
  /** A payment status, or `reversed` with the event that no longer counts. */
  readonly type: string;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
  readonly reversesSeq: number | null;
}

export interface PaymentState {
  readonly status: PaymentStatus;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}

export function isPaymentStatus(type: string): type is PaymentStatus {
  return PAYMENT_STATUSES.some((status) => status === type);
}

/** Where a payment stands: its last event that has not been reversed. Null without any. */
export function paymentState(events: readonly PaymentEvent[]): PaymentState | null {
  const reversed = new Set(events.map((event) => event.reversesSeq));
  let last: { readonly seq: number; readonly state: PaymentState } | null = null;
  for (const { seq, type, reasonList, reasonCode } of events) {
    if (!isPaymentStatus(type) || reversed.has(seq) || (last && last.seq > seq)) continue;
    last = { seq, state: { status: type, reasonList, reasonCode } };
  }
  return last?.state ?? null;
}
