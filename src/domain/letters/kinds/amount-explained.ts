import { halalas, type Halalas } from '../../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import type { OpenLetterData } from '../letter-data.ts';
import { defineKind } from './kind-definition.ts';

/** One line of a sum, as an officer reads it aloud. */
export interface SumLine {
  readonly text: string;
  /** `المادة 12 من اللائحة`; blank where the line rests on none. */
  readonly article: string;
  /** Halalas, signed. */
  readonly amount: Halalas;
}

/** The sum of a month on paper, and why what was paid differs from it. It is on no register. */
export interface AmountExplainedData extends OpenLetterData {
  /** Null for a walk-in, of whom nothing is kept. */
  readonly name: string | null;
  readonly nationalId: string | null;
  readonly month: IsoMonth;
  readonly madeOn: IsoDate;
  /** An estimate from what was said, which rests on no record. */
  readonly estimate: boolean;
  readonly due: Halalas;
  readonly dueLines: readonly SumLine[];
  /** Grounds on which there is no pension. */
  readonly reasons: readonly string[];
  /** What was calculated when the month was paid; null where nothing was, or for an estimate. */
  readonly used: {
    readonly on: IsoDate;
    readonly pension: Halalas;
    readonly lines: readonly SumLine[];
  } | null;
  /** From what was calculated then to what is due. */
  readonly causes: readonly SumLine[];
  /** From what was calculated then to what arrived. */
  readonly steps: readonly SumLine[];
  readonly arrived: Halalas | null;
  readonly underWay: Halalas | null;
  /** Still owed; below zero where too much was paid, null where that is not the question. */
  readonly remaining: Halalas | null;
}

const LINE = {
  text: { type: 'phrase', ar: 'البيان', en: 'What it is' },
  article: { type: 'phrase', ar: 'السند', en: 'On what it rests' },
  amount: { type: 'balance', ar: 'المبلغ', en: 'Amount' },
} as const;

export const amountExplained = defineKind<AmountExplainedData>()({
  fields: {
    name: { type: 'text', optional: true, ar: 'اسم المستفيد', en: 'Name of the beneficiary' },
    nationalId: { type: 'code', optional: true, ar: 'رقم الهوية', en: 'National ID' },
    month: { type: 'month', requiredBy: 'purpose', ar: 'الشهر', en: 'The month' },
    madeOn: { type: 'date', ar: 'تاريخ البيان', en: 'Day of the statement' },
    estimate: { type: 'flag', ar: 'تقدير لا يستند إلى سجل', en: 'An estimate, on no record' },
    due: { type: 'amount', requiredBy: 'purpose', ar: 'المعاش المستحق', en: 'Pension due' },
    dueLines: { type: 'list', ar: 'أسطر المستحق', en: 'Lines of what is due', row: LINE },
    reasons: {
      type: 'list',
      ar: 'أسباب عدم الاستحقاق',
      en: 'Grounds of ineligibility',
      row: { reason: { type: 'phrase', ar: 'السبب', en: 'The ground' } },
    },
    thenOn: {
      type: 'date',
      optional: true,
      ar: 'تاريخ الاحتساب الذي صُرف به',
      en: 'Day of the calculation that was used',
    },
    thenPension: {
      type: 'amount',
      optional: true,
      ar: 'المعاش المحتسب حينها',
      en: 'Pension calculated then',
    },
    thenLines: {
      type: 'list',
      ar: 'أسطر المحتسب حينها',
      en: 'Lines of that calculation',
      row: LINE,
    },
    causes: { type: 'list', ar: 'أسباب الفرق', en: 'Why the two differ', row: LINE },
    steps: { type: 'list', ar: 'ما جرى للدفعة', en: 'What became of the payment', row: LINE },
    arrived: { type: 'balance', optional: true, ar: 'ما وصل', en: 'What arrived' },
    underWay: {
      type: 'amount',
      optional: true,
      ar: 'ما هو في الطريق أو يُستأنف صرفه',
      en: 'Under way, or to be resumed',
    },
    owed: { type: 'amount', optional: true, ar: 'المتبقي للمستفيد', en: 'Still owed' },
    excess: { type: 'amount', optional: true, ar: 'المصروف زيادة', en: 'Paid too much' },
    settled: { type: 'flag', ar: 'لا متبقي ولا زيادة', en: 'Nothing is owed either way' },
  },
  facts: (data) => ({
    name: data.name,
    nationalId: data.nationalId,
    month: data.month,
    madeOn: data.madeOn,
    estimate: data.estimate,
    due: data.due,
    dueLines: data.dueLines,
    reasons: data.reasons.map((reason) => ({ reason })),
    thenOn: data.used?.on ?? null,
    thenPension: data.used?.pension ?? null,
    thenLines: data.used?.lines ?? [],
    causes: data.causes,
    steps: data.steps,
    arrived: data.arrived,
    underWay: data.underWay === 0 ? null : data.underWay,
    owed: data.remaining !== null && data.remaining > 0 ? data.remaining : null,
    excess: data.remaining !== null && data.remaining < 0 ? halalas(0 - data.remaining) : null,
    settled: data.remaining === 0,
  }),
});
