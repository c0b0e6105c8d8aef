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
  /** Of what was due, what the person agreed to give back out of it. */
  readonly withheld?: Halalas;
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
  /** Of what was to be paid, what has neither arrived nor come back: at the bank, or held. */
  readonly pending: Halalas;
  /** What was kept back for a recovery, as the person agreed. */
  readonly withheld: Halalas;
  /** What needs no difference payment: it arrived, was kept back with consent, is on its way, or came back and will be resumed. */
  readonly accounted: Halalas;
  /** due - accounted; null where due is. */
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

const NOT_PENDING: readonly PaymentStatus[] = ['rejected', 'returned', 'cancelled'];

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
  const pending = addHalalas(
    ...live
      .filter(({ status }) => !NOT_PENDING.includes(status) && !paidStatuses.includes(status))
      .map(({ amount }) => amount),
  );
  const withheld = addHalalas(...ours.map((payment) => payment.withheld ?? ZERO_HALALAS));
  const accounted = addHalalas(credited, returned, pending, withheld);
  return {
    due,
    sent,
    credited,
    returned,
    pending,
    withheld,
    accounted,
    difference: due === null ? null : subtractHalalas(due, accounted),
    suggestedFinding: suggest(due, {
      credited: addHalalas(credited, withheld),
      returned,
      accounted,
    }),
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
  { credited, returned, accounted }: Pick<MonthFacts, 'credited' | 'returned' | 'accounted'>,
): MonthFinding {
  if (due === null || due === 0) return 'notDue';
  if (credited >= due) return 'paidInFull';
  if (accounted < due) return 'shortfallProven';
  return returned > 0 ? 'bankReturned' : 'pending';
}
