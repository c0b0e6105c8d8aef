import { MAX_REASONS, reasonLines } from '../cases/reason-lines.ts';
import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData, LetterMonth, LetterReason } from '../letters/letter-data.ts';
import { monthName } from '../letters/months-phrase.ts';
import { formatHalalas } from '../shared/halalas.ts';
import { addMonths, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import type { ComplaintCategory } from './complaint-status.ts';
import type { ComplaintProposal, MonthDecision } from './complaint.ts';

export interface DecidedComplaint {
  readonly ticket: string;
  readonly filedOn: IsoDate;
  readonly category: ComplaintCategory;
  readonly proposal: ComplaintProposal;
}

/**
 * The letter that tells the beneficiary how his complaint was decided.
 * @param paidWith The payment with which the difference comes.
 */
export function complaintLetter(
  { ticket, filedOn, category, proposal }: DecidedComplaint,
  head: DecisionLetterData,
  paidWith: IsoMonth,
): LetterData<'complaintAccepted' | 'complaintPartlyAccepted' | 'complaintRejected'> {
  const { outcome } = proposal;
  const complaint = { ticket, filedOn, category };
  if (outcome === 'rejected') {
    const months = proposal.months.map(letterMonth);
    const reasons = reasonLines(proposal.reasoning);
    return { template: 'complaintRejected', ...head, complaint, months, reasons };
  }
  // NOTE: the table's total is what is paid. A month paid above its due stands among the reasons: in the table it
  // would lower the sum, and nothing may be set off without the debtor's consent.
  const summed = proposal.months.filter((month) => month.difference >= 0);
  const overpaid = proposal.months.filter((month) => month.difference < 0);
  const told = overpaid.map(overpaidReason);
  return {
    template: outcome === 'accepted' ? 'complaintAccepted' : 'complaintPartlyAccepted',
    ...head,
    complaint,
    months: summed.map(letterMonth),
    reasons: [...told, ...reasonLines(proposal.reasoning, MAX_REASONS - told.length)],
    paidWith,
    iban: null,
  };
}

export function complaintLetterSubject(ticket: string): string {
  return `نتيجة الشكوى المالية رقم ${ticket}`;
}

/**
 * The next payment that can still carry a difference: after today's month, and after the last month whose list has
 * been made.
 */
export function nextPaymentMonth(today: IsoDate, lastCycle: IsoMonth | null): IsoMonth {
  const next = addMonths(monthOf(today), 1);
  const afterLast = lastCycle === null ? next : addMonths(lastCycle, 1);
  return afterLast > next ? afterLast : next;
}

function letterMonth({ month, due, paid, finding }: MonthDecision): LetterMonth {
  return { month, due, paid, finding };
}

function overpaidReason({ month, paid }: MonthDecision): LetterReason {
  const text = `ثبت من السجلات وصول دفعة شهر ${monthName(month)} كاملةً بمبلغ (${formatHalalas(paid)}) ريال`;
  return { text, article: null };
}
