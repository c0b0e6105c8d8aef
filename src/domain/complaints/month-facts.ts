import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';
import { addHalalas, subtractHalalas, ZERO_HALALAS, type Halalas } from '../shared/halalas.ts';
import type { MonthFinding } from './complaint-status.ts';

/** A payment as the records have it; amounts in halalas. */
export interface MonthPayment {
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  readonly amount: Halalas;
  /** What the household was due as far as the branch knows; null where nothing was computed. */
  readonly due: Halalas | null;
  /** False for an attempt that another one has replaced. */
  readonly live: boolean;
}

/** What the records prove about one month. */
export interface MonthFacts {
  /** The computed pension, or else what was to be paid; null where there is no payment of the month. */
  readonly due: Halalas | null;
  /** What left the branch; null where there is no payment. */
  readonly sent: Halalas | null;
  readonly credited: Halalas;
  /** Of what was sent, what a bank rejected or gave back. */
  readonly returned: Halalas;
  /** due - credited; null where due is. */
  readonly difference: Halalas | null;
  readonly suggestedFinding: MonthFinding;
}

const LEFT_THE_BRANCH: readonly PaymentStatus[] = [
  'sent',
  'bankAccepted',
  'settled',
  'credited',
  'rejected',
  'returned',
];

const CAME_BACK: readonly PaymentStatus[] = ['rejected', 'returned'];

/**
 * Sums the payments of one person and month. Recoveries take money back and are no payments of the month.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function monthFacts(
  payments: readonly MonthPayment[],
  paidStatuses: readonly PaymentStatus[],
): MonthFacts {
  const ours = payments.filter((payment) => payment.kind !== 'recovery');
  const live = ours.filter((payment) => payment.live);
  const sum = (statuses: readonly PaymentStatus[]): Halalas =>
    addHalalas(
      ...live.filter((payment) => statuses.includes(payment.status)).map(({ amount }) => amount),
    );
  const due = dueOf(ours);
  const sent = ours.length === 0 ? null : sum(LEFT_THE_BRANCH);
  const credited = sum(paidStatuses);
  const returned = sum(CAME_BACK);
  return {
    due,
    sent,
    credited,
    returned,
    difference: due === null ? null : subtractHalalas(due, credited),
    suggestedFinding: suggest(due, sent ?? ZERO_HALALAS, credited, returned),
  };
}

function dueOf(payments: readonly MonthPayment[]): Halalas | null {
  const regular = payments.filter((payment) => payment.kind === 'regular');
  const current = regular.find((payment) => payment.live) ?? regular.at(-1);
  if (current === undefined) return null;
  return regular.find((payment) => payment.due !== null)?.due ?? current.amount;
}

function suggest(
  due: Halalas | null,
  sent: Halalas,
  credited: Halalas,
  returned: Halalas,
): MonthFinding {
  if (due === null || due === 0) return 'notDue';
  if (credited >= due) return 'paidInFull';
  return returned > 0 && sent >= due ? 'bankReturned' : 'shortfallProven';
}
