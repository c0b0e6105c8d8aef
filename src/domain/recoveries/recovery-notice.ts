import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import { subtractHalalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { RecoveryState } from './recovery-case.ts';
import { GROUND_ARTICLES } from './recovery-ground.ts';

/** The notice of a recovery: what was paid too much, why, and by when the person answers. It proposes no plan of its own. */
export function recoveryNoticeOf(
  { claim }: RecoveryState,
  respondBy: IsoDate,
  head: DecisionLetterData,
): LetterData<'recoveryNotice'> {
  const article = GROUND_ARTICLES[claim.ground];
  return {
    template: 'recoveryNotice',
    ...head,
    cause: claim.cause,
    months: claim.months.map(({ month, paid, amount }) => ({
      month,
      due: subtractHalalas(paid, amount),
      paid,
      finding: null,
    })),
    reasons: article === null ? [] : [{ text: claim.cause, article }],
    instalments: null,
    respondBy,
  };
}

export function recoveryNoticeSubject(number: string): string {
  return `إشعار باسترداد مبلغ زائد رقم ${number}`;
}
