import type { PaymentStatus } from './payment-status.ts';

/** Where sent money stands: sent = paid + rejected + returned + open, in count and amount. */
export const STANDINGS = ['paid', 'rejected', 'returned', 'open'] as const;
export type PaymentStanding = (typeof STANDINGS)[number];

const OF_STATUS: Readonly<Record<PaymentStatus, PaymentStanding | null>> = {
  // In no run that went to the banks: planned, not sent.
  prepared: null,
  sent: 'open',
  bankAccepted: 'open',
  held: 'open',
  settled: 'paid',
  credited: 'paid',
  rejected: 'rejected',
  returned: 'returned',
  // Taken back before it was sent: neither sent nor open.
  cancelled: null,
};

/** The part of the sent money that a payment belongs to; null for one that was never sent. */
export function standingOf(status: PaymentStatus): PaymentStanding | null {
  return OF_STATUS[status];
}
