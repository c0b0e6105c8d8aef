import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';
import type { OutputOf } from '../../../contract/api.ts';
import type { Reported } from '../../../domain/reconciliation/reported.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Resting } from './posting-ports.ts';

/** The bank's line of an exception, as far as tying it to a payment is concerned. */
export interface TieLine {
  readonly exceptionId: string;
  readonly kind: ExceptionKind;
  readonly status: 'open' | 'resolved' | 'withdrawn';
  readonly version: number;
  readonly lineId: number;
  readonly fileId: string;
  readonly fileStatus: string;
  readonly level: 'group' | 'batch' | 'transaction';
  readonly account: string | null;
  readonly amount: Halalas | null;
  readonly currency: string | null;
  readonly reported: Reported;
  /** The day it was booked, else the day on which its file was read. */
  readonly bookedOn: IsoDate;
  readonly reasonClear: boolean;
}

export interface TiePayment {
  readonly id: string;
  readonly no: number;
  readonly endToEndId: string;
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly iban: string;
  readonly amount: Halalas;
  readonly status: PaymentStatus;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  /** The month of its cycle, and whether that is closed. */
  readonly cycleMonth: IsoMonth;
  readonly cycleStatus: 'open' | 'closed';
}

/** A line that an officer has tied to a payment. */
export interface TiedLine {
  readonly exceptionId: string;
  readonly version: number;
  readonly lineId: number;
  readonly fileId: string;
  readonly fileStatus: string;
  readonly paymentId: string;
  readonly paymentNo: number;
  readonly cycleMonth: IsoMonth;
  readonly cycleStatus: 'open' | 'closed';
  /** The event that the tie made; null where the payment stood there already. */
  readonly eventSeq: number | null;
  /** Exceptions that the tie opened and somebody has settled. */
  readonly settled: number;
}

export interface TieReader {
  line(exceptionId: string): Promise<TieLine | undefined>;
  /** The tie of what was the exception of an unknown line; undefined where none stands. */
  tied(exceptionId: string): Promise<TiedLine | undefined>;
  /** Lines that stand tied to a payment. */
  ofPayment(paymentId: string): Promise<OutputOf<'reconciliation.ties'>>;
  /** What came later and rests on a tie: a file, or what an officer did; null when nothing does. */
  restingOn(tie: TiedLine): Promise<Resting | null>;
  /** Payments to an account of an amount, with pay dates from one day to another, both included. */
  candidates(
    account: string,
    amount: Halalas,
    payDates: { readonly from: IsoDate; readonly to: IsoDate },
  ): Promise<readonly TiePayment[]>;
}

export interface TieWriter extends TieReader {
  payment(id: string): Promise<TiePayment | undefined>;
  /**
   * Ties a line to a payment as the effect of its file: an event where the payment moves (`after`), the exception of the line
   * withdrawn, and the one that the move itself calls for opened.
   */
  tie(
    line: TieLine,
    payment: TiePayment,
    effect: {
      readonly after: PaymentStatus | null;
      readonly opens: { readonly id: string; readonly kind: ExceptionKind } | null;
    },
    by: { readonly at: IsoInstant; readonly officerId: string },
  ): Promise<void>;
  /** Reverses what the tie did; line and exception are again what they were. */
  untie(tie: TiedLine, by: { readonly at: IsoInstant; readonly officerId: string }): Promise<void>;
}
