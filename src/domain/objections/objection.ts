import type { IsoDate } from '../shared/iso-date.ts';
import { ok, type Result } from '../shared/result.ts';
import type { ObjectionOutcome, ObjectionStatus, ReasonFinding } from './objection-status.ts';

export interface Evidence {
  readonly documentId: string;
  /** From 1. */
  readonly page: number;
}

export interface Finding {
  readonly finding: ReasonFinding;
  /** Why, as the letter prints it. */
  readonly note: string;
  readonly evidence: Evidence | null;
}

/** One coded reason of the refusal with what the review found about it so far. */
export interface ContestedReason {
  readonly code: string;
  readonly found: Finding | null;
}

export interface ObjectionProposal {
  readonly outcome: ObjectionOutcome;
  readonly reasoning: string;
}

/** Everything that can happen to an objection. Who and when stand beside it where it is recorded. */
export type ObjectionEvent =
  | {
      readonly type: 'filed';
      readonly on: IsoDate;
      readonly deadlineOn: IsoDate | null;
      /** Who refused; null when it was not an officer of this branch. */
      readonly firstDecidedBy: string | null;
      readonly reasons: readonly string[];
    }
  | { readonly type: 'taken' }
  | { readonly type: 'assigned'; readonly to: string }
  | ({ readonly type: 'findingRecorded'; readonly code: string } & Finding)
  | { readonly type: 'documentAttached'; readonly documentId: string; readonly title: string }
  | { readonly type: 'documentsRequested'; readonly on: IsoDate; readonly note: string }
  | ({ readonly type: 'proposed'; readonly on: IsoDate } & ObjectionProposal)
  | { readonly type: 'sentBack'; readonly note: string }
  | { readonly type: 'approved'; readonly on: IsoDate }
  /** What the decision changed in the registry. */
  | { readonly type: 'eligibilityChanged'; readonly from: string; readonly to: string };

export interface RecordedObjectionEvent {
  /** Officer; null for what came from outside the branch. */
  readonly by: string | null;
  readonly event: ObjectionEvent;
}

/** Where an objection stands; never set by hand, always what its events say. */
export interface ObjectionState {
  readonly status: ObjectionStatus;
  readonly filedOn: IsoDate;
  readonly deadlineOn: IsoDate | null;
  readonly firstDecidedBy: string | null;
  readonly assignedTo: string | null;
  /** In the order of the refusal. */
  readonly reasons: readonly ContestedReason[];
  /** What was proposed last; after sending back it stays for the officer to mend. */
  readonly proposal: ObjectionProposal | null;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate | null;
  readonly approvedBy: string | null;
  readonly decidedOn: IsoDate | null;
}

export interface ObjectionDecided {
  readonly next: ObjectionState;
  readonly events: readonly ObjectionEvent[];
}

/** Decided as far as the branch goes: what the committee is asked leaves its hands too. */
export function isClosed(status: ObjectionStatus): boolean {
  return (
    status === 'accepted' ||
    status === 'partlyAccepted' ||
    status === 'rejected' ||
    status === 'committee'
  );
}

/** The state after one more event. */
export function objectionAfter(
  state: ObjectionState,
  { by, event }: RecordedObjectionEvent,
): ObjectionState {
  switch (event.type) {
    case 'filed':
      return filed(event);
    case 'taken':
      return { ...state, assignedTo: by, status: whenAssigned(state.status) };
    case 'assigned':
      return { ...state, assignedTo: event.to, status: whenAssigned(state.status) };
    case 'findingRecorded':
      return { ...state, reasons: state.reasons.map((reason) => withFinding(reason, event)) };
    case 'documentAttached':
    case 'documentsRequested':
    case 'eligibilityChanged':
      return state;
    case 'proposed':
      return {
        ...state,
        status: 'awaitingSecond',
        proposal: { outcome: event.outcome, reasoning: event.reasoning },
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

function whenAssigned(status: ObjectionStatus): ObjectionStatus {
  return status === 'submitted' || status === 'sentBack' ? 'reviewing' : status;
}

function withFinding(
  reason: ContestedReason,
  event: Extract<ObjectionEvent, { type: 'findingRecorded' }>,
): ContestedReason {
  if (reason.code !== event.code) return reason;
  const { finding, note, evidence } = event;
  return { ...reason, found: { finding, note, evidence } };
}

function filed(event: Extract<ObjectionEvent, { type: 'filed' }>): ObjectionState {
  return {
    status: 'submitted',
    filedOn: event.on,
    deadlineOn: event.deadlineOn,
    firstDecidedBy: event.firstDecidedBy,
    assignedTo: null,
    reasons: event.reasons.map((code) => ({ code, found: null })),
    proposal: null,
    proposedBy: null,
    proposedOn: null,
    approvedBy: null,
    decidedOn: null,
  };
}

/** The state that a whole trail of events says; null when it does not begin with the filing. */
export function objectionStateOf(events: readonly RecordedObjectionEvent[]): ObjectionState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'filed') return null;
  return rest.reduce(objectionAfter, filed(first.event));
}

export function decided(
  state: ObjectionState,
  by: string,
  ...events: readonly ObjectionEvent[]
): Result<ObjectionDecided, never> {
  const next = events.reduce((before, event) => objectionAfter(before, { by, event }), state);
  return ok({ next, events });
}
