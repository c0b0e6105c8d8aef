import { parseDate } from '@internationalized/date';
import { whyNotWithdrawn, type OwedPayment } from '../resume/withdrawal.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import { isoDate, type IsoDate } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod } from '../shared/working-days.ts';
import { decided, type ApplicationDecided, type ApplicationState } from './application.ts';
import type { Period } from './work-on-application.ts';

type Decision = Result<ApplicationDecided, Refusal>;

export interface OwedMoney {
  readonly payments: readonly OwedPayment[];
  readonly paidStatuses: readonly PaymentStatus[];
}

/**
 * Why an application may not be withdrawn; null when it may. Money of the pension that has not arrived would be cut off, and
 * with it the seniority in entitlement.
 * @param owed Null of programmes that pay no pension.
 * Codes: NOT_SUBMITTED of a draft, ALREADY_CLOSED, SENIORITY_WOULD_BE_LOST (count, amount, references).
 */
export function whyNotWithdrawnApplication(
  { status }: ApplicationState,
  owed: OwedMoney | null,
): Refusal | null {
  if (status === 'draft') return { code: 'NOT_SUBMITTED' };
  if (status === 'refused' || status === 'cancelled' || status === 'withdrawn') {
    return { code: 'ALREADY_CLOSED' };
  }
  return owed === null ? null : whyNotWithdrawn(owed.payments, owed.paidStatuses, false);
}

export const WITHDRAWAL_WARNINGS = ['seniorityLost', 'pensionStops', 'objectionOpen'] as const;
export type WithdrawalWarning = (typeof WITHDRAWAL_WARNINGS)[number];

/** What withdrawing would end, to be read out before it is done. */
export function withdrawalWarnings(
  { status }: ApplicationState,
  paysPension: boolean,
  objectionOpen: boolean,
): WithdrawalWarning[] {
  return [
    ...(paysPension ? (['seniorityLost'] as const) : []),
    ...(paysPension && status === 'finalApproval' ? (['pensionStops'] as const) : []),
    ...(objectionOpen ? (['objectionOpen'] as const) : []),
  ];
}

/** Errors: those of `whyNotWithdrawnApplication`. */
export function withdrawApplication(
  state: ApplicationState,
  reason: string,
  owed: OwedMoney | null,
  by: string,
  today: IsoDate,
): Decision {
  const refusal = whyNotWithdrawnApplication(state, owed);
  if (refusal !== null) return { ok: false, error: refusal };
  return decided(state, by, { type: 'withdrawn', on: today, reason });
}

/** The last day on which a review of a refusal can be asked without a new application (REG 14); null where none can be. */
export function reviewUntil(
  { status, submittedOn }: Pick<ApplicationState, 'status' | 'submittedOn'>,
  months: number,
): IsoDate | null {
  if (status !== 'refused' || submittedOn === null) return null;
  return isoDate(parseDate(submittedOn).add({ months }).toString());
}

/**
 * Why a review (إعادة النظر) cannot be asked; null when it can.
 * @param months Of the setting: twelve by REG 14.
 * @param objection Number of an objection that is open against the refusal; null for none.
 * Codes: NOT_REFUSED, REVIEW_PERIOD_ENDED (until), OBJECTION_OPEN (objection).
 */
export function whyNotReviewed(
  state: Pick<ApplicationState, 'status' | 'submittedOn'>,
  months: number,
  objection: string | null,
  today: IsoDate,
): Refusal | null {
  const until = reviewUntil(state, months);
  if (until === null) return { code: 'NOT_REFUSED' };
  if (today > until) return { code: 'REVIEW_PERIOD_ENDED', details: { until } };
  return objection === null ? null : { code: 'OBJECTION_OPEN', details: { objection } };
}

/** The refused application is studied anew, with a deadline of its own. Errors: those of `whyNotReviewed`. */
export function askReview(
  state: ApplicationState,
  reason: string,
  asked: { readonly months: number; readonly objection: string | null },
  by: string,
  today: IsoDate,
  { days, count, calendar }: Period,
): Decision {
  const refusal = whyNotReviewed(state, asked.months, asked.objection, today);
  if (refusal !== null) return refuse(refusal.code, refusal.details);
  const deadlineOn = endOfPeriod(today, days, count, calendar);
  return decided(state, by, { type: 'reviewAsked', on: today, deadlineOn, reason });
}
