import { PAYMENT_STATUSES, type PaymentStatus } from '../payments/payment-status.ts';
import type { ExceptionKind } from './exception-kind.ts';
import { REPORTED, type Reported } from './reported.ts';

/** What a line does to a payment: moves it on, leaves it, or calls for an officer. A move may call for one as well. */
export type Transition =
  | {
      readonly effect: 'advances';
      readonly to: PaymentStatus;
      readonly exception: ExceptionKind | null;
    }
  | { readonly effect: 'unchanged' }
  | { readonly effect: 'exception'; readonly exception: ExceptionKind };

const unchanged: Transition = { effect: 'unchanged' };
const to = (status: PaymentStatus, exception: ExceptionKind | null = null): Transition => ({
  effect: 'advances',
  to: status,
  exception,
});
const exception = (kind: ExceptionKind): Transition => ({ effect: 'exception', exception: kind });

type Row = Readonly<Record<Exclude<Reported, 'pending' | 'noted' | 'unclear'>, Transition>>;

const waiting: Row = {
  bankAccepted: to('bankAccepted'),
  settled: to('settled'),
  credited: to('credited'),
  rejected: to('rejected', 'rejected'),
  // The money is back, so the payment is not paid; but nobody said that it ever was.
  returned: to('returned', 'returnWithoutPayment'),
};

/** It was never sent, or its sending was taken back: a bank that knows of it got it from somewhere else. */
const notSent: Row = {
  bankAccepted: exception('unclearReason'),
  settled: exception('unclearReason'),
  credited: exception('unclearReason'),
  rejected: exception('unclearReason'),
  returned: exception('returnWithoutPayment'),
};

/** Nobody asked for it to be paid: whatever the bank did is for an officer. */
const withheld: Row = {
  bankAccepted: exception('unclearReason'),
  settled: exception('unclearReason'),
  credited: exception('unclearReason'),
  rejected: unchanged,
  returned: exception('returnWithoutPayment'),
};

/**
 * Where a payment stands, against what the bank reports. Files arrive in any order, so earlier news about a payment that is
 * further on changes nothing, and money that came back stays back. What cannot both be true is never decided here.
 */
const TABLE: Readonly<Record<PaymentStatus, Row>> = {
  prepared: notSent,
  sent: waiting,
  bankAccepted: { ...waiting, bankAccepted: unchanged, returned: to('returned', 'returned') },
  settled: {
    bankAccepted: unchanged,
    settled: unchanged,
    credited: to('credited'),
    rejected: exception('rejectedThenPaid'),
    returned: to('returned', 'returned'),
  },
  credited: {
    bankAccepted: unchanged,
    settled: unchanged,
    credited: unchanged,
    rejected: exception('rejectedThenPaid'),
    returned: to('returned', 'returned'),
  },
  rejected: {
    bankAccepted: unchanged,
    settled: exception('rejectedThenPaid'),
    credited: exception('rejectedThenPaid'),
    rejected: unchanged,
    returned: exception('returnWithoutPayment'),
  },
  // A payment is returned once: the statement after the notification tells the same again.
  returned: {
    bankAccepted: unchanged,
    settled: unchanged,
    credited: unchanged,
    rejected: unchanged,
    returned: unchanged,
  },
  held: withheld,
  cancelled: withheld,
};

export function transition(current: PaymentStatus, reported: Reported): Transition {
  if (reported === 'pending' || reported === 'noted') return unchanged;
  return reported === 'unclear' ? exception('unclearReason') : TABLE[current][reported];
}

export interface TransitionRow {
  readonly current: PaymentStatus;
  readonly reported: Reported;
  readonly effect: Transition['effect'];
  readonly after: PaymentStatus;
  readonly exception: ExceptionKind | null;
  /** The same where the report is about a whole batch: its rejection needs one officer, not one for each payment. */
  readonly batchException: ExceptionKind | null;
}

/** The whole table as rows, for the database to apply to many lines at once. */
export function transitionRows(): TransitionRow[] {
  return PAYMENT_STATUSES.flatMap((current) =>
    REPORTED.map((reported): TransitionRow => {
      const found = transition(current, reported);
      const kind = found.effect === 'unchanged' ? null : found.exception;
      return {
        current,
        reported,
        effect: found.effect,
        after: found.effect === 'advances' ? found.to : current,
        exception: kind,
        batchException: kind === 'rejected' ? null : kind,
      };
    }),
  );
}
