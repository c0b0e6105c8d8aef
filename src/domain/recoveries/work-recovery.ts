import { resumedDeadline } from '../cases/case-deadline.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type WorkCalendar } from '../shared/working-days.ts';
import { coveredBy, planInstalments, type InstalmentSize } from './instalment-plan.ts';
import {
  isRecoveryOver,
  leftOf,
  recoveryAfter,
  recoveryStateOf,
  type RecoveryClaim,
  type RecoveryEvent,
  type RecoveryState,
} from './recovery-case.ts';
import { isRecoverable } from './recovery-ground.ts';
import type { RecoverySetting } from './recovery-setting.ts';

export interface RecoveryDecided {
  readonly next: RecoveryState;
  readonly events: readonly RecoveryEvent[];
}
type Decision = Result<RecoveryDecided, Refusal>;

/** Who acts when, and how days are counted. */
export interface Acting {
  readonly by: string;
  readonly today: IsoDate;
  readonly setting: RecoverySetting;
  readonly calendar: WorkCalendar;
}

function decided(state: RecoveryState, by: string, ...events: readonly RecoveryEvent[]): Decision {
  const next = events.reduce((before, event) => recoveryAfter(before, { by, event }), state);
  return ok({ next, events });
}

/**
 * A demand, for another officer to approve.
 * Errors, each with the `month`: NO_MONTHS_CHOSEN, MONTH_TWICE, NOT_OVERPAID (nothing, or more than was paid), MONTH_KEPT (REG 5/2).
 */
export function openRecovery(claim: RecoveryClaim, { by, today }: Acting): Decision {
  const { months } = claim;
  if (months.length === 0) return refuse('NO_MONTHS_CHOSEN');
  if (new Set(months.map(({ month }) => month)).size < months.length) return refuse('MONTH_TWICE');
  const wrong = months.find(({ amount, paid }) => amount <= 0 || amount > paid);
  if (wrong) return refuse('NOT_OVERPAID', { month: wrong.month });
  const kept = months.find(({ month }) => !isRecoverable(month, claim));
  if (kept) return refuse('MONTH_KEPT', { month: kept.month });
  const event: RecoveryEvent = { type: 'proposed', on: today, claim };
  const next = recoveryStateOf([{ by, event }]);
  return next === null ? refuse('NO_MONTHS_CHOSEN') : ok({ next, events: [event] });
}

/** Codes: RECOVERY_OVER, NOT_PROPOSED, PROPOSED_BY_YOU. */
export function whyRecoveryNotJudged(state: RecoveryState, by: string): string | null {
  const { status } = state;
  if (isRecoveryOver(status)) return 'RECOVERY_OVER';
  if (status === 'awaitingApproval') return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
  if (status === 'awaitingClosure') return state.closureBy === by ? 'PROPOSED_BY_YOU' : null;
  return 'NOT_PROPOSED';
}

/** The second officer's approval of a demand, or of ending one. Errors: those of `whyRecoveryNotJudged`. */
export function approveRecovery(state: RecoveryState, { by, today }: Acting): Decision {
  const blocked = whyRecoveryNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  const type = state.status === 'awaitingClosure' ? 'closed' : 'approved';
  return decided(state, by, { type, on: today });
}

/** Errors: those of `whyRecoveryNotJudged`. */
export function sendRecoveryBack(state: RecoveryState, note: string, { by }: Acting): Decision {
  const blocked = whyRecoveryNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  const type = state.status === 'awaitingClosure' ? 'closureSentBack' : 'sentBack';
  return decided(state, by, { type, note });
}

/** Whoever proposed a demand takes it back before it is approved. Errors: RECOVERY_OVER, ALREADY_DECIDED, NOT_YOURS. */
export function withdrawRecovery(state: RecoveryState, { by, today }: Acting): Decision {
  if (isRecoveryOver(state.status)) return refuse('RECOVERY_OVER');
  if (state.approvedBy !== null) return refuse('ALREADY_DECIDED');
  if (state.proposedBy !== by) return refuse('NOT_YOURS');
  return decided(state, by, { type: 'withdrawn', on: today });
}

/** Why nothing more is asked of the person now. Codes: RECOVERY_OVER, RECOVERY_NOT_APPROVED, RECOVERY_APPEALED, AWAITING_APPROVAL. */
export function whyRecoveryStands({
  status,
  approvedBy,
  pausedOn,
  closure,
}: RecoveryState): string | null {
  if (isRecoveryOver(status)) return 'RECOVERY_OVER';
  if (approvedBy === null) return 'RECOVERY_NOT_APPROVED';
  if (closure !== null) return 'AWAITING_APPROVAL';
  return pausedOn === null ? null : 'RECOVERY_APPEALED';
}

