import type { Iban } from '../registry/iban.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, type Result } from '../shared/result.ts';

/**
 * Where the resumption of a rejected or returned payment stands. `resumed` has a new attempt; whether that one arrived, the
 * attempt itself says. `complained` ended in a financial complaint.
 */
export const RESUME_STATUSES = ['preparing', 'awaitingApproval', 'resumed', 'complained'] as const;
export type ResumeStatus = (typeof RESUME_STATUSES)[number];

/** What was found about the account: whether the bank ties it to the beneficiary's national ID. */
export interface AccountProof {
  readonly iban: Iban;
  readonly isNew: boolean;
  readonly tied: boolean;
  /** Date of the proof. */
  readonly on: IsoDate;
  readonly documentId: string;
}

/** What the bank's letter says: whether the account is active, neither frozen nor dormant. */
export interface AccountActivity {
  readonly active: boolean;
  readonly on: IsoDate;
  readonly documentId: string;
}

export type ResumeEvent =
  | { readonly type: 'opened'; readonly on: IsoDate }
  | { readonly type: 'documentAttached'; readonly documentId: string; readonly title: string }
  | { readonly type: 'accountProven'; readonly proof: AccountProof }
  | { readonly type: 'activityConfirmed'; readonly activity: AccountActivity }
  | { readonly type: 'guided'; readonly letterId: string }
  /** `cycleMonth` is the cycle that the new attempt is to be paid with. */
  | { readonly type: 'proposed'; readonly on: IsoDate; readonly cycleMonth: IsoMonth }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'sentBack'; readonly note: string }
  | {
      readonly type: 'approved';
      readonly on: IsoDate;
      readonly attemptId: string;
      readonly endToEndId: string;
    }
  | { readonly type: 'attemptCancelled'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'complained'; readonly complaintId: string; readonly ticket: string };

export interface RecordedResumeEvent {
  readonly by: string | null;
  readonly event: ResumeEvent;
}

/** Always what the events say. */
export interface ResumeState {
  readonly status: ResumeStatus;
  readonly openedOn: IsoDate;
  readonly proof: (AccountProof & { readonly by: string | null }) | null;
  readonly activity: (AccountActivity & { readonly by: string | null }) | null;
  readonly cycleMonth: IsoMonth | null;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate | null;
  readonly approvedBy: string | null;
  readonly approvedOn: IsoDate | null;
  /** The new payment, while it stands. */
  readonly attemptId: string | null;
  readonly complaintId: string | null;
}

export interface ResumeDecided {
  readonly next: ResumeState;
  readonly events: readonly ResumeEvent[];
}

const UNPROPOSED = {
  cycleMonth: null,
  proposedBy: null,
  proposedOn: null,
  approvedBy: null,
  approvedOn: null,
  attemptId: null,
} as const;

export function openedCase(on: IsoDate): ResumeState {
  return {
    status: 'preparing',
    openedOn: on,
    proof: null,
    activity: null,
    complaintId: null,
    ...UNPROPOSED,
  };
}

/** The state after one more event. */
export function resumeAfter(state: ResumeState, { by, event }: RecordedResumeEvent): ResumeState {
  switch (event.type) {
    case 'opened':
      return openedCase(event.on);
    case 'documentAttached':
    case 'guided':
      return state;
    case 'accountProven': {
      // The bank's letter is about one account: another account needs another letter.
      const isSame = state.proof?.iban === event.proof.iban;
      return {
        ...state,
        proof: { ...event.proof, by },
        activity: isSame || state.proof === null ? state.activity : null,
      };
    }
    case 'activityConfirmed':
      return { ...state, activity: { ...event.activity, by } };
    case 'proposed':
      return {
        ...state,
        ...UNPROPOSED,
        status: 'awaitingApproval',
        cycleMonth: event.cycleMonth,
        proposedBy: by,
        proposedOn: event.on,
      };
    case 'withdrawn':
    case 'sentBack':
    case 'attemptCancelled':
      return { ...state, ...UNPROPOSED, status: 'preparing' };
    case 'approved':
      return {
        ...state,
        status: 'resumed',
        approvedBy: by,
        approvedOn: event.on,
        attemptId: event.attemptId,
      };
    case 'complained':
      return { ...state, status: 'complained', complaintId: event.complaintId };
  }
}

/** The state that a whole trail of events says; null when it does not begin with the opening. */
export function resumeStateOf(events: readonly RecordedResumeEvent[]): ResumeState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'opened') return null;
  return rest.reduce(resumeAfter, openedCase(first.event.on));
}

export function resumeDecided(
  state: ResumeState,
  by: string,
  ...events: readonly ResumeEvent[]
): Result<ResumeDecided, never> {
  const next = events.reduce((before, event) => resumeAfter(before, { by, event }), state);
  return ok({ next, events });
}
