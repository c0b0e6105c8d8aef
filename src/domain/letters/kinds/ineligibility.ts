import type { IsoDate } from '../../shared/iso-date.ts';
import { formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import { accordingTo } from '../article-words.ts';
import { reasonSentence, rightOfAppeal, sentence } from '../legal-phrases.ts';
import type { DecisionLetterData, LetterReason } from '../letter-data.ts';
import { APPEAL_FIELD, HEAD_FIELDS, REASON_ROW, defineKind, headFacts } from './kind-definition.ts';

export interface IneligibilityData extends DecisionLetterData {
  readonly application: { readonly number: string | null; readonly filedOn: IsoDate | null };
  /** LAW 6: a refusal states its reasons, so there is at least one. */
  readonly reasons: readonly LetterReason[];
  readonly note: string | null;
  /** Whether the review of REG 14 is still open: within twelve months of the application. */
  readonly mayAskReview: boolean;
}

export const ineligibility = defineKind<IneligibilityData>()({
  fields: {
    ...HEAD_FIELDS,
    application: {
      type: 'phrase',
      ar: 'الطلب برقمه وتاريخه، مثل: طلبكم رقم ... المقدم في ...',
      en: 'The application with its number and day',
    },
    decision: {
      type: 'phrase',
      requiredBy: 'LAW 6',
      ar: 'القرار: عدم أهليتكم لمعاش الضمان الاجتماعي',
      en: 'The decision: not eligible for the pension',
    },
    reasons: {
      type: 'list',
      requiredBy: 'LAW 6',
      ar: 'أسباب عدم الأهلية',
      en: 'The reasons',
      row: REASON_ROW,
    },
    note: { type: 'phrase', optional: true, ar: 'ملاحظة الموظف', en: "The officer's note" },
    review: {
      type: 'phrase',
      optional: true,
      ar: 'جملة طلب إعادة النظر بمدتها ومادتها',
      en: 'The sentence on asking for a review, with its period and article',
    },
    rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 5' },
  },
  facts: (data) => ({
    ...headFacts(data),
    application: applicationPhrase(data.application),
    decision: 'عدم أهليتكم لمعاش الضمان الاجتماعي',
    reasons: data.reasons.map((reason) => ({ reason: reasonSentence(reason) })),
    note: data.note === null ? null : sentence(data.note),
    review: data.mayAskReview ? REVIEW : null,
    rightOfAppeal: rightOfAppeal('refusal', data.appeal),
  }),
});

const REVIEW = `ولكم أن تطلبوا إعادة النظر خلال اثني عشر شهراً من تاريخ تقديم الطلب دون حاجة إلى طلب جديد، ${accordingTo('REG 14')}.`;

function applicationPhrase({ number, filedOn }: IneligibilityData['application']): string {
  const numbered = number === null ? '' : ` رقم ${isolate(number)}`;
  const filed = filedOn === null ? '' : ` المقدم في ${formatLetterDate(filedOn)}`;
  return `طلبكم${numbered}${filed}`;
}
