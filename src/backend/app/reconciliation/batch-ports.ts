import type { BatchReference } from '../../../domain/payments/bank-references.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from './ports.ts';
import type { PostingStamp } from './posting-ports.ts';

/** Payments that went to the banks together, all or those of one kind. */
export interface SentBatch {
  readonly importNo: number;
  readonly kind: PaymentKind | null;
  /** Whether it was booked in one sum, which holds nothing of what was rejected before. */
  readonly isBooked?: boolean;
}

/** A batch that a committed file books in one sum, which was not the sum of its payments when the file was committed. */
export interface WaitingBatch {
  readonly exceptionId: string;
  readonly status: 'open' | 'resolved' | 'withdrawn';
  readonly version: number;
  readonly lineId: number;
  readonly fileId: string;
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
  readonly amount: Halalas;
}

export interface BatchReader {
  sent(reference: BatchReference): Promise<SentBatch | null>;
  /** Between which numbers the payments of a batch lie; null without any. */
  numbers(batch: SentBatch): Promise<NumberRange | null>;
  /** Those of a range that a booking of the batch in one sum is for: without what was rejected, cancelled or held. */
  left(
    batch: SentBatch,
    payments: NumberRange,
  ): Promise<{ readonly count: number; readonly amount: Halalas }>;
  /** The batch that an exception is about; undefined where it is about none. */
  waiting(exceptionId: string): Promise<WaitingBatch | undefined>;
  /** The month of a closed cycle that payments of the batch belong to. */
  closedMonth(batch: SentBatch): Promise<IsoMonth | null>;
}

export interface BatchWriter extends BatchReader {
  /** The last line of a file. */
  lastLine(fileId: string): Promise<number>;
  /** Posts the lines of a range that officers have added to a file: events, and where the payments stand. Answers how many. */
  post(lines: NumberRange, stamp: PostingStamp): Promise<number>;
  /** The batch waits no longer: its exception is withdrawn, and its file knows of its payments. */
  settle(batch: WaitingBatch, payments: NumberRange): Promise<void>;
}
