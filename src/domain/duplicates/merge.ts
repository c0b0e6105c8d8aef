import type { Halalas } from '../shared/halalas.ts';
import { halalas } from '../shared/halalas.ts';
import type { IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { PaymentKind, PaymentStatus } from '../payments/payment-status.ts';

/** A merge takes effect when another officer approves it; undone, both files stand alone again. */
export const MERGE_STATUSES = ['proposed', 'merged', 'rejected', 'withdrawn', 'undone'] as const;
export type MergeStatus = (typeof MERGE_STATUSES)[number];

/** What a file is like when it is to be merged. */
export interface MergeableFile {
  readonly id: string;
  /** The file that it points to already; null for one that stands alone. */
  readonly mergedInto: string | null;
  /** Payments that are planned, held or on their way to the bank. */
  readonly plannedPayments: number;
  /** Files that point to it. */
  readonly carries: number;
}

export type MergeProblem =
  'MERGE_WITH_ITSELF' | 'MERGED_ALREADY' | 'MERGE_CARRIES_OTHERS' | 'MERGE_PAYMENTS_PLANNED';

/**
 * Whether one file may point to the other: each payment goes to one of the two, so none may be on its way to the file that
 * is left, and nothing may point to a file that points on.
 *
 * Errors: MERGE_WITH_ITSELF, MERGED_ALREADY, MERGE_CARRIES_OTHERS (count), MERGE_PAYMENTS_PLANNED (count).
 */
export function mayMerge(
  kept: MergeableFile,
  left: MergeableFile,
): Result<null, Refusal<MergeProblem>> {
  if (kept.id === left.id) return refuse('MERGE_WITH_ITSELF');
  if (kept.mergedInto !== null || left.mergedInto !== null) return refuse('MERGED_ALREADY');
  if (left.carries > 0) return refuse('MERGE_CARRIES_OTHERS', { count: left.carries });
  if (left.plannedPayments > 0)
    return refuse('MERGE_PAYMENTS_PLANNED', { count: left.plannedPayments });
  return ok(null);
}

/** Nobody approves what he proposed. Codes: ALREADY_DECIDED, PROPOSED_BY_YOU. */
export function whyNotDecided(
  { status, proposedById }: { readonly status: MergeStatus; readonly proposedById: string },
  officerId: string,
): 'ALREADY_DECIDED' | 'PROPOSED_BY_YOU' | null {
  if (status !== 'proposed') return 'ALREADY_DECIDED';
  return proposedById === officerId ? 'PROPOSED_BY_YOU' : null;
}

/** What came to the file that stays after the merge, and would belong to nobody for certain once it is undone. */
export interface RestsOnMerge {
  readonly payments: number;
  readonly changes: number;
}

/**
 * A merge is undone only while nothing rests on it: what was paid to or recorded of the one person since cannot be told apart
 * afterwards.
 *
 * Errors: ALREADY_DECIDED, MERGE_RESTED_ON (payments, changes).
 */
export function mayUndoMerge(
  status: MergeStatus,
  { payments, changes }: RestsOnMerge,
): Result<null, Refusal<'ALREADY_DECIDED' | 'MERGE_RESTED_ON'>> {
  if (status !== 'merged') return refuse('ALREADY_DECIDED');
  if (payments > 0 || changes > 0) return refuse('MERGE_RESTED_ON', { payments, changes });
  return ok(null);
}

export interface PaidMonth {
  readonly file: 'kept' | 'left';
  readonly month: IsoMonth;
  readonly programme: string;
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  readonly amount: Halalas;
}

/** A month of a programme that was paid to both files: one of the two may be an overpayment. */
export interface TwicePaid {
  readonly month: IsoMonth;
  readonly programme: string;
  readonly kept: Halalas;
  readonly left: Halalas;
}

const NOT_PAID: ReadonlySet<PaymentStatus> = new Set(['rejected', 'returned', 'cancelled', 'held']);

/** The newest month first; sums in halalas of what arrived or is on its way. */
export function paidTwice(payments: readonly PaidMonth[]): TwicePaid[] {
  const months = new Map<
    string,
    { month: IsoMonth; programme: string; kept: number; left: number }
  >();
  for (const { file, month, programme, kind, status, amount } of payments) {
    if (kind !== 'regular' || NOT_PAID.has(status)) continue;
    const key = `${month} ${programme}`;
    const sums = months.get(key) ?? { month, programme, kept: 0, left: 0 };
    sums[file] += amount;
    months.set(key, sums);
  }
  return [...months.values()]
    .filter(({ kept, left }) => kept > 0 && left > 0)
    .sort((one, other) => (one.month < other.month ? 1 : -1))
    .map((sums) => ({ ...sums, kept: halalas(sums.kept), left: halalas(sums.left) }));
}
