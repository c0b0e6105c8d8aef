import type { BatchReference } from '../../../domain/payments/bank-references.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { ExceptionKind, MatchRule } from '../../../domain/reconciliation/exception-kind.ts';
import type { TransitionRow } from '../../../domain/reconciliation/transition.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from './ports.ts';

/** A transaction that no end-to-end id of ours matched. */
export interface UnmatchedLine {
  readonly id: number;
  readonly instructionId: string | null;
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
  readonly bankReference: string | null;
  readonly uetr: string | null;
  readonly narrative: string | null;
}

/** A payment found by an identifier, with the batch it was sent in; null where no list brought it. */
export interface PaymentHit {
  readonly key: string;
  readonly paymentNo: number;
  readonly sentIn: BatchReference | null;
}

export interface BatchLine {
  readonly id: number;
  readonly lineNo: number;
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
  readonly reported: string;
  readonly amount: Halalas | null;
  readonly hasAmount: boolean;
}

export interface SentBatch {
  readonly importNo: number;
  readonly kind: PaymentKind | null;
}

export interface SummaryRow {
  readonly rule: MatchRule | null;
  readonly effect: 'advances' | 'unchanged' | 'exception';
  readonly after: string | null;
  readonly exception: ExceptionKind | null;
  readonly cycleId: string | null;
  readonly month: IsoMonth | null;
  readonly cycleOpen: boolean;
  readonly count: number;
  readonly amount: number;
}

/** Matching of a file's lines, range by range; nothing outside the lines changes. */
export interface MatchingWriter {
  /** Forgets an earlier matching. */
  clear(fileId: string, range: NumberRange): Promise<void>;
  matchEndToEndIds(fileId: string, range: NumberRange): Promise<void>;
  unmatched(fileId: string, range: NumberRange): Promise<readonly UnmatchedLine[]>;
  /** Payments whose instruction or end-to-end id is one of the keys. */
  paymentsOf(keys: readonly string[]): Promise<readonly PaymentHit[]>;
  /** Payments that committed lines with one of these bank references or UETRs belong to. */
  paymentsNamedBefore(keys: readonly string[]): Promise<readonly PaymentHit[]>;
  setMatches(
    fileId: string,
    matches: readonly { readonly lineId: number; readonly paymentNo: number; rule: MatchRule }[],
  ): Promise<void>;
  batchLines(fileId: string): Promise<readonly BatchLine[]>;
  sentBatch(reference: BatchReference): Promise<SentBatch | null>;
  /** Halalas of a batch without what was rejected. */
  amountLeft(batch: SentBatch): Promise<number>;
  /**
   * Adds a line for each of the next payments of the batch that the file does not list; answers the last payment looked at,
   * null at the end.
   */
  expandBatch(
    lineId: number,
    batch: SentBatch,
    after: number,
    limit: number,
  ): Promise<number | null>;
  classify(fileId: string, range: NumberRange, table: readonly TransitionRow[]): Promise<void>;
  /** What a whole batch amounts to whose payments were added by `expandBatch` and advance. */
  expandedAmount(fileId: string, lineNo: number): Promise<{ count: number; amount: number }>;
  setBatchEffect(
    lineId: number,
    effect: 'unchanged' | 'exception',
    exception: ExceptionKind | null,
    amount: number | null,
  ): Promise<void>;
  summary(fileId: string, range: NumberRange): Promise<readonly SummaryRow[]>;
}
