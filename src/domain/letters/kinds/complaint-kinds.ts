import type { ComplaintCategory, MonthFinding } from '../../complaints/complaint-status.ts';
import { formatHalalas, subtractHalalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { reasonSentence, rightOfAppeal } from '../legal-phrases.ts';
import type { DecisionLetterData, LetterMonth, LetterReason } from '../letter-data.ts';
import { monthName, paymentsOfMonths } from '../months-phrase.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';
import {
  APPEAL_FIELD,
  HEAD_FIELDS,
  IBAN_FIELD,
  REASON_ROW,
  defineKind,
  headFacts,
} from './kind-definition.ts';
import { MONTHS_FIELDS, differenceOf, monthsFacts, positive } from './months.ts';

export interface LetterComplaint {
  readonly ticket: string;
  readonly filedOn: IsoDate;
  readonly category: ComplaintCategory;
}

export interface ComplaintReceiptData extends DecisionLetterData {
  readonly complaint: LetterComplaint;
  /** Months that the complaint is about. */
  readonly claimedMonths: readonly IsoMonth[];
  /** Papers that came with it. */
  readonly documents: readonly string[];
  /** Last day on which the branch decides. */
  readonly decideBy: IsoDate;
}

export interface ComplaintRejectedData extends DecisionLetterData {
  readonly complaint: LetterComplaint;
  readonly months: readonly LetterMonth[];
  readonly reasons: readonly LetterReason[];
}

export interface ComplaintAcceptedData extends ComplaintRejectedData {
  /** With which month's payment the difference is paid; null when not yet known. */
  readonly paidWith: IsoMonth | null;
  readonly iban: string | null;
}

const COMPLAINT_FIELDS = {
  ...HEAD_FIELDS,
  ticket: { type: 'code', requiredBy: 'purpose', ar: 'رقم الشكوى', en: 'Number of the complaint' },
  filedOn: { type: 'date', ar: 'تاريخ تقديم الشكوى', en: 'Day on which the complaint was filed' },
  about: {
    type: 'phrase',
    ar: 'موضوع الشكوى، مثل: نقص دفعة شهر سبتمبر',
    en: 'What the complaint is about, such as a short payment of September',
  },
} as const satisfies FieldCatalogue;

const DECIDED_FIELDS = {
  ...COMPLAINT_FIELDS,
  ...MONTHS_FIELDS,
  decision: {
    type: 'phrase',
    requiredBy: 'LAW 6',
    ar: 'القرار: قبولها أو قبولها جزئياً أو رفضها',
    en: 'The decision: accepted, in part or rejected',
  },
  reasons: {
    type: 'list',
    requiredBy: 'LAW 6',
    ar: 'أسباب القرار',
    en: 'The reasons of the decision',
    row: REASON_ROW,
  },
  rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 28' },
} as const satisfies FieldCatalogue;

const ACCEPTED_FIELDS = {
  ...DECIDED_FIELDS,
  difference: {
    type: 'amount',
    optional: true,
    requiredBy: 'purpose',
    ar: 'الفرق المستحق',
    en: 'The difference that is owed',
  },
  paidWith: {
    type: 'month',
    optional: true,
    requiredBy: 'purpose',
    alongside: 'difference',
    ar: 'الشهر الذي يُصرف الفرق مع دفعته',
    en: 'The month with whose payment it is paid',
  },
  iban: IBAN_FIELD,
} as const satisfies FieldCatalogue;

export const complaintReceipt = defineKind<ComplaintReceiptData>()({
  fields: {
    ...COMPLAINT_FIELDS,
    documents: {
      type: 'list',
      ar: 'المستندات المستلمة مع الشكوى',
      en: 'Papers received with the complaint',
      row: { document: { type: 'text', ar: 'المستند', en: 'Paper' } },
    },
    decideBy: {
      type: 'date',
      requiredBy: 'purpose',
      ar: 'آخر موعد للبت في الشكوى',
      en: 'Last day for the decision',
    },
  },
  facts: (data) => ({
    ...complaintFacts(data, data.claimedMonths),
    documents: data.documents.map((document) => ({ document })),
    decideBy: data.decideBy,
  }),
});

export const complaintAccepted = defineKind<ComplaintAcceptedData>()({
  fields: ACCEPTED_FIELDS,
  facts: (data) => acceptedFacts(data, 'قبولها'),
});

export const complaintPartlyAccepted = defineKind<ComplaintAcceptedData>()({
  fields: ACCEPTED_FIELDS,
  facts: (data) => acceptedFacts(data, 'قبولها جزئياً'),
});

export const complaintRejected = defineKind<ComplaintRejectedData>()({
  fields: DECIDED_FIELDS,
  facts: (data) => decidedFacts(data, 'رفضها'),
});

function complaintFacts(
  data: DecisionLetterData & { readonly complaint: LetterComplaint },
  months: readonly IsoMonth[],
): FactsOf<typeof COMPLAINT_FIELDS> {
  const { ticket, filedOn, category } = data.complaint;
  return { ...headFacts(data), ticket, filedOn, about: claimPhrase(category, months) };
}

function decidedFacts(
  data: ComplaintRejectedData,
  decision: string,
): FactsOf<typeof DECIDED_FIELDS> {
  const reasons = [...data.months.flatMap(findingReason), ...data.reasons];
  return {
    ...complaintFacts(
      data,
      data.months.map(({ month }) => month),
    ),
    ...monthsFacts(data.months),
    decision,
    reasons: reasons.map((reason) => ({ reason: reasonSentence(reason) })),
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  };
}

function acceptedFacts(
  data: ComplaintAcceptedData,
  decision: string,
): FactsOf<typeof ACCEPTED_FIELDS> {
  return {
    ...decidedFacts(data, decision),
    difference: positive(differenceOf(data.months)),
    paidWith: data.paidWith,
    iban: data.iban,
  };
}

/** In the genitive, after بشأن. */
function claimPhrase(category: ComplaintCategory, months: readonly IsoMonth[]): string {
  const payments = paymentsOfMonths(months);
  switch (category) {
    case 'short':
      return `نقص ${payments}`;
    case 'zero':
      return `عدم صرف مبلغ في ${payments}`;
    case 'late':
      return `تأخر ${payments}`;
  }
}

function findingReason({ month, due, paid, finding }: LetterMonth): LetterReason[] {
  if (finding === null) return [];
  const name = monthName(month);
  const difference = formatHalalas(subtractHalalas(due, paid));
  const sentences: Readonly<Record<MonthFinding, string>> = {
    shortfallProven: `ثبت من السجلات نقص دفعة شهر ${name} بمبلغ (${difference}) ريال`,
    paidInFull: `ثبت من السجلات وصول دفعة شهر ${name} كاملةً بمبلغ (${formatHalalas(paid)}) ريال`,
    bankReturned: `صُرفت دفعة شهر ${name} ولم تصل إلى حسابكم لأن البنك أعادها`,
    pending: `لا تزال دفعة شهر ${name} لدى البنك ولم يرد رده بعد`,
    notDue: `لا يُستحق معاش عن شهر ${name}`,
  };
  return [{ text: sentences[finding], article: null }];
}
