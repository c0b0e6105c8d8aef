import type { LetterBlock } from '../letters/letter-model.ts';
import { isolateIban } from '../letters/isolate-figures.ts';
import { monthName } from '../letters/months-phrase.ts';
import { bankNameOf } from '../registry/bank-names.ts';
import type { LifeAnswer } from '../resume/life-case.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { isolate } from '../shared/isolate.ts';
import { paymentsTable, type FactPayment } from './complaint-facts.ts';
import { amount, day, fields, section, table, written } from './dossier-sheet.ts';
import { LIFE_ANSWER_WORDS, relationWords } from './dossier-words.ts';

export interface ResumeFacts {
  readonly payment: FactPayment;
  /** Whole or masked, as the dossier shows numbers of the person. */
  readonly iban: string;
  /** Why it did not arrive and what must be done, as the branch's table of codes says. */
  readonly reason: {
    readonly title: string;
    readonly meaning: string;
    readonly action: string;
  } | null;
  readonly proof: {
    readonly iban: string;
    readonly bankCode: string;
    readonly isNew: boolean;
    readonly tied: boolean;
    readonly on: IsoDate;
    readonly by: string;
  } | null;
  readonly activity: { readonly active: boolean; readonly on: IsoDate; readonly by: string } | null;
  readonly proposal: {
    readonly cycleMonth: IsoMonth;
    readonly by: string;
    readonly on: IsoDate;
    readonly approvedBy: string | null;
    readonly approvedOn: IsoDate | null;
  } | null;
  readonly attempt: FactPayment | null;
  readonly complaint: string | null;
  readonly lifeCase: string | null;
}

/** Why a payment did not arrive, what was proven, and what was decided about paying it again. */
export function resumeFacts(facts: ResumeFacts): LetterBlock[] {
  const { payment, iban, reason, proof, activity, proposal, attempt, complaint, lifeCase } = facts;
  return [
    ...paymentsTable(attempt === null ? [payment] : [payment, attempt]),
    fields([['الحساب', account(iban)]]),
    ...(reason === null
      ? []
      : [
          section('سبب عدم وصول الدفعة'),
          ...written(`${reason.title}. ${reason.meaning}`),
          ...written(`الإجراء: ${reason.action}`),
        ]),
    ...(proof === null
      ? []
      : [
          section('إثبات الحساب'),
          fields([
            ['الحساب', account(proof.iban)],
            ['البنك', bankNameOf(proof.bankCode).ar],
            ['نوعه', proof.isNew ? 'حساب جديد' : 'الحساب نفسه'],
            ['ارتباطه بهوية المستفيد', proof.tied ? 'مرتبط' : 'غير مرتبط'],
            ['تاريخ الإثبات', day(proof.on)],
            ['سجّله', proof.by],
          ]),
        ]),
    ...(activity === null
      ? []
      : [
          section('خطاب البنك عن الحساب'),
          fields([
            ['حال الحساب', activity.active ? 'نشط' : 'غير نشط'],
            ['تاريخه', day(activity.on)],
            ['سجّله', activity.by],
          ]),
        ]),
    ...(proposal === null
      ? []
      : [
          section(proposal.approvedBy === null ? 'القرار المقترح' : 'القرار'),
          fields([
            ['النتيجة', `استئناف الدفعة في دورة ${monthName(proposal.cycleMonth)}`],
            ['اقترحه', proposal.by],
            ['في', day(proposal.on)],
            ['اعتمده', proposal.approvedBy],
            ['واعتُمد في', day(proposal.approvedOn)],
          ]),
        ]),
    ...(complaint === null && lifeCase === null
      ? []
      : [
          section('معاملات متصلة'),
          fields([
            ['شكوى مالية', complaint && isolate(complaint)],
            ['حالة الحياة', lifeCase && isolate(lifeCase)],
          ]),
        ]),
  ];
}

/** In groups of four where it is whole. */
function account(iban: string): string {
  return iban.includes('*') ? isolate(iban) : isolateIban(iban);
}

export interface LifeFacts {
  readonly reasonCode: string | null;
  readonly payment: string | null;
  readonly askedOn: IsoDate | null;
  readonly answer: {
    readonly answer: LifeAnswer;
    readonly deceasedOn: IsoDate | null;
    readonly by: string;
  } | null;
  readonly headDueOn: IsoDate | null;
  readonly held: readonly {
    readonly endToEndId: string;
    readonly month: IsoMonth;
    readonly amount: Halalas;
  }[];
  readonly adults: readonly {
    readonly name: string;
    readonly relation: string;
    readonly birthDate: IsoDate;
  }[];
}

/** What the bank said of a person's life, what the civil record answered, and what stands still meanwhile. */
export function lifeFacts(facts: LifeFacts): LetterBlock[] {
  const { answer, held, adults } = facts;
  return [
    section('ما أفاد به البنك'),
    fields([
      ['الرمز', facts.reasonCode && isolate(facts.reasonCode)],
      ['الدفعة', facts.payment && isolate(facts.payment)],
    ]),
    section('السجل المدني'),
    fields([
      ['سُئل في', day(facts.askedOn)],
      ['الجواب', answer === null ? 'لم يرد' : LIFE_ANSWER_WORDS[answer.answer]],
      ['تاريخ الوفاة', day(answer?.deceasedOn ?? null)],
      ['سجّله', answer?.by ?? null],
      ['يُسمّى عائل جديد قبل', day(facts.headDueOn)],
    ]),
    ...(held.length === 0
      ? []
      : [
          section('الدفعات المعلقة'),
          table(
            [
              { title: 'المرجع', share: 24 },
              { title: 'الشهر', share: 14 },
              { title: 'المبلغ', share: 12 },
            ],
            held.map((payment) => [
              isolate(payment.endToEndId),
              monthName(payment.month),
              amount(payment.amount),
            ]),
          ),
        ]),
    ...(answer?.answer !== 'deceased' || adults.length === 0
      ? []
      : [
          section('البالغون من أفراد الأسرة'),
          table(
            [
              { title: 'الاسم', share: 24 },
              { title: 'الصلة', share: 12 },
              { title: 'تاريخ الميلاد', share: 18 },
            ],
            adults.map(({ name, relation, birthDate }) => [
              name,
              relationWords(relation),
              day(birthDate) ?? '',
            ]),
          ),
        ]),
  ];
}
