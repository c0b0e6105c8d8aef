import type { LetterOfCaseRow } from '../../../contract/case-letters.ts';
import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import type { PaymentDeed } from '../../../domain/payments/pension-letters.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { CaseType } from '../letters/ports.ts';

/** Whose letters: cases by their kind and ids, or everything of a person. */
export type LettersWanted =
  | { readonly caseTypes: readonly CaseType[]; readonly caseIds: readonly string[] }
  | { readonly beneficiaryId: string };

export interface DraftOfCase {
  readonly id: string;
  readonly kind: LetterKind;
  readonly subject: string;
  readonly authorId: string;
  readonly author: string;
  readonly version: number;
}

/** What an officer did last to a payment by hand. */
export interface LastDeed {
  readonly deed: PaymentDeed;
  /** Null where a life-status case did it. */
  readonly reason: string | null;
  readonly officerId: string;
  readonly at: IsoInstant;
}

/** The proposal that became a payment. */
export interface ProposedSum {
  readonly reason: string;
  /** The complaint that led to it and has told the person. */
  readonly ticket: string | null;
  readonly proposedById: string;
}

/** What letters of cases are made of and is kept nowhere else. */
export interface CaseLetterReader {
  /** The newest first. */
  letters(wanted: LettersWanted): Promise<readonly LetterOfCaseRow[]>;
  drafts(wanted: LettersWanted): Promise<readonly DraftOfCase[]>;
  lastDeed(paymentId: string): Promise<LastDeed | undefined>;
  proposalOf(paymentId: string): Promise<ProposedSum | undefined>;
  /**
   * Halalas that reached a person's account for a month, but for one payment; what was taken back is not deducted.
   * @param statuses Statuses that count as arrived (setting).
   */
  arrived(
    beneficiaryId: string,
    month: IsoMonth,
    statuses: readonly PaymentStatus[],
    butFor: string | null,
  ): Promise<Halalas>;
  /** Payments that a life-status case held, oldest first, whether they are held still or not. */
  heldByLife(lifeCaseId: string): Promise<readonly string[]>;
}
