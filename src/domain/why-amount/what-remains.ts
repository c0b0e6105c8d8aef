import type { PaymentStatus } from '../payments/payment-status.ts';
import { addHalalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import { paymentWalk, type WalkedPayment, type WalkStep } from './payment-walk.ts';

export interface Remaining {
  readonly walk: readonly WalkStep[];
  readonly arrived: Halalas;
  /** At the bank, held, or come back and to be resumed: no difference payment is needed for it. */
  readonly underWay: Halalas;
  /** Due by what is known today, less what arrived and what is under way; null where nothing can be computed. */
  readonly remaining: Halalas | null;
}

/**
 * What of a month is still owed, or was paid too much (below 0).
 *
 * @param pension Halalas: as it was calculated then, and by what is known now; null where no household was known.
 * @param paidStatuses Statuses that count as arrived (setting).
 */
export function whatRemains(
  pension: { readonly used: Halalas | null; readonly now: Halalas | null },
  payments: readonly WalkedPayment[],
  paidStatuses: readonly PaymentStatus[],
): Remaining {
  const { steps, arrived } = paymentWalk(pension.used, payments, paidStatuses);
  const underWay = addHalalas(
    ...payments
      .filter(
        ({ live, kind, status }) => live && kind !== 'recovery' && isOpen(status, paidStatuses),
      )
      .map(({ amount }) => amount),
  );
  const remaining =
    pension.now === null ? null : subtractHalalas(pension.now, addHalalas(arrived, underWay));
  return { walk: steps, arrived, underWay, remaining };
}

function isOpen(status: PaymentStatus, paidStatuses: readonly PaymentStatus[]): boolean {
  return status !== 'cancelled' && !paidStatuses.includes(status);
}
