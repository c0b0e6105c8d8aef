import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { walkWords, type Words } from './walk-words.ts';

export const WALK_CODES = [
  'noPayment',
  'listDiffers',
  'difference',
  'retroactive',
  'recovery',
  'rejected',
  'returned',
  'held',
  'prepared',
  'atBank',
] as const;
export type WalkCode = (typeof WALK_CODES)[number];

/** A payment of the month as the ledger has it. */
export interface WalkedPayment {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  readonly amount: Halalas;
  /** False for an attempt that another one has replaced. */
  readonly live: boolean;
  /** What the bank gave as its reason, and what that means where the branch knows it. */
  readonly reasonCode: string | null;
  readonly reasonMeaning: Words | null;
}

/** One step from what was calculated to what arrived. */
export interface WalkStep {
  readonly code: WalkCode;
  /** Halalas, signed. */
  readonly amount: Halalas;
  readonly paymentId: string | null;
  readonly text: Words;
}

export interface PaymentWalk {
  /** Their amounts take what was calculated to what arrived. */
  readonly steps: readonly WalkStep[];
  /** Halalas that arrived, less what was taken back. */
  readonly arrived: Halalas;
}

/** What a payment that has not arrived stands at; those that arrived have none, and neither has one that was cancelled. */
const STANDS_AT = {
  prepared: 'prepared',
  held: 'held',
  sent: 'atBank',
  bankAccepted: 'atBank',
  settled: 'atBank',
  credited: 'atBank',
  rejected: 'rejected',
  returned: 'returned',
} as const satisfies Partial<Record<PaymentStatus, WalkCode>>;

/**
 * From what was calculated for a month to what arrived of it, step by step; the steps add up. Payments that another attempt
 * replaced count once, with the attempt that stands.
 *
 * @param calculated Halalas; null where nothing was calculated, so that whatever was paid differs from nothing.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function paymentWalk(
  calculated: Halalas | null,
  payments: readonly WalkedPayment[],
  paidStatuses: readonly PaymentStatus[],
): PaymentWalk {
  const standing = payments.filter(({ live, status }) => live && status !== 'cancelled');
  const regular = standing.filter(({ kind }) => kind === 'regular');
  const steps: WalkStep[] = [];
  const step = (code: WalkCode, amount: number, payment: WalkedPayment | null): void => {
    if (amount === 0) return;
    const text = walkWords(code, payment);
    steps.push({ code, amount: halalas(amount), paymentId: payment?.id ?? null, text });
  };

  const planned = calculated ?? 0;
  const listed = regular.reduce((sum, { amount }) => sum + amount, 0);
  step(regular.length === 0 ? 'noPayment' : 'listDiffers', listed - planned, regular[0] ?? null);
  for (const payment of standing) {
    const { kind, amount, status } = payment;
    const sign = kind === 'recovery' ? -1 : 1;
    if (kind !== 'regular') step(kind, sign * amount, payment);
    if (!paidStatuses.includes(status)) step(standsAt(status), -sign * amount, payment);
  }
  const arrived = steps.reduce((sum, { amount }) => sum + amount, planned);
  return { steps, arrived: halalas(arrived) };
}

function standsAt(status: PaymentStatus): WalkCode {
  // NOTE: cancelled payments never come here.
  return status === 'cancelled' ? 'held' : STANDS_AT[status];
}
