import type { PaymentStatus } from '../payments/payment-status.ts';
import { addDays, daysBetween, type IsoDate } from '../shared/iso-date.ts';
import type { Reported } from './reported.ts';
import { transition } from './transition.ts';

export interface SuggestedPayment {
  readonly payDate: IsoDate;
  readonly status: PaymentStatus;
}

export interface Suggestion<Payment extends SuggestedPayment> {
  readonly payment: Payment;
  /** Days from the pay date to the booking; negative where it was booked before. */
  readonly days: number;
  /** Whether what the bank reports may become of a payment that stands there. */
  readonly fits: boolean;
}

/** Pay dates in which a line booked on a day may belong to a payment. */
export function suggestionWindow(
  bookedOn: IsoDate,
  days: number,
): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: addDays(bookedOn, -days), to: addDays(bookedOn, days) };
}

/**
 * Payments of the same account and amount in the order in which an officer should look at them: those that fit first, then by
 * distance in days. A suggestion is never posted: account, amount and day say nothing about which of two equal payments it is.
 */
export function suggestPayments<Payment extends SuggestedPayment>(
  payments: readonly Payment[],
  line: { readonly bookedOn: IsoDate; readonly reported: Reported },
): Suggestion<Payment>[] {
  return payments
    .map((payment) => ({
      payment,
      days: daysBetween(payment.payDate, line.bookedOn),
      fits: transition(payment.status, line.reported).effect !== 'exception',
    }))
    .sort(
      (left, right) =>
        Number(right.fits) - Number(left.fits) || Math.abs(left.days) - Math.abs(right.days),
    );
}
