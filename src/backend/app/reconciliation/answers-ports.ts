import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from './ports.ts';

export interface AwaitedCycle {
  readonly id: string;
  readonly number: number;
  readonly payDate: IsoDate;
}

export interface AwaitedPayment {
  readonly no: number;
  readonly id: string;
  readonly amount: number;
}

/** An answer that came withdraws an exception; one that was taken back opens it again. */
export type SettleAnswers = 'withdraw' | 'restore';

/** Exceptions of payments that no bank answered. Each call touches few rows, however many there are. */
export interface AnswersWriter {
  /** Cycles that are not closed. */
  cycles(): Promise<readonly AwaitedCycle[]>;
  /** Between which numbers the payments of a cycle lie that wait for an answer; null where none does. */
  awaited(cycle: number): Promise<NumberRange | null>;
  /** Payments of a cycle in a range that have no answer, and no exception that says so. */
  unanswered(cycle: number, payments: NumberRange): Promise<readonly AwaitedPayment[]>;
  open(
    cycleId: string,
    payments: readonly (AwaitedPayment & { readonly exceptionId: string })[],
    at: IsoInstant,
  ): Promise<void>;
  /** Whether there is any exception that could be withdrawn or opened again. */
  hasAny(what: SettleAnswers): Promise<boolean>;
  /** Settles the exceptions of the payments in a range that a file's lines have moved. */
  settleFile(what: SettleAnswers, fileId: string, payments: NumberRange): Promise<void>;
  /** Settles the exception of one payment, if it has one. */
  settlePayment(what: SettleAnswers, paymentId: string): Promise<void>;
  /**
   * Withdraws open exceptions after an id whose payment waits no longer. Answers the last id looked at and how many changed;
   * null at the end.
   */
  withdrawAnswered(
    after: string,
    limit: number,
  ): Promise<{ readonly last: string; readonly changed: number } | null>;
}
