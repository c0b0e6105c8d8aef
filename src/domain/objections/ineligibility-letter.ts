import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData, LetterReason } from '../letters/letter-data.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { RefusalReason } from './objection-letter.ts';
import type { ObjectionState } from './objection.ts';

/**
 * The refusal itself with the reasons that stood after the review, for whoever was never given it in writing.
 * Errors: REFUSAL_DOES_NOT_STAND where the person is not ineligible or the objection not rejected, NO_REASON_PROVEN.
 */
export function ineligibilityLetter(
  { status, reasons }: Pick<ObjectionState, 'status' | 'reasons'>,
  eligibility: string,
  texts: ReadonlyMap<string, RefusalReason>,
): Result<(head: DecisionLetterData) => LetterData<'ineligibility'>, Refusal> {
  if (status !== 'rejected' || eligibility !== 'ineligible') {
    return refuse('REFUSAL_DOES_NOT_STAND');
  }
  const stood = reasons
    .filter(({ found }) => found?.finding === 'proven')
    .map(({ code }): LetterReason => {
      const text = texts.get(code);
      return { text: text?.textAr ?? code, article: text?.article || null };
    });
  if (stood.length === 0) return refuse('NO_REASON_PROVEN');
  return ok((head) => ({
    template: 'ineligibility',
    ...head,
    application: { number: null, filedOn: null },
    reasons: stood,
    note: null,
    mayAskReview: false,
  }));
}

export const INELIGIBILITY_SUBJECT = 'قرار عدم الأهلية لمعاش الضمان الاجتماعي';
