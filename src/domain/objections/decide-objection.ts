import type { IsoDate } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../shared/result.ts';
import {
  decided,
  isClosed,
  type ContestedReason,
  type ObjectionDecided,
  type ObjectionEvent,
  type ObjectionProposal,
  type ObjectionState,
} from './objection.ts';
import { whyNotReviewedBy } from './review-objection.ts';

/**
 * Proposes the outcome of an objection for another person's approval.
 * Errors: those of `whyNotReviewedBy` and of `checkOutcome`.
 */
export function proposeObjection(
  state: ObjectionState,
  proposal: ObjectionProposal,
  by: string,
  today: IsoDate,
): Result<ObjectionDecided, Refusal> {
  const blocked = whyNotReviewedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const refused = whyOutcomeNotBorne(state.reasons, proposal);
  if (refused !== null) return { ok: false, error: refused };
  return decided(state, by, { type: 'proposed', on: today, ...proposal });
}

/**
 * An outcome must follow from the findings; null when it does. A question for the committee needs none.
 * Codes: FINDING_MISSING with the `reason`; REASON_STILL_PROVEN with it (accepted though one stands); NO_REASON_PROVEN
 * (rejected or partly accepted though none stands); NOTHING_GRANTED (partly accepted though all stand).
 */
export function whyOutcomeNotBorne(
  reasons: readonly ContestedReason[],
  { outcome }: ObjectionProposal,
): Refusal | null {
  if (outcome === 'committee') return null;
  const open = reasons.find((reason) => reason.found === null);
  if (open) return { code: 'FINDING_MISSING', details: { reason: open.code } };
  const proven = reasons.filter((reason) => reason.found?.finding === 'proven');
  switch (outcome) {
    case 'accepted':
      return proven[0] === undefined
        ? null
        : { code: 'REASON_STILL_PROVEN', details: { reason: proven[0].code } };
    case 'rejected':
      return proven.length === 0 ? { code: 'NO_REASON_PROVEN' } : null;
    case 'partlyAccepted':
      if (proven.length === 0) return { code: 'NO_REASON_PROVEN' };
      return proven.length === reasons.length ? { code: 'NOTHING_GRANTED' } : null;
  }
}

/**
 * Why an officer may not approve or send back what stands proposed; null when he may. Nobody judges his own proposal,
 * nor an objection against his own decision.
 * Codes: ALREADY_DECIDED, NOT_PROPOSED, PROPOSED_BY_YOU, FIRST_DECIDED_BY_YOU.
 */
export function whyNotSecondedBy(state: ObjectionState, by: string): string | null {
  if (isClosed(state.status)) return 'ALREADY_DECIDED';
  if (state.status !== 'awaitingSecond' || state.proposedBy === null) return 'NOT_PROPOSED';
  if (state.proposedBy === by) return 'PROPOSED_BY_YOU';
  return state.firstDecidedBy === by ? 'FIRST_DECIDED_BY_YOU' : null;
}

/**
 * The second officer's approval: the objection is decided as proposed. An accepted one makes the person eligible.
 * @param eligibility What the registry says now.
 * Errors: those of `whyNotSecondedBy`.
 */
export function approveObjection(
  state: ObjectionState,
  eligibility: string,
  by: string,
  today: IsoDate,
): Result<ObjectionDecided, Refusal> {
  const blocked = whyNotSecondedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const events: ObjectionEvent[] = [{ type: 'approved', on: today }];
  if (state.proposal?.outcome === 'accepted' && eligibility !== 'eligible') {
    events.push({ type: 'eligibilityChanged', from: eligibility, to: 'eligible' });
  }
  return decided(state, by, ...events);
}

/** Errors: those of `whyNotSecondedBy`. */
export function sendObjectionBack(
  state: ObjectionState,
  note: string,
  by: string,
): Result<ObjectionDecided, Refusal> {
  const blocked = whyNotSecondedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'sentBack', note });
}
