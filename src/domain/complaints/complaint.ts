import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, type Result } from '../shared/result.ts';
import type { ComplaintOutcome, ComplaintStatus, MonthFinding } from './complaint-status.ts';

/** What was found about one month; `difference` = due - paid, in halalas. */
export interface MonthDecision {
  readonly month: IsoMonth;
  readonly finding: MonthFinding;
  readonly due: Halalas;
  readonly paid: Halalas;
  readonly difference: Halalas;
}

export interface ComplaintProposal {
  readonly outcome: ComplaintOutcome;
  /** In the officer's words, as the letter prints them; each line is a reason. */
  readonly reasoning: string;
  readonly months: readonly MonthDecision[];
  /** What is to be paid: the sum of the proven shortfalls. */
  readonly total: Halalas;
}

/** Everything that can happen to a complaint. Who and when stand beside it where it is recorded. */
export type ComplaintEvent =
  | { readonly type: 'filed'; readonly on: IsoDate; readonly deadlineOn: IsoDate | null }
  | { readonly type: 'taken' }
  | { readonly type: 'assigned'; readonly to: string }
  | { readonly type: 'documentsRequested'; readonly on: IsoDate; readonly note: string }
  | {
      readonly type: 'documentsReceived';
      readonly on: IsoDate;
      readonly deadlineOn: IsoDate | null;
    }
  | { readonly type: 'documentAttached'; readonly documentId: string; readonly title: string }
  | { readonly type: 'proposed'; readonly on: IsoDate; readonly proposal: ComplaintProposal }
  | { readonly type: 'sentBack'; readonly note: string }
  | { readonly type: 'approved'; readonly on: IsoDate };

export interface RecordedComplaintEvent {
  /** Officer; null for what came from outside the branch. */
  readonly by: string | null;
  readonly event: ComplaintEvent;
}

/** Where a complaint stands; never set by hand, always what its events say. */
export interface ComplaintState {
  readonly status: ComplaintStatus;
  readonly filedOn: IsoDate;
  readonly deadlineOn: IsoDate | null;
  readonly pausedOn: IsoDate | null;
  readonly assignedTo: string | null;
  /** What was proposed last; after sending back it stays for the officer to mend. */
  readonly proposal: ComplaintProposal | null;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate | null;
  readonly approvedBy: string | null;
  readonly decidedOn: IsoDate | null;
}

/** What a decision to act answers: the events to append and the state that follows from them. */
export interface ComplaintDecided {
  readonly next: ComplaintState;
  readonly events: readonly ComplaintEvent[];
}

export function isDecided(status: ComplaintStatus): boolean {
  return status === 'accepted' || status === 'partlyAccepted' || status === 'rejected';
}

/** The state after one more event. */
export function complaintAfter(
  state: ComplaintState,
  { by, event }: RecordedComplaintEvent,
): ComplaintState {
  switch (event.type) {
    case 'filed':
      return filed(event);
    case 'taken':
      return { ...state, assignedTo: by, status: whenAssigned(state.status) };
    case 'assigned':
      return { ...state, assignedTo: event.to, status: whenAssigned(state.status) };
    case 'documentsRequested':
      return { ...state, status: 'awaitingDocuments', pausedOn: event.on };
    case 'documentsReceived':
      return {
        ...state,
        status: state.assignedTo === null ? 'new' : 'studying',
        pausedOn: null,
        deadlineOn: event.deadlineOn,
      };
    case 'documentAttached':
      return state;
    case 'proposed':
      return {
        ...state,
        status: 'awaitingApproval',
        proposal: event.proposal,
        proposedBy: by,
        proposedOn: event.on,
      };
    case 'sentBack':
      return { ...state, status: 'sentBack' };
    case 'approved':
      return {
        ...state,
        status: state.proposal?.outcome ?? state.status,
        approvedBy: by,
        decidedOn: event.on,
      };
  }
}

function whenAssigned(status: ComplaintStatus): ComplaintStatus {
  return status === 'new' || status === 'sentBack' ? 'studying' : status;
}

function filed(event: Extract<ComplaintEvent, { type: 'filed' }>): ComplaintState {
  return {
    status: 'new',
    filedOn: event.on,
    deadlineOn: event.deadlineOn,
    pausedOn: null,
    assignedTo: null,
    proposal: null,
    proposedBy: null,
    proposedOn: null,
    approvedBy: null,
    decidedOn: null,
  };
}

/** The state that a whole trail of events says; null when it does not begin with the filing. */
export function complaintStateOf(events: readonly RecordedComplaintEvent[]): ComplaintState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'filed') return null;
  return rest.reduce(complaintAfter, filed(first.event));
}

export function decided(
  state: ComplaintState,
  by: string,
  ...events: readonly ComplaintEvent[]
): Result<ComplaintDecided, never> {
  const next = events.reduce((before, event) => complaintAfter(before, { by, event }), state);
  return ok({ next, events });
}
