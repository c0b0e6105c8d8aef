import type { Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { reasonSentence, rightOfAppeal } from '../legal-phrases.ts';
import type { DecisionLetterData, LetterReason } from '../letter-data.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';
import {
  APPEAL_FIELD,
  HEAD_FIELDS,
  IBAN_FIELD,
  REASON_ROW,
  defineKind,
  headFacts,
} from './kind-definition.ts';
import { positive } from './months.ts';

export interface PensionStoppedData extends DecisionLetterData {
  /** The first month whose payment does not come. */
  readonly from: IsoMonth;
  readonly reasons: readonly LetterReason[];
  readonly monthlyPension: Halalas | null;
  /** What the beneficiary is asked to do; may be nothing. */
  readonly steps: readonly string[];
}

export interface PensionHeldData extends PensionStoppedData {
  readonly respondBy: IsoDate | null;
  /** Whether the held months are kept for him: not so where the law ends the entitlement meanwhile (REG 25). */
  readonly amountsKept: boolean;
}

export interface PensionResumedData extends DecisionLetterData {
  /** What had been done to it. */
  readonly after: 'stopped' | 'held';
  /** The first month whose payment comes again. */
  readonly from: IsoMonth;
  readonly reasons: readonly LetterReason[];
  readonly monthlyPension: Halalas | null;
  /** Halalas for the months in between. */
  readonly arrears: Halalas | null;
  readonly arrearsWith: IsoMonth | null;
  readonly iban: string | null;
}

const MEASURE_FIELDS = {
  ...HEAD_FIELDS,
  decision: {
    type: 'phrase',
    requiredBy: 'LAW 6',
    ar: 'القرار: إيقاف صرف معاشكم أو تعليقه مؤقتاً أو استئنافه',
    en: 'The decision: to stop, hold or resume the pension',
  },
  from: {
    type: 'month',
    requiredBy: 'purpose',
    ar: 'شهر أول دفعة يسري عليها القرار',
    en: 'Month of the first payment that it applies to',
  },
  reasons: {
    type: 'list',
    requiredBy: 'LAW 6',
    ar: 'أسباب القرار',
    en: 'The reasons of the decision',
    row: REASON_ROW,
  },
  monthlyPension: { type: 'amount', optional: true, ar: 'المعاش الشهري', en: 'Monthly pension' },
} as const satisfies FieldCatalogue;

const STEPS_FIELD = {
  type: 'list',
  ar: 'ما المطلوب من المستفيد',
  en: 'What the beneficiary is asked to do',
  row: { step: { type: 'phrase', ar: 'الخطوة جملةً تامة', en: 'The step as a whole sentence' } },
} as const;

export const pensionStopped = defineKind<PensionStoppedData>()({
  fields: {
    ...MEASURE_FIELDS,
    steps: STEPS_FIELD,
    rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 28' },
  },
  facts: (data) => ({
    ...measureFacts(data, 'إيقاف صرف معاشكم'),
    steps: stepRows(data.steps),
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  }),
});

export const pensionHeld = defineKind<PensionHeldData>()({
  fields: {
    ...MEASURE_FIELDS,
    steps: STEPS_FIELD,
    respondBy: {
      type: 'date',
      optional: true,
      ar: 'آخر موعد لإنجاز المطلوب',
      en: 'Last day to do it',
    },
    amountsKept: {
      type: 'flag',
      ar: 'مبالغ مدة التعليق محفوظة للمستفيد',
      en: 'The amounts of the held months are kept',
    },
    rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 28' },
  },
  facts: (data) => ({
    ...measureFacts(data, 'تعليق صرف معاشكم مؤقتاً'),
    steps: stepRows(data.steps),
    respondBy: data.respondBy,
    amountsKept: data.amountsKept,
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  }),
});

export const pensionResumed = defineKind<PensionResumedData>()({
  fields: {
    ...MEASURE_FIELDS,
    wasStopped: {
      type: 'flag',
      ar: 'كان المعاش موقوفاً، وإلا فمعلقاً',
      en: 'It had been stopped, otherwise held',
    },
    arrears: {
      type: 'amount',
      optional: true,
      ar: 'المبلغ المستحق عن المدة السابقة',
      en: 'Amount for the months in between',
    },
    arrearsWith: {
      type: 'month',
      optional: true,
      ar: 'الشهر الذي يُصرف ذلك المبلغ مع دفعته',
      en: 'The month with whose payment that amount comes',
    },
    iban: IBAN_FIELD,
  },
  facts: (data) => ({
    ...measureFacts(data, 'استئناف صرف معاشكم'),
    wasStopped: data.after === 'stopped',
    arrears: positive(data.arrears),
    arrearsWith: data.arrearsWith,
    iban: data.iban,
  }),
});

function measureFacts(
  data: DecisionLetterData & Pick<PensionStoppedData, 'from' | 'reasons' | 'monthlyPension'>,
  decision: string,
): FactsOf<typeof MEASURE_FIELDS> {
  return {
    ...headFacts(data),
    decision,
    from: data.from,
    reasons: data.reasons.map((reason) => ({ reason: reasonSentence(reason) })),
    monthlyPension: positive(data.monthlyPension),
  };
}

function stepRows(steps: readonly string[]): { readonly step: string }[] {
  return steps.map((text) => ({ step: reasonSentence({ text, article: null }) }));
}
