import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

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

/** Exceptions of payments that no bank answered. Each call touches at most `limit` rows. */
export interface AnswersWriter {
  /** Cycles that are not closed. */
  cycles(): Promise<readonly AwaitedCycle[]>;
  /** The lowest number of a payment of the cycle that waits for an answer; null where none does. */
  firstUnanswered(cycle: number): Promise<number | null>;
  /** The next payments of a cycle without an answer, and without an exception that says so. */
  unanswered(cycle: number, after: number, limit: number): Promise<readonly AwaitedPayment[]>;
  open(
    cycleId: string,
    payments: readonly (AwaitedPayment & { readonly exceptionId: string })[],
    at: IsoInstant,
  ): Promise<void>;
  /**
   * Withdraws open exceptions after an id whose answer has come (`withdraw`), or opens withdrawn ones again whose answer was
   * taken back (`restore`). Answers the last id looked at and how many changed; null at the end.
   */
  settle(
    what: 'withdraw' | 'restore',
    after: string,
    limit: number,
  ): Promise<{ readonly last: string; readonly changed: number } | null>;
}
