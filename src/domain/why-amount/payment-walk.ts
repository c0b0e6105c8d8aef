import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { walkWords, type Words } from './walk-words.ts';

export const WALK_CODES = [
  'noPayment',
  'listDiffers',
  'difference',
  'retroactive',
  'withheld',
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
  /** Halalas that a recovery kept back of it with the person's consent: `amount` is less by them. */
  readonly withheld: Halalas;
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
  readonly steps: WalkStep[];
  /** Halalas that arrived. */
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
 * replaced count once, with the attempt that stands. Records of recoveries move no money to the person: what they keep back
 * stands with the payment that is smaller by it.
 *
 * @param calculated Halalas; null where nothing was calculated, so that whatever was paid differs from nothing.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function paymentWalk(
  calculated: Halalas | null,
  payments: readonly WalkedPayment[],
  paidStatuses: readonly PaymentStatus[],
): PaymentWalk {
  const pensions = payments.filter(({ kind }) => kind !== 'recovery');
  const standing = pensions.filter(({ live, status }) => live && status !== 'cancelled');
  const regular = standing.filter(({ kind }) => kind === 'regular');
  const steps: WalkStep[] = [];
  const step = (code: WalkCode, amount: number, payment: WalkedPayment | null): void => {
    if (amount === 0) return;
    const text = walkWords(code, payment);
    steps.push({ code, amount: halalas(amount), paymentId: payment?.id ?? null, text });
  };

  const planned = calculated ?? 0;
  const listed = regular.reduce((sum, { amount }) => sum + amount, 0);
  const withheld = pensions.reduce((sum, payment) => sum + payment.withheld, 0);
  const rest = listed + withheld - planned;
  step(regular.length === 0 ? 'noPayment' : 'listDiffers', rest, regular[0] ?? null);
  step('withheld', 0 - withheld, null);
  for (const payment of standing) {
    const { kind, amount, status } = payment;
    if (kind === 'difference' || kind === 'retroactive') step(kind, amount, payment);
    if (!paidStatuses.includes(status)) step(standsAt(status), 0 - amount, payment);
  }
  const arrived = steps.reduce((sum, { amount }) => sum + amount, planned);
  return { steps, arrived: halalas(arrived) };
}

function standsAt(status: PaymentStatus): WalkCode {
  // NOTE: cancelled payments never come here.
  return status === 'cancelled' ? 'held' : STANDS_AT[status];
}
