import type { PaymentStatus } from '../payments/payment-status.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { resumeDecided, type ResumeDecided, type ResumeState } from './resume-case.ts';
import {
  isMoneyBack,
  whyAccountNotProven,
  whyNotResumable,
  type ResumeFacts,
} from './resume-rules.ts';

type Decision = Result<ResumeDecided, Refusal>;

/**
 * Step 3: one officer proposes to send the payment once more, with the cycle that carries it.
 * Errors: those of `whyNotProposed`.
 */
export function proposeResume(
  state: ResumeState,
  facts: ResumeFacts,
  cycleMonth: IsoMonth,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotProposed(state, facts);
  if (blocked !== null) return { ok: false, error: blocked };
  return resumeDecided(state, by, { type: 'proposed', on: today, cycleMonth });
}

/**
 * Why a resumption may not be proposed; null when it may.
 * Codes: AWAITING_APPROVAL, ALREADY_RESUMED, those of `whyNotResumable` and of `whyAccountNotProven`.
 */
export function whyNotProposed(state: ResumeState | null, facts: ResumeFacts): Refusal | null {
  const details = { reference: facts.reference };
  if (state?.status === 'awaitingApproval') return { code: 'AWAITING_APPROVAL', details };
  if (state !== null && state.status !== 'preparing') return { code: 'ALREADY_RESUMED', details };
  return whyNotResumable(facts) ?? whyAccountNotProven(state, facts);
}

/** The proposer takes his proposal back. Errors: NOT_PROPOSED, PROPOSED_BY_ANOTHER. */
export function withdrawProposal(state: ResumeState, by: string): Decision {
  if (state.status !== 'awaitingApproval') return refuse('NOT_PROPOSED');
  if (state.proposedBy !== by) return refuse('PROPOSED_BY_ANOTHER');
  return resumeDecided(state, by, { type: 'withdrawn' });
}

/** Errors: those of `whyNotJudged`. */
export function sendResumeBack(state: ResumeState, note: string, by: string): Decision {
  const blocked = whyNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  return resumeDecided(state, by, { type: 'sentBack', note });
}

/**
 * Why an officer may not approve or send back; null when he may. Nobody judges his own proposal.
 * Codes: NOT_PROPOSED, PROPOSED_BY_YOU.
 */
export function whyNotJudged(state: ResumeState, by: string): string | null {
  if (state.status !== 'awaitingApproval' || state.proposedBy === null) return 'NOT_PROPOSED';
  return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
}

/** The cycle that stands proposed, as it is now; null where it does not exist yet. */
export interface TargetCycle {
  readonly status: 'open' | 'closed';
  readonly payDate: IsoDate;
}

/**
 * The second officer's approval: everything is looked at again, since a bank may have answered meanwhile.
 * Errors: those of `whyNotJudged`, `whyNotResumable` and `whyAccountNotProven`; CYCLE_CLOSED and CYCLE_PASSED with the month.
 */
export function approveResume(
  state: ResumeState,
  facts: ResumeFacts,
  cycle: TargetCycle | null,
  attempt: { readonly id: string; readonly endToEndId: string },
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotJudged(state, by);
  if (blocked !== null) return refuse(blocked, { reference: facts.reference });
  const changed = whyNotResumable(facts) ?? whyAccountNotProven(state, facts);
  if (changed !== null) return { ok: false, error: changed };
  const month = state.cycleMonth ?? '';
  if (cycle?.status === 'closed') return refuse('CYCLE_CLOSED', { month });
  if (cycle !== null && cycle.payDate <= today) return refuse('CYCLE_PASSED', { month });
  return resumeDecided(state, by, {
    type: 'approved',
    on: today,
    attemptId: attempt.id,
    endToEndId: attempt.endToEndId,
  });
}

/** The new attempt as the ledger has it. */
export interface Attempt {
  readonly status: PaymentStatus;
  readonly reference: string;
  /** Whether a run that goes to the bank holds it. */
  readonly inRun: boolean;
  /** Whether the cycle that it stands in is closed; `month` is that cycle's. */
  readonly closed: boolean;
  readonly month: IsoMonth;
  /** Another live attempt of the same person, programme, month and kind. */
  readonly otherLive: string | null;
}

/**
 * Takes the resumption back while nothing was sent: the new attempt is cancelled, the old one can be resumed again.
 * Errors: NOT_RESUMED, CYCLE_CLOSED (month), ATTEMPT_SENT (status), ATTEMPT_IN_RUN, OTHER_ATTEMPT_LIVE.
 */
export function cancelAttempt(
  state: ResumeState,
  attempt: Attempt,
  reason: string,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotCancelled(state, attempt);
  if (blocked !== null) return { ok: false, error: blocked };
  return resumeDecided(state, by, { type: 'attemptCancelled', on: today, reason });
}

export function whyNotCancelled(state: ResumeState, attempt: Attempt | null): Refusal | null {
  if (state.status !== 'resumed' || attempt === null) return { code: 'NOT_RESUMED' };
  const { status, reference, inRun, otherLive, closed, month } = attempt;
  if (otherLive !== null) {
    return { code: 'OTHER_ATTEMPT_LIVE', details: { reference, other: otherLive } };
  }
  if (closed) return { code: 'CYCLE_CLOSED', details: { month } };
  // Where the list of payments was used to cancel it, only the old attempt is left to be set free.
  if (status === 'cancelled') return null;
  if (status !== 'prepared' && status !== 'held') {
    return { code: 'ATTEMPT_SENT', details: { reference, status } };
  }
  return inRun ? { code: 'ATTEMPT_IN_RUN', details: { reference } } : null;
}

/** Step 4 is due: the new attempt failed as well. Errors: NOT_RESUMED, NOT_FAILED_AGAIN (status). */
export function whyNoComplaint(
  state: ResumeState,
  attempt: Pick<Attempt, 'status' | 'reference'> | null,
): Refusal | null {
  if (state.status !== 'resumed' || attempt === null) return { code: 'NOT_RESUMED' };
  const { status, reference } = attempt;
  return isMoneyBack(status) ? null : { code: 'NOT_FAILED_AGAIN', details: { reference, status } };
}

/** Many are proposed together only where one reason asks for the same of all. Errors: MIXED_REASONS. */
export function checkOneReason(
  payments: readonly { readonly reasonList: string | null; readonly reasonCode: string | null }[],
): Result<null, Refusal> {
  const reasons = new Set(
    payments.map(({ reasonList, reasonCode }) => `${reasonList} ${reasonCode}`),
  );
  return reasons.size > 1 ? refuse('MIXED_REASONS', { count: reasons.size }) : ok(null);
}
