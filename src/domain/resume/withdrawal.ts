import type { PaymentStatus } from '../payments/payment-status.ts';
import { addHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';
import type { Refusal } from '../shared/result.ts';

/** A payment of the person as far as it decides whether money would be lost. */
export interface OwedPayment {
  readonly id: string;
  readonly reference: string;
  readonly month: IsoMonth;
  readonly amount: Halalas;
  readonly status: PaymentStatus;
  /** False once another attempt has taken its place. */
  readonly live: boolean;
}

/** Money that has not arrived: withdrawing the application or deleting the file would cut it off. */
export function unpaidOf(
  payments: readonly OwedPayment[],
  paidStatuses: readonly PaymentStatus[],
): OwedPayment[] {
  return payments.filter(
    ({ live, status }) => live && status !== 'cancelled' && !paidStatuses.includes(status),
  );
}

/**
 * Why an application may not be withdrawn, nor a person's file deleted; null when it may. The programme solves a failed payment
 * inside the existing file: whoever withdraws loses his seniority in entitlement (الأقدمية في الاستحقاق).
 * Codes: SENIORITY_WOULD_BE_LOST (count, amount in halalas, references), ALREADY_WITHDRAWN.
 */
export function whyNotWithdrawn(
  payments: readonly OwedPayment[],
  paidStatuses: readonly PaymentStatus[],
  withdrawn: boolean,
): Refusal | null {
  if (withdrawn) return { code: 'ALREADY_WITHDRAWN' };
  const unpaid = unpaidOf(payments, paidStatuses);
  if (unpaid.length === 0) return null;
  return {
    code: 'SENIORITY_WOULD_BE_LOST',
    details: {
      count: unpaid.length,
      amount: addHalalas(...unpaid.map(({ amount }) => amount)),
      references: unpaid
        .slice(0, 3)
        .map(({ reference }) => reference)
        .join('، '),
    },
  };
}
