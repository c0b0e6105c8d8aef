import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { ComplaintCategory } from './complaint-status.ts';

export interface FiledComplaint {
  readonly ticket: string;
  readonly category: ComplaintCategory;
  readonly filedOn: IsoDate;
  /** Last day on which the branch decides; null where none was set. */
  readonly deadlineOn: IsoDate | null;
  readonly months: readonly IsoMonth[];
}

/**
 * What the branch hands to somebody who has complained: the number to ask by, and by when it decides.
 * Errors: DEADLINE_UNKNOWN: a receipt promises a day.
 * @param documents Papers that came with it.
 */
export function complaintReceipt(
  { ticket, category, filedOn, deadlineOn, months }: FiledComplaint,
  documents: readonly string[],
): Result<(head: DecisionLetterData) => LetterData<'complaintReceipt'>, Refusal> {
  if (deadlineOn === null) return refuse('DEADLINE_UNKNOWN', { number: ticket });
  return ok((head) => ({
    template: 'complaintReceipt',
    ...head,
    complaint: { ticket, filedOn, category },
    claimedMonths: months,
    documents,
    decideBy: deadlineOn,
  }));
}

export function complaintReceiptSubject(ticket: string): string {
  return `استلام الشكوى المالية رقم ${ticket}`;
}
