import type { IsoMonth } from '../../shared/iso-date.ts';
import { reasonSentence, rightOfAppeal, withoutStop } from '../legal-phrases.ts';
import { isolateFigures } from '../isolate-figures.ts';
import type { DecisionLetterData, LetterMonth, LetterReason } from '../letter-data.ts';
import { paymentsOfMonths } from '../months-phrase.ts';
import {
  APPEAL_FIELD,
  HEAD_FIELDS,
  IBAN_FIELD,
  REASON_ROW,
  defineKind,
  headFacts,
} from './kind-definition.ts';
import { MONTHS_FIELDS, differenceOf, monthsFacts } from './months.ts';

export interface DifferencePaymentData extends DecisionLetterData {
  /** How the difference arose, in the officer's words. */
  readonly cause: string;
  /** At least one, with more due than paid in all. */
  readonly months: readonly LetterMonth[];
  readonly reasons: readonly LetterReason[];
  readonly paidWith: IsoMonth;
  readonly iban: string | null;
}

export const differencePayment = defineKind<DifferencePaymentData>()({
  fields: {
    ...HEAD_FIELDS,
    ...MONTHS_FIELDS,
    payments: {
      type: 'phrase',
      ar: 'الدفعات محل الفرق، مثل: دفعتي شهري سبتمبر وأكتوبر',
      en: 'The payments that it is for',
    },
    cause: { type: 'phrase', requiredBy: 'purpose', ar: 'سبب الفرق', en: 'How it arose' },
    reasons: { type: 'list', ar: 'ما استند إليه', en: 'What it rests on', row: REASON_ROW },
    difference: { type: 'amount', requiredBy: 'purpose', ar: 'مبلغ الفرق', en: 'The difference' },
    paidWith: {
      type: 'month',
      requiredBy: 'purpose',
      ar: 'الشهر الذي يُصرف الفرق مع دفعته',
      en: 'The month with whose payment it is paid',
    },
    iban: IBAN_FIELD,
    rightOfAppeal: APPEAL_FIELD,
  },
  facts: (data) => ({
    ...headFacts(data),
    ...monthsFacts(data.months),
    payments: paymentsOfMonths(data.months.map(({ month }) => month)),
    cause: isolateFigures(withoutStop(data.cause)),
    reasons: data.reasons.map((reason) => ({ reason: reasonSentence(reason) })),
    difference: differenceOf(data.months),
    paidWith: data.paidWith,
    iban: data.iban,
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  }),
});
