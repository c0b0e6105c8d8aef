import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result } from '../shared/result.ts';
import { decided, isDecided, type ComplaintDecided, type ComplaintState } from './complaint.ts';
import { composeProposal, type ClaimedMonth } from './propose-complaint.ts';

/**
 * Why an officer may not approve or send back what stands proposed; null when he may. Nobody judges his own proposal.
 * Codes: ALREADY_DECIDED, NOT_PROPOSED, PROPOSED_BY_YOU.
 */
export function whyNotApprovedBy(state: ComplaintState, by: string): string | null {
  if (isDecided(state.status)) return 'ALREADY_DECIDED';
  if (state.status !== 'awaitingApproval' || state.proposedBy === null) return 'NOT_PROPOSED';
  return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
}

/**
 * The second officer's approval: the case is decided as proposed. What the records prove is looked at again, so that
 * nothing is granted that a bank has paid meanwhile.
 * Errors: those of `whyNotApprovedBy`; RECORDS_CHANGED with the month.
 */
export function approveProposal(
  state: ComplaintState,
  claim: readonly ClaimedMonth[],
  by: string,
  today: IsoDate,
): Result<ComplaintDecided, Refusal> {
  const blocked = whyNotApprovedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const changed = changedMonth(state, claim);
  if (changed !== null) return refuse('RECORDS_CHANGED', { month: changed });
  return decided(state, by, { type: 'approved', on: today });
}

/** Errors: those of `whyNotApprovedBy`. */
export function sendProposalBack(
  state: ComplaintState,
  note: string,
  by: string,
): Result<ComplaintDecided, Refusal> {
  const blocked = whyNotApprovedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'sentBack', note });
}

/** The first month of which the records no longer say what the proposal rests on. */
function changedMonth(
  { proposal }: ComplaintState,
  claim: readonly ClaimedMonth[],
): IsoMonth | null {
  if (proposal === null) return null;
  const again = composeProposal(claim, proposal);
  const changed = proposal.months.find(({ month, paid }) =>
    again.ok
      ? again.value.months.find((now) => now.month === month)?.paid !== paid
      : again.error.details?.['month'] === month,
  );
  return changed?.month ?? (again.ok ? null : (proposal.months[0]?.month ?? null));
}
