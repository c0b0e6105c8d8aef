import type { ComplaintCategory, MonthFinding } from '../../complaints/complaint-status.ts';
import { formatHalalas, subtractHalalas } from '../../shared/halalas.ts';
import { formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { withDigits } from '../digits.ts';
import { isolateIban } from '../isolate-figures.ts';
import type { DecisionLetterData, LetterMonth, LetterReason } from '../letter-data.ts';
import type { LetterBlock, LetterModel } from '../letter-model.ts';
import {
  amountWithWords,
  decisionLetter,
  differenceOf,
  monthsTable,
  numberedReasons,
  paragraph,
  rightOfAppeal,
} from '../letter-parts.ts';
import { monthName, paymentsOfMonths } from '../months-phrase.ts';

interface ComplaintLetterData extends DecisionLetterData {
  readonly complaint: {
    readonly ticket: string;
    readonly filedOn: IsoDate;
    readonly category: ComplaintCategory;
  };
  readonly months: readonly LetterMonth[];
  readonly reasons: readonly LetterReason[];
}

export interface ComplaintAcceptedData extends ComplaintLetterData {
  readonly outcome: 'accepted' | 'partlyAccepted';
  /** With which month's payment the difference is paid; null when not yet known. */
  readonly paidWith: IsoMonth | null;
  readonly iban: string | null;
}

export type ComplaintRejectedData = ComplaintLetterData;

/** Complaint accepted, wholly or in part: what is owed, why, and with which payment it comes. */
export function complaintAcceptedLetter(data: ComplaintAcceptedData): LetterModel {
  const decision = data.outcome === 'accepted' ? 'قبولها' : 'قبولها جزئياً';
  const difference = differenceOf(data.months);
  const payment: LetterBlock[] = [];
  if (difference > 0) {
    const amount = amountWithWords(difference, 'nominative');
    const when =
      data.paidWith === null ? 'مع الدفعة القادمة' : `مع دفعة شهر ${monthName(data.paidWith)}`;
    const where =
      data.iban === null ? '' : `، ويودع في حسابكم المصرفي رقم ${isolateIban(data.iban)}`;
    payment.push(paragraph(`ويُصرف لكم الفرق وقدره ${amount} ${when}${where}.`));
  }
  return complaintLetter(data, decision, payment);
}

/** Complaint rejected: the reasons, what the records show, the right of appeal. */
export function complaintRejectedLetter(data: ComplaintRejectedData): LetterModel {
  return complaintLetter(data, 'رفضها', [
    paragraph('وعليه لم يثبت لكم فرق مستحق عن الفترة محل الشكوى.'),
  ]);
}

function complaintLetter(
  data: ComplaintLetterData,
  decision: string,
  consequence: readonly LetterBlock[],
): LetterModel {
  const { complaint, months } = data;
  const ticket = isolate(complaint.ticket);
  const about = claimPhrase(
    complaint.category,
    months.map((month) => month.month),
  );
  const reasons = [...months.flatMap(findingReason), ...data.reasons];
  return withDigits(
    decisionLetter(data, `نتيجة الشكوى المالية رقم ${ticket}`, [
      paragraph(
        `إشارةً إلى شكواكم المالية المقدمة في ${formatLetterDate(complaint.filedOn)} بشأن ${about}، نفيدكم بأنه بعد دراسة الشكوى ومراجعة السجلات تقرر `,
        { strong: decision },
        reasons.length === 0 ? '.' : ' للأسباب الآتية:',
      ),
      ...(reasons.length === 0 ? [] : [numberedReasons(reasons)]),
      ...(months.length === 0 ? [] : [monthsTable(months)]),
      ...consequence,
      rightOfAppeal('measure', data.appeal),
    ]),
  );
}

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