/** The last day to answer a notice of today. */
export function noticeDeadline({ today, setting, calendar }: Acting): IsoDate {
  return endOfPeriod(today, setting.noticeDays, setting.count, calendar);
}

/**
 * The notice is sent: so many days to answer (the state's claims: thirty working days).
 * Errors: those of `whyRecoveryStands`; ALREADY_NOTICED.
 */
export function notice(state: RecoveryState, letterId: string, acting: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.noticedOn !== null) return refuse('ALREADY_NOTICED');
  const deadlineOn = noticeDeadline(acting);
  return decided(state, acting.by, { type: 'noticed', on: acting.today, letterId, deadlineOn });
}

/**
 * The last warning, once the days of the notice are over (the state's claims: fifteen working days more).
 * Errors: those of `whyRecoveryStands`; NOT_NOTICED, ALREADY_WARNED, NOTICE_RUNS (until), PLAN_AGREED.
 */
export function warn(state: RecoveryState, acting: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.noticedOn === null) return refuse('NOT_NOTICED');
  if (state.plan !== null) return refuse('PLAN_AGREED');
  if (state.warnedOn !== null) return refuse('ALREADY_WARNED');
  const { today, setting, calendar } = acting;
  if (state.deadlineOn !== null && state.deadlineOn >= today) {
    return refuse('NOTICE_RUNS', { until: state.deadlineOn });
  }
  const deadlineOn = endOfPeriod(today, setting.warningDays, setting.count, calendar);
  return decided(state, acting.by, { type: 'warned', on: today, deadlineOn });
}

export interface Agreement {
  readonly consentDocumentId: string;
  readonly fromPension: boolean;
  readonly size: InstalmentSize;
  readonly firstMonth: IsoMonth;
}

/**
 * The person agrees to give it back by instalments; a later agreement takes the place of the one before.
 * Errors: those of `whyRecoveryStands` and `planInstalments`; NOT_NOTICED, FIRST_MONTH_PAST.
 */
export function agree(state: RecoveryState, agreement: Agreement, acting: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.noticedOn === null) return refuse('NOT_NOTICED');
  const { size, firstMonth, consentDocumentId, fromPension } = agreement;
  if (firstMonth < monthOf(acting.today)) return refuse('FIRST_MONTH_PAST');
  const planned = planInstalments(leftOf(state), size, firstMonth, acting.setting.mostYears);
  if (!planned.ok) return planned;
  const plan = { consentDocumentId, fromPension, instalments: planned.value };
  return decided(state, acting.by, { type: 'agreed', on: acting.today, plan });
}

/** Money that came in. Errors: RECOVERY_OVER, RECOVERY_NOT_APPROVED, DATE_IN_FUTURE, ABOVE_LEFT (left). */
export function receive(
  state: RecoveryState,
  {
    amount,
    on,
    reference,
  }: { readonly amount: Halalas; readonly on: IsoDate; readonly reference: string },
  { by, today }: Acting,
): Decision {
  const refused = whyNotTaken(state, amount);
  if (refused !== null) return { ok: false, error: refused };
  if (on > today) return refuse('DATE_IN_FUTURE');
  return decided(state, by, { type: 'received', on, amount, reference });
}

/**
 * What the person agreed to is kept back from his pension of a month.
 * Errors: those of `whyRecoveryStands`; NO_CONSENT, ABOVE_LEFT (left), DEDUCTION_ABOVE_PENSION (pension).
 */
export function deduct(
  state: RecoveryState,
  kept: {
    readonly amount: Halalas;
    readonly month: IsoMonth;
    readonly paymentId: string;
    /** What is ordered of the month now. */
    readonly pension: Halalas;
  },
  { by, today }: Acting,
): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.plan?.fromPension !== true) return refuse('NO_CONSENT');
  const { amount, month, paymentId, pension } = kept;
  const refused = whyNotTaken(state, amount);
  if (refused !== null) return { ok: false, error: refused };
  if (amount >= pension) return refuse('DEDUCTION_ABOVE_PENSION', { pension });
  return decided(state, by, { type: 'deducted', on: today, amount, month, paymentId });
}

function whyNotTaken(state: RecoveryState, amount: Halalas): Refusal | null {
  if (isRecoveryOver(state.status)) return { code: 'RECOVERY_OVER' };
  if (state.approvedBy === null) return { code: 'RECOVERY_NOT_APPROVED' };
  const left = leftOf(state);
  return amount <= 0 || amount > left ? { code: 'ABOVE_LEFT', details: { left } } : null;
}

