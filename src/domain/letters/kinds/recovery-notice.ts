import { halalas, type Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { INSTALMENT, countedWords } from '../counted-words.ts';
import { isolateFigures } from '../isolate-figures.ts';
import { reasonSentence, rightOfAppeal, withoutStop } from '../legal-phrases.ts';
import type { DecisionLetterData, LetterMonth, LetterReason } from '../letter-data.ts';
import { paymentsOfMonths } from '../months-phrase.ts';
import { APPEAL_FIELD, HEAD_FIELDS, REASON_ROW, defineKind, headFacts } from './kind-definition.ts';
import { MONTHS_FIELDS, monthsFacts, totalDue, totalPaid } from './months.ts';

export interface RecoveryNoticeData extends DecisionLetterData {
  /** How it arose, in the officer's words. */
  readonly cause: string;
  /** At least one, with more paid than due in all. */
  readonly months: readonly LetterMonth[];
  readonly reasons: readonly LetterReason[];
  /** What the branch proposes; null where it proposes none. */
  readonly instalments: { readonly count: number; readonly firstMonth: IsoMonth } | null;
  readonly respondBy: IsoDate | null;
}

/** What was paid beyond what was due: a demand that may be contested, and a proposal that needs a yes. */
export const recoveryNotice = defineKind<RecoveryNoticeData>()({
  fields: {
    ...HEAD_FIELDS,
    ...MONTHS_FIELDS,
    payments: {
      type: 'phrase',
      ar: 'الدفعات محل الزيادة',
      en: 'The payments in which too much was paid',
    },
    excess: {
      type: 'amount',
      requiredBy: 'purpose',
      ar: 'المبلغ الزائد على المستحق',
      en: 'The amount beyond what was due',
    },
    cause: { type: 'phrase', requiredBy: 'purpose', ar: 'كيف نشأت الزيادة', en: 'How it arose' },
    reasons: { type: 'list', ar: 'ما استند إليه', en: 'What it rests on', row: REASON_ROW },
    instalments: {
      type: 'phrase',
      optional: true,
      ar: 'عدد الأقساط المقترحة مجروراً، مثل: اثني عشر قسطاً',
      en: 'Number of the proposed instalments in words',
    },
    instalment: { type: 'amount', optional: true, ar: 'قيمة القسط', en: 'Each instalment' },
    lastInstalment: {
      type: 'amount',
      optional: true,
      ar: 'قيمة القسط الأخير إن اختلفت',
      en: 'The last instalment where it differs',
    },
    firstMonth: { type: 'month', optional: true, ar: 'شهر أول قسط', en: 'First month' },
    respondBy: { type: 'date', optional: true, ar: 'آخر موعد للرد', en: 'Last day to answer' },
    rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 28' },
  },
  facts: (data) => {
    const excess = halalas(totalPaid(data.months) - totalDue(data.months));
    return {
      ...headFacts(data),
      ...monthsFacts(data.months),
      payments: paymentsOfMonths(data.months.map(({ month }) => month)),
      excess,
      cause: isolateFigures(withoutStop(data.cause)),
      reasons: data.reasons.map((reason) => ({ reason: reasonSentence(reason) })),
      ...planFacts(excess, data.instalments),
      respondBy: data.respondBy,
      rightOfAppeal: rightOfAppeal('measure', data.appeal),
    };
  },
});

function planFacts(excess: Halalas, plan: RecoveryNoticeData['instalments']) {
  if (plan === null) {
    return { instalments: null, instalment: null, lastInstalment: null, firstMonth: null };
  }
  const { each, last } = instalmentsOf(excess, plan.count);
  return {
    instalments: countedWords(plan.count, INSTALMENT, 'genitive'),
    instalment: each,
    lastInstalment: last === each ? null : last,
    firstMonth: plan.firstMonth,
  };
}

/** Equal instalments in whole halalas; the last one takes what division leaves, so that they make up the amount. */
export function instalmentsOf(
  amount: Halalas,
  count: number,
): { readonly each: Halalas; readonly last: Halalas } {
  const each = halalas(Math.floor(amount / count));
  return { each, last: halalas(amount - each * (count - 1)) };
}
