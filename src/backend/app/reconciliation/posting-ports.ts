import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from './ports.ts';

export interface OpenedException {
  readonly id: string;
  readonly lineId: number;
  readonly paymentId: string | null;
  readonly cycleId: string | null;
  readonly kind: ExceptionKind;
  readonly amount: number | null;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}

export interface PostingStamp {
  readonly at: IsoInstant;
  readonly officerId: string;
}

/**
 * Carries what lines do into the ledger, and back out, by ranges of payments: a bank answers in any order, the ledger is
 * written in its own.
 */
export interface PostingWriter {
  /** The payments after a number that the next lines of the file are about; null when there are none. */
  nextPayments(fileId: string, after: number, lines: number): Promise<NumberRange | null>;
  /** Appends the events of advancing lines and moves their payments; answers how many advanced. */
  post(fileId: string, payments: NumberRange, stamp: PostingStamp): Promise<number>;
  /** What the lines of a range call an officer for, in their order. */
  exceptionsOf(fileId: string, lines: NumberRange): Promise<readonly Omit<OpenedException, 'id'>[]>;
  openException(
    fileId: string,
    exceptions: readonly OpenedException[],
    at: IsoInstant,
  ): Promise<void>;
  /** Name of a later committed file, or of the event, that rests on what the lines did; null when nothing does. */
  restingOn(fileId: string, payments: NumberRange): Promise<string | null>;
  /** Appends the reversal of every event of the lines and derives their payments anew; answers how many. */
  reverse(fileId: string, payments: NumberRange, stamp: PostingStamp): Promise<number>;
}
