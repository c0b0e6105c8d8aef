import type { BatchReference } from '../../../domain/payments/bank-references.ts';
import type { ExceptionKind, MatchRule } from '../../../domain/reconciliation/exception-kind.ts';
import type { EarlierLine, Judgement } from '../../../domain/reconciliation/judge-line.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { SentBatch } from './batch-ports.ts';
import type { LedgerPayment, NumberRange } from './ports.ts';

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

/** How many lines do the same. */
export interface EffectCount {
  readonly rule: MatchRule | null;
  readonly effect: 'advances' | 'unchanged' | 'exception';
  readonly after: string | null;
  readonly exception: ExceptionKind | null;
  readonly cycleNumber: number | null;
  readonly count: number;
  /** Halalas. */
  readonly amount: number;
}

export interface CountedCycle {
  readonly id: string;
  readonly month: IsoMonth;
  readonly isOpen: boolean;
}

/** A transaction that nobody has judged, with its payment as it stands in the ledger. */
export interface UnjudgedLine {
  readonly id: number;
  readonly line: StagedLine;
  readonly rule: MatchRule | null;
  readonly reasonClear: boolean;
  readonly payment: LedgerPayment | null;
}

export interface JudgedRow extends Judgement {
  readonly id: number;
  readonly repeats: boolean;
}

/** A line that belongs to no payment of ours. */
export interface UnknownRow {
  readonly id: number;
  readonly fingerprint: string;
  readonly occurrence: number;
  /** Whether an officer has to look at it. */
  readonly isNews: boolean;
}

/** Matching of a file's lines, range by range; nothing outside the lines changes. */
export interface MatchingWriter {
  /** Payments by their end-to-end ids. */
  paymentsByEndToEndId(references: readonly string[]): Promise<ReadonlyMap<string, LedgerPayment>>;
  /** Forgets what has to be found out again where the ledger has changed since the lines were judged. */
  forget(fileId: string, range: NumberRange): Promise<void>;
  /** Lines with the end-to-end id of a payment that they do not know yet. */
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
  /** Adds a line for each payment of the batch in a range that the file does not list. */
  expandBatch(
    fileId: string,
    lineId: number,
    batch: SentBatch,
    payments: NumberRange,
    rule: 'batch' | 'officer',
  ): Promise<void>;
  /** Transactions of the range that nobody has judged, in their order. */
  unjudged(fileId: string, range: NumberRange): Promise<readonly UnjudgedLine[]>;
  /** Judged lines of the file about some payments, in their order. */
  judgedOf(
    fileId: string,
    paymentNos: readonly number[],
  ): Promise<
    readonly (EarlierLine & {
      readonly id: number;
      readonly paymentNo: number;
      readonly after: Judgement['after'];
    })[]
  >;
  setJudged(rows: readonly JudgedRow[]): Promise<void>;
  /** The rows whose content another committed file has brought, as often. */
  seenBefore(
    fileId: string,
    rows: readonly Omit<UnknownRow, 'isNews'>[],
  ): Promise<ReadonlySet<number>>;
  setUnknown(rows: readonly UnknownRow[]): Promise<void>;
  /** What a whole batch amounts to whose payments were added by `expandBatch` and advance. */
  expandedAmount(fileId: string, lineNo: number): Promise<{ count: number; amount: number }>;
  setBatchEffect(
    lineId: number,
    effect: 'unchanged' | 'exception',
    exception: ExceptionKind | null,
    amount: number | null,
  ): Promise<void>;
  summary(fileId: string, range: NumberRange): Promise<readonly EffectCount[]>;
  cycles(): Promise<ReadonlyMap<number, CountedCycle>>;
}
