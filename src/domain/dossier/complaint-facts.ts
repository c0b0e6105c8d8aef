import type {
  Channel,
  ComplaintCategory,
  ComplaintOutcome,
  MonthFinding,
} from '../complaints/complaint-status.ts';
import type { LetterBlock } from '../letters/letter-model.ts';
import { monthName } from '../letters/months-phrase.ts';
import { bankNameOf } from '../registry/bank-names.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { addHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { isolate } from '../shared/isolate.ts';
import { amount, day, fields, riyals, section, table, written } from './dossier-sheet.ts';
import {
  CATEGORY_WORDS,
  CHANNEL_WORDS,
  COMPLAINT_OUTCOME_WORDS,
  MONTH_FINDING_WORDS,
  PAYMENT_STATUS_WORDS,
} from './dossier-words.ts';

export interface FactPayment {
  readonly month: IsoMonth;
  readonly endToEndId: string;
  readonly amount: Halalas;
  readonly bankCode: string;
  readonly status: PaymentStatus;
  readonly reasonCode: string | null;
}

export interface ComplaintFacts {
  readonly category: ComplaintCategory;
  readonly channel: Channel;
  readonly claim: string;
  readonly lateReason: string | null;
  readonly claimed: Halalas;
  readonly months: readonly {
    readonly month: IsoMonth;
    readonly expected: Halalas;
    readonly received: Halalas;
    readonly due: Halalas | null;
    readonly credited: Halalas;
    readonly difference: Halalas | null;
    readonly payments: readonly FactPayment[];
  }[];
  readonly decision: {
    readonly outcome: ComplaintOutcome;
    readonly reasoning: string;
    readonly months: readonly {
      readonly month: IsoMonth;
      readonly finding: MonthFinding;
      readonly due: Halalas;
      readonly paid: Halalas;
      readonly difference: Halalas;
    }[];
    readonly total: Halalas;
    readonly proposedBy: string;
    readonly proposedOn: IsoDate;
    readonly approvedBy: string | null;
  } | null;
}

/** What is claimed, what the records say of each month, and what was decided. */
export function complaintFacts(facts: ComplaintFacts): LetterBlock[] {
  const { category, channel, claim, lateReason, claimed, months, decision } = facts;
  const payments = months.flatMap((month) => month.payments);
  return [
    section('المطالبة'),
    fields([
      ['التصنيف', CATEGORY_WORDS[category]],
      ['وردت عبر', CHANNEL_WORDS[channel]],
      ['المبلغ المطالب به', riyals(claimed)],
    ]),
    ...written(claim),
    ...(lateReason === null ? [] : written(`قُدّمت بعد المدة بإذن مشرف: ${lateReason}`)),
    section('الأشهر محل المطالبة'),
    table(
      [
        { title: 'الشهر', share: 14 },
        { title: 'المتوقع', share: 11 },
        { title: 'المستلم', share: 11 },
        { title: 'المستحق', share: 11 },
        { title: 'المودع', share: 11 },
        { title: 'الفرق', share: 11 },
      ],
      months.map(({ month, expected, received, due, credited, difference }) => [
        monthName(month),
        ...[expected, received, due, credited, difference].map(amount),
      ]),
    ),
    ...paymentsTable(payments),
    ...(decision === null ? [] : decided(decision)),
  ];
}

/** The payments as the branch sent them and the bank answered. */
export function paymentsTable(payments: readonly FactPayment[]): LetterBlock[] {
  if (payments.length === 0) return [];
  return [
    section('الدفعات في السجلات'),
    table(
      [
        { title: 'المرجع', share: 23 },
        { title: 'الشهر', share: 13 },
        { title: 'المبلغ', share: 10 },
        { title: 'البنك', share: 15 },
        { title: 'حالتها', share: 10 },
        { title: 'الرمز', share: 7 },
      ],
      payments.map((payment) => [
        isolate(payment.endToEndId),
        monthName(payment.month),
        amount(payment.amount),
        bankNameOf(payment.bankCode).ar,
        PAYMENT_STATUS_WORDS[payment.status],
        payment.reasonCode === null ? '-' : isolate(payment.reasonCode),
      ]),
    ),
  ];
}

function decided(decision: NonNullable<ComplaintFacts['decision']>): LetterBlock[] {
  const { outcome, reasoning, months, total, proposedBy, proposedOn, approvedBy } = decision;
  return [
    section(approvedBy === null ? 'القرار المقترح' : 'القرار'),
    fields([
      ['النتيجة', COMPLAINT_OUTCOME_WORDS[outcome]],
      ['مبلغ الفرق', riyals(total)],
      ['اقترحه', proposedBy],
      ['في', day(proposedOn)],
      ['اعتمده', approvedBy],
    ]),
    ...(months.length === 0
      ? []
      : [
          table(
            [
              { title: 'الشهر', share: 14 },
              { title: 'ما ثبت', share: 16 },
              { title: 'المستحق', share: 11 },
              { title: 'المصروف', share: 11 },
              { title: 'الفرق', share: 11 },
            ],
            months.map(({ month, finding, due, paid, difference }) => [
              monthName(month),
              MONTH_FINDING_WORDS[finding],
              ...[due, paid, difference].map(amount),
            ]),
            months.length < 2
              ? null
              : [
                  'المجموع',
                  '',
                  amount(addHalalas(...months.map(({ due }) => due))),
                  amount(addHalalas(...months.map(({ paid }) => paid))),
                  amount(total),
                ],
          ),
        ]),
    section('أسباب القرار'),
    ...written(reasoning),
  ];
}
