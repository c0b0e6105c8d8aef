import { assertNever } from '../shared/assert-never.ts';
import type { PaymentStatus } from './payment-status.ts';

/** What an officer does to a payment by hand; everything else is said by banks. */
export const PAYMENT_ACTIONS = ['hold', 'release', 'cancel'] as const;
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number];

export type ActionRefusal =
  | 'PAYMENT_AT_BANK'
  | 'PAYMENT_PAID'
  | 'PAYMENT_HELD'
  | 'PAYMENT_NOT_HELD'
  | 'PAYMENT_CANCELLED'
  | 'PAYMENT_REPLACED'
  | 'MONEY_NOT_PROVEN_BACK';

export interface ActionFacts {
  readonly status: PaymentStatus;
  /** False for an attempt that another one has replaced. */
  readonly live: boolean;
  /** Whether a bank's contradiction about the payment is still open: paid though it stands otherwise, or a return of what was not paid. */
  readonly contradicted: boolean;
}

/**
 * Why an officer may not do that; null when he may. What is at the bank can be neither held nor called back from here, and
 * what was paid is recovered, not cancelled. A rejected or returned payment is over for the bank: its money is back, unless
 * the bank's files contradict each other.
 */
export function whyNot(action: PaymentAction, facts: ActionFacts): ActionRefusal | null {
  const { status, live, contradicted } = facts;
  if (status === 'cancelled') return 'PAYMENT_CANCELLED';
  if (!live) return 'PAYMENT_REPLACED';
  if (action === 'release') return status === 'held' ? null : 'PAYMENT_NOT_HELD';
  switch (status) {
    case 'prepared':
      return null;
    case 'held':
      if (action === 'hold') return 'PAYMENT_HELD';
      return contradicted ? 'MONEY_NOT_PROVEN_BACK' : null;
    case 'rejected':
    case 'returned':
      return action === 'cancel' && contradicted ? 'MONEY_NOT_PROVEN_BACK' : null;
    case 'sent':
    case 'bankAccepted':
      return 'PAYMENT_AT_BANK';
    case 'settled':
    case 'credited':
      return 'PAYMENT_PAID';
    default:
      return assertNever(status);
  }
}