/** The first instalment whose day has passed without its money; null where all are kept. */
export function missedInstalment(state: RecoveryState, today: IsoDate): number | null {
  const { plan, total, given } = state;
  if (plan === null) return null;
  const planned = plan.instalments.reduce((sum, { amount }) => sum + amount, 0);
  const covered = coveredBy(plan.instalments, halalas(given - (total - planned)));
  const missed = plan.instalments.find(
    ({ amount, dueOn }, index) => dueOn < today && (covered[index] ?? 0) < amount,
  );
  return missed?.no ?? null;
}

/**
 * A missed instalment is recorded and the person is given the days of a notice.
 * Errors: those of `whyRecoveryStands`; NOTHING_MISSED, MISSED_RECORDED.
 */
export function recordMiss(state: RecoveryState, acting: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  const no = missedInstalment(state, acting.today);
  if (no === null) return refuse('NOTHING_MISSED');
  if (state.missedNo !== null) return refuse('MISSED_RECORDED');
  const deadlineOn = noticeDeadline(acting);
  return decided(state, acting.by, { type: 'missed', on: acting.today, no, deadlineOn });
}

/**
 * After a missed instalment and the days to make it good, the plan is over and everything is due.
 * Errors: those of `whyRecoveryStands`; NO_PLAN, NOTHING_MISSED, NOTICE_RUNS (until).
 */
export function endPlan(state: RecoveryState, reason: string, { by, today }: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.plan === null) return refuse('NO_PLAN');
  if (state.missedNo === null) return refuse('NOTHING_MISSED');
  if (state.deadlineOn !== null && state.deadlineOn >= today) {
    return refuse('NOTICE_RUNS', { until: state.deadlineOn });
  }
  return decided(state, by, { type: 'planEnded', on: today, reason });
}

/** A demand can be contested (LAW 22/3-c): days stand still meanwhile. Errors: those of `whyRecoveryStands`; NOT_NOTICED. */
export function appeal(state: RecoveryState, note: string, { by, today }: Acting): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null) return refuse(stands);
  if (state.noticedOn === null) return refuse('NOT_NOTICED');
  return decided(state, by, { type: 'appealed', on: today, note });
}

/**
 * The appeal is rejected: the case goes on with as many days as were left. An accepted one ends it by `proposeClosure`.
 * Errors: RECOVERY_OVER, NOT_APPEALED, AWAITING_APPROVAL.
 */
export function rejectAppeal(state: RecoveryState, note: string, acting: Acting): Decision {
  if (isRecoveryOver(state.status)) return refuse('RECOVERY_OVER');
  if (state.pausedOn === null) return refuse('NOT_APPEALED');
  if (state.closure !== null) return refuse('AWAITING_APPROVAL');
  const { by, today, setting, calendar } = acting;
  const deadlineOn =
    state.deadlineOn &&
    resumedDeadline(state.deadlineOn, { from: state.pausedOn, to: today }, setting.count, calendar);
  return decided(state, by, { type: 'appealRejected', on: today, note, deadlineOn });
}

/**
 * Ending a case before everything is given back, for another officer to approve; an appeal may be heard meanwhile.
 * Errors: RECOVERY_OVER, RECOVERY_NOT_APPROVED, AWAITING_APPROVAL, NOT_APPEALED (an accepted appeal without one).
 */
export function proposeClosure(
  state: RecoveryState,
  closure: NonNullable<RecoveryState['closure']>,
  { by, today }: Acting,
): Decision {
  const stands = whyRecoveryStands(state);
  if (stands !== null && stands !== 'RECOVERY_APPEALED') return refuse(stands);
  if (closure.ground === 'appealAccepted' && state.pausedOn === null) return refuse('NOT_APPEALED');
  return decided(state, by, { type: 'closureProposed', on: today, closure });
}

/** What a settlement sets off with consent, right after both were approved. */
export function net(
  state: RecoveryState,
  amount: Halalas,
  settlement: string,
  { by, today }: Acting,
): Decision {
  const refused = whyNotTaken(state, amount);
  if (refused !== null) return { ok: false, error: refused };
  return decided(state, by, { type: 'netted', on: today, amount, settlement });
}

/** The next day on which something is due: an answer, or an instalment; null where nothing is awaited. */
export function nextDueOn(state: RecoveryState): IsoDate | null {
  const { status, plan, deadlineOn, total, given } = state;
  if (isRecoveryOver(status)) return null;
  if (deadlineOn !== null || plan === null) return deadlineOn;
  const planned = plan.instalments.reduce((sum, { amount }) => sum + amount, 0);
  const covered = coveredBy(plan.instalments, halalas(given - (total - planned)));
  const next = plan.instalments.find(({ amount }, index) => (covered[index] ?? 0) < amount);
  return next?.dueOn ?? null;
}
