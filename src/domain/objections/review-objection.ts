import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import {
  decided,
  isClosed,
  type Finding,
  type ObjectionDecided,
  type ObjectionState,
} from './objection.ts';

type Decision = Result<ObjectionDecided, Refusal>;

/**
 * An officer takes an objection that nobody has, or goes on with his own that was sent back. Who took the first
 * decision reviews nothing of it.
 * Errors: ALREADY_DECIDED, AWAITING_APPROVAL, FIRST_DECIDED_BY_YOU, ASSIGNED_TO_ANOTHER, ALREADY_YOURS.
 */
export function takeObjection(state: ObjectionState, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.firstDecidedBy === by) return refuse('FIRST_DECIDED_BY_YOU');
  if (state.assignedTo !== null && state.assignedTo !== by) return refuse('ASSIGNED_TO_ANOTHER');
  if (state.assignedTo === by && state.status !== 'sentBack') return refuse('ALREADY_YOURS');
  return decided(state, by, { type: 'taken' });
}

/**
 * Gives an objection to an officer; nothing happens when he has it already.
 * Errors: ALREADY_DECIDED, AWAITING_APPROVAL, FIRST_DECIDED_BY_HIM.
 */
export function assignObjection(state: ObjectionState, to: string, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.firstDecidedBy === to) return refuse('FIRST_DECIDED_BY_HIM');
  if (state.assignedTo === to) return ok({ next: state, events: [] });
  return decided(state, by, { type: 'assigned', to });
}

/**
 * Keeps a finding on one reason; it can be changed until the outcome is proposed.
 * Errors: those of `whyNotReviewedBy`; REASON_NOT_CONTESTED.
 */
export function recordFinding(
  state: ObjectionState,
  code: string,
  found: Finding,
  by: string,
): Decision {
  const blocked = whyNotReviewedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  if (!state.reasons.some((reason) => reason.code === code)) {
    return refuse('REASON_NOT_CONTESTED', { reason: code });
  }
  return decided(state, by, { type: 'findingRecorded', code, ...found });
}

/**
 * The reviewer asks for papers. The deadline runs on: no text stops it.
 * Errors: those of `whyNotReviewedBy`.
 */
export function askForDocuments(
  state: ObjectionState,
  note: string,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotReviewedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'documentsRequested', on: today, note });
}

/**
 * Why an officer may not work on an objection; null when he may.
 * Codes: ALREADY_DECIDED, AWAITING_APPROVAL, FIRST_DECIDED_BY_YOU, NOT_TAKEN, NOT_ASSIGNED_TO_YOU.
 */
export function whyNotReviewedBy(state: ObjectionState, by: string): string | null {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return fixed;
  if (state.firstDecidedBy === by) return 'FIRST_DECIDED_BY_YOU';
  if (state.assignedTo === null) return 'NOT_TAKEN';
  return state.assignedTo === by ? null : 'NOT_ASSIGNED_TO_YOU';
}

function whyNotMoved({ status }: ObjectionState): string | null {
  if (isClosed(status)) return 'ALREADY_DECIDED';
  return status === 'awaitingSecond' ? 'AWAITING_APPROVAL' : null;
}
