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

/** A later committed file, or the payment that an officer has done something with since. */
export type Resting = { readonly fileName: string } | { readonly payment: string };

/**
 * Carries what lines do into the ledger, and back out, by ranges of payments: a bank answers in any order, the ledger is
 * written in its own.
 */
export interface PostingWriter {
  /** The payments after a number that the next lines of the file are about; null when there are none. */
  nextPayments(fileId: string, after: number, lines: number): Promise<NumberRange | null>;
  /** Numbers the lines of a file among the events of the payments: they are events from then on, or reversed ones. */
  number(fileId: string, as: 'committed' | 'undone'): Promise<void>;
  /** Moves the payments of advancing lines to where those say; answers how many moved. */
  post(
    fileId: string,
    payments: NumberRange,
    options: { readonly hasRepeats: boolean },
  ): Promise<number>;
  /** Whether several lines of the file are about one payment. */
  hasRepeats(fileId: string): Promise<boolean>;
  /** What the lines of a range call an officer for, in their order. */
  exceptionsOf(fileId: string, lines: NumberRange): Promise<readonly Omit<OpenedException, 'id'>[]>;
  openException(
    fileId: string,
    exceptions: readonly OpenedException[],
    at: IsoInstant,
  ): Promise<void>;
  /** Whether anything was recorded after the file that may rest on it. */
  mayRest(fileId: string): Promise<boolean>;
  /** What rests on what the lines did; null when nothing does. */
  restingOn(fileId: string, payments: NumberRange): Promise<Resting | null>;
  /**
   * What the file told of strangers, and committed files told as well without its being news, becomes the news of the first of
   * those. Answers their lines.
   */
  handOnStrangers(
    fileId: string,
  ): Promise<readonly { readonly lineId: number; readonly fileId: string }[]>;
  /** Appends the reversal of events that officers made of the file's lines; answers how many. */
  reverseEvents(fileId: string, stamp: PostingStamp): Promise<number>;
  /** Puts payments that lines moved back to where the rest of their history leaves them; answers how many. */
  putBack(fileId: string, payments: NumberRange): Promise<number>;
}
