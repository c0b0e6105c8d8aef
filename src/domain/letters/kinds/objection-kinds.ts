import type { ReasonFinding } from '../../objections/objection-status.ts';
import type { Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { reasonSentence, rightOfAppeal, sentence, withoutStop } from '../legal-phrases.ts';
import type { DecisionLetterData, LetterReason } from '../letter-data.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';
import { APPEAL_FIELD, HEAD_FIELDS, REASON_ROW, defineKind, headFacts } from './kind-definition.ts';
import { positive } from './months.ts';

export interface LetterObjection {
  readonly number: string;
  readonly filedOn: IsoDate;
  /** Day of the refusal that is contested. */
  readonly refusedOn: IsoDate;
}

export interface ObjectionReceiptData extends DecisionLetterData {
  readonly objection: LetterObjection;
  /** The reasons of the refusal that are contested. */
  readonly contested: readonly string[];
  readonly documents: readonly string[];
  /** Last day on which the branch decides. */
  readonly decideBy: IsoDate;
}

/** One coded reason of the refusal with what the review found about it. */
export interface ObjectionFinding {
  readonly reason: string;
  readonly article: string | null;
  readonly finding: ReasonFinding;
  /** Why, in the officer's words; null when the finding says it all. */
  readonly note: string | null;
}

export interface ObjectionRejectedData extends DecisionLetterData {
  readonly objection: LetterObjection;
  readonly findings: readonly ObjectionFinding[];
  /** The officer's reasoning for the whole; null when the findings suffice. */
  readonly reasoning: string | null;
}

export interface ObjectionAcceptedData extends ObjectionRejectedData {
  /** Month from which the pension is due. */
  readonly eligibleFrom: IsoMonth | null;
  /** Monthly pension in halalas. */
  readonly monthlyPension: Halalas | null;
}

const OBJECTION_FIELDS = {
  ...HEAD_FIELDS,
  objectionNumber: {
    type: 'code',
    requiredBy: 'purpose',
    ar: 'رقم الاعتراض',
    en: 'Number of the objection',
  },
  filedOn: { type: 'date', ar: 'تاريخ تقديم الاعتراض', en: 'Day on which it was filed' },
  refusedOn: {
    type: 'date',
    ar: 'تاريخ القرار محل الاعتراض',
    en: 'Day of the decision that is contested',
  },
} as const satisfies FieldCatalogue;

const DECIDED_FIELDS = {
  ...OBJECTION_FIELDS,
  decision: {
    type: 'phrase',
    requiredBy: 'LAW 6',
    ar: 'القرار: قبوله أو قبوله جزئياً أو رفضه',
    en: 'The decision: accepted, in part or rejected',
  },
  reasons: {
    type: 'list',
    requiredBy: 'LAW 6',
    ar: 'ما تبيّن بشأن كل سبب',
    en: 'What was found about each reason',
    row: REASON_ROW,
  },
  reasoning: {
    type: 'phrase',
    optional: true,
    ar: 'تعليل الموظف للقرار كله',
    en: "The officer's reasoning for the whole",
  },
} as const satisfies FieldCatalogue;

const REFUSED_FIELDS = {
  ...DECIDED_FIELDS,
  rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 5' },
} as const satisfies FieldCatalogue;

export const objectionReceipt = defineKind<ObjectionReceiptData>()({
  fields: {
    ...OBJECTION_FIELDS,
    contested: {
      type: 'list',
      ar: 'أسباب عدم الأهلية محل الاعتراض',
      en: 'The reasons that are contested',
      row: { contestedReason: { type: 'text', ar: 'السبب', en: 'Reason' } },
    },
    documents: {
      type: 'list',
      ar: 'المستندات المستلمة مع الاعتراض',
      en: 'Papers received with the objection',
      row: { document: { type: 'text', ar: 'المستند', en: 'Paper' } },
    },
    decideBy: {
      type: 'date',
      requiredBy: 'purpose',
      ar: 'آخر موعد للبت في الاعتراض',
      en: 'Last day for the decision',
    },
  },
  facts: (data) => ({
    ...objectionFacts(data),
    contested: data.contested.map((reason) => ({ contestedReason: withoutStop(reason) })),
    documents: data.documents.map((document) => ({ document })),
    decideBy: data.decideBy,
  }),
});

/** What was granted in full leaves nothing to contest before the committee. */
export const objectionAccepted = defineKind<ObjectionAcceptedData>()({
  fields: {
    ...DECIDED_FIELDS,
    eligibleFrom: {
      type: 'month',
      optional: true,
      requiredBy: 'purpose',
      ar: 'الشهر الذي تبدأ منه الأهلية',
      en: 'Month from which the pension is due',
    },
    monthlyPension: {
      type: 'amount',
      optional: true,
      requiredBy: 'purpose',
      ar: 'المعاش الشهري',
      en: 'Monthly pension',
    },
  },
  facts: (data) => ({
    ...decidedFacts(data, 'قبوله'),
    eligibleFrom: data.eligibleFrom,
    monthlyPension: positive(data.monthlyPension),
  }),
});

export const objectionPartlyAccepted = defineKind<ObjectionRejectedData>()({
  fields: REFUSED_FIELDS,
  facts: (data) => refusedFacts(data, 'قبوله جزئياً'),
});

export const objectionRejected = defineKind<ObjectionRejectedData>()({
  fields: REFUSED_FIELDS,
  facts: (data) => refusedFacts(data, 'رفضه'),
});

function objectionFacts(
  data: DecisionLetterData & { readonly objection: LetterObjection },
): FactsOf<typeof OBJECTION_FIELDS> {
  const { number: objectionNumber, filedOn, refusedOn } = data.objection;
  return { ...headFacts(data), objectionNumber, filedOn, refusedOn };
}

function decidedFacts(
  data: ObjectionRejectedData,
  decision: string,
): FactsOf<typeof DECIDED_FIELDS> {
  return {
    ...objectionFacts(data),
    decision,
    reasons: data.findings.map((finding) => ({ reason: reasonSentence(findingReason(finding)) })),
    reasoning: data.reasoning === null ? null : sentence(data.reasoning),
  };
}

function refusedFacts(
  data: ObjectionRejectedData,
  decision: string,
): FactsOf<typeof REFUSED_FIELDS> {
  return {
    ...decidedFacts(data, decision),
    rightOfAppeal: rightOfAppeal('refusal', data.appeal),
  };
}

function findingReason({ reason, article, finding, note }: ObjectionFinding): LetterReason {
  const found: Readonly<Record<ReasonFinding, string>> = {
    notProven: 'غير ثابت',
    ceased: 'زال بعد صدور القرار',
    proven: 'ثابت',
  };
  const why = note === null ? '' : `: ${withoutStop(note)}`;
  return {
    text: `بشأن سبب عدم الأهلية «${withoutStop(reason)}» تبيّن أنه ${found[finding]}${why}`,
    article,
  };
}
