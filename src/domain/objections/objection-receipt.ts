import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { RefusalReason } from './objection-letter.ts';

export interface FiledObjection {
  readonly number: string;
  readonly filedOn: IsoDate;
  readonly refusedOn: IsoDate;
  /** Last day on which the branch decides; null where none was set. */
  readonly deadlineOn: IsoDate | null;
  /** Codes of the contested reasons. */
  readonly reasons: readonly string[];
}

/**
 * What the branch hands to somebody who has objected: the number to ask by, what he contests, and by when it decides.
 * Errors: DEADLINE_UNKNOWN: a receipt promises a day.
 * @param documents Papers that came with it.
 */
export function objectionReceipt(
  { number, filedOn, refusedOn, deadlineOn, reasons }: FiledObjection,
  texts: ReadonlyMap<string, RefusalReason>,
  documents: readonly string[],
): Result<(head: DecisionLetterData) => LetterData<'objectionReceipt'>, Refusal> {
  if (deadlineOn === null) return refuse('DEADLINE_UNKNOWN', { number });
  return ok((head) => ({
    template: 'objectionReceipt',
    ...head,
    objection: { number, filedOn, refusedOn },
    contested: reasons.map((code) => texts.get(code)?.textAr ?? code),
    documents,
    decideBy: deadlineOn,
  }));
}

export function objectionReceiptSubject(number: string): string {
  return `استلام الاعتراض رقم ${number}`;
}
