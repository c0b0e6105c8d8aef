import { resumedDeadline } from '../cases/case-deadline.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { DayCount, WorkCalendar } from '../shared/working-days.ts';
import { decided, isDecided, type ComplaintDecided, type ComplaintState } from './complaint.ts';

type Decision = Result<ComplaintDecided, Refusal>;

/**
 * An officer takes a complaint that nobody has, or goes on with his own that was sent back.
 * Errors: ALREADY_DECIDED, AWAITING_APPROVAL, ASSIGNED_TO_ANOTHER, ALREADY_YOURS.
 */
export function takeComplaint(state: ComplaintState, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.assignedTo !== null && state.assignedTo !== by) return refuse('ASSIGNED_TO_ANOTHER');
  if (state.assignedTo === by && state.status !== 'sentBack') return refuse('ALREADY_YOURS');
  return decided(state, by, { type: 'taken' });
}

/**
 * Gives a complaint to an officer; nothing happens when he has it already.
 * Errors: ALREADY_DECIDED, AWAITING_APPROVAL.
 */
export function assignComplaint(state: ComplaintState, to: string, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.assignedTo === to) return ok({ next: state, events: [] });
  return decided(state, by, { type: 'assigned', to });
}

/**
 * Asks the beneficiary for documents; the deadline stands still until they come.
 * Errors: those of `whyNotStudiedBy`.
 */
export function requestDocuments(
  state: ComplaintState,
  note: string,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotStudiedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'documentsRequested', on: today, note });
}

/**
 * The documents have come: the deadline runs on with as many days as were left. Anyone at the desk may receive them.
 * Errors: NOT_AWAITING_DOCUMENTS.
 */
export function receiveDocuments(
  state: ComplaintState,
  by: string,
  today: IsoDate,
  deadline: { readonly count: DayCount; readonly calendar: WorkCalendar },
): Decision {
  const { pausedOn, deadlineOn } = state;
  if (pausedOn === null) return refuse('NOT_AWAITING_DOCUMENTS');
  return decided(state, by, {
    type: 'documentsReceived',
    on: today,
    deadlineOn:
      deadlineOn === null
        ? null
        : resumedDeadline(
            deadlineOn,
            { from: pausedOn, to: today },
            deadline.count,
            deadline.calendar,
          ),
  });
}

function whyNotMoved({ status }: ComplaintState): string | null {
  if (isDecided(status)) return 'ALREADY_DECIDED';
  return status === 'awaitingApproval' ? 'AWAITING_APPROVAL' : null;
}

/**
 * Why an officer may not work on a complaint; null when he may.
 * Codes: ALREADY_DECIDED, AWAITING_APPROVAL, AWAITING_DOCUMENTS, NOT_TAKEN, NOT_ASSIGNED_TO_YOU.
 */
export function whyNotStudiedBy(state: ComplaintState, by: string): string | null {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return fixed;
  if (state.status === 'awaitingDocuments') return 'AWAITING_DOCUMENTS';
  if (state.assignedTo === null) return 'NOT_TAKEN';
  return state.assignedTo === by ? null : 'NOT_ASSIGNED_TO_YOU';
}
