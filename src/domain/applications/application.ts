import type { Calculation, CalculationInput } from '../entitlement/calculation.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../shared/iso-date.ts';
import { ok, type Result } from '../shared/result.ts';
import type {
  ApplicationStatus,
  CancellationCause,
  PaperState,
  VisitItem,
} from './application-status.ts';

/** What became of one paper of the check list. */
export interface PaperCheck {
  readonly state: PaperState;
  readonly documentId: string | null;
  /** Of a refused one; blank otherwise. */
  readonly reason: string;
}

/** The sum with all that it was made of, as it stood at an instant. */
export interface Assessment {
  readonly month: IsoMonth;
  readonly madeAt: IsoInstant;
  readonly input: CalculationInput;
  readonly calculation: Calculation;
}

export interface RefusalGround {
  /** Of the table of reasons. */
  readonly code: string;
  /** In the officer's words; blank where the reason says it all. */
  readonly note: string;
}

export type ApplicationProposal =
  | {
      readonly outcome: 'accept';
      readonly reasoning: string;
      /** Null of programmes that pay no pension. */
      readonly assessment: Assessment | null;
    }
  | {
      readonly outcome: 'refuse';
      readonly reasoning: string;
      readonly reasons: readonly RefusalGround[];
      /** Null where the intake did not suffice, and of programmes that pay no pension. */
      readonly assessment: Assessment | null;
    };

/** What an applicant has been asked for, and by when. */
export interface Completion {
  readonly askedOn: IsoDate;
  readonly dueOn: IsoDate;
  /** Codes of papers. */
  readonly papers: readonly string[];
  /** Data, a line each. */
  readonly data: readonly string[];
  readonly note: string;
}

export interface HomeVisit {
  readonly on: IsoDate;
  readonly visitor: string;
  readonly findings: string;
  readonly items: readonly {
    readonly item: VisitItem;
    readonly agrees: boolean;
    readonly note: string;
  }[];
}

/** What an acceptance changed: from when, and what it was computed to be. */
export interface Acceptance {
  readonly from: IsoMonth;
  readonly assessment: Assessment | null;
}

/** Everything that can happen to an application. Who and when stand beside it where it is recorded. */
export type ApplicationEvent =
  | { readonly type: 'started'; readonly on: IsoDate; readonly programme: string }
  /** The intake of this `revision` is what was submitted. */
  | {
      readonly type: 'submitted';
      readonly on: IsoDate;
      readonly deadlineOn: IsoDate;
      readonly revision: number;
    }
  | { readonly type: 'taken' }
  | { readonly type: 'assigned'; readonly to: string }
  | { readonly type: 'documentAttached'; readonly documentId: string; readonly title: string }
  | ({ readonly type: 'paperChecked'; readonly paper: string } & PaperCheck)
  | { readonly type: 'amended'; readonly revision: number; readonly reason: string }
  | ({ readonly type: 'completionAsked' } & Completion)
  | {
      readonly type: 'completed';
      readonly on: IsoDate;
      readonly deadlineOn: IsoDate | null;
      readonly note: string;
    }
  | ({ readonly type: 'visited' } & HomeVisit)
  | ({ readonly type: 'initiallyApproved'; readonly on: IsoDate } & Omit<
      Extract<ApplicationProposal, { outcome: 'accept' }>,
      'outcome'
    >)
  | ({ readonly type: 'refusalProposed'; readonly on: IsoDate } & Omit<
      Extract<ApplicationProposal, { outcome: 'refuse' }>,
      'outcome'
    >)
  | { readonly type: 'sentBack'; readonly note: string }
  | ({ readonly type: 'finallyApproved'; readonly on: IsoDate } & Acceptance)
  | { readonly type: 'refused'; readonly on: IsoDate }
  | { readonly type: 'cancelled'; readonly on: IsoDate; readonly cause: CancellationCause }
  | { readonly type: 'withdrawn'; readonly on: IsoDate; readonly reason: string }
  | {
      readonly type: 'reviewAsked';
      readonly on: IsoDate;
      readonly deadlineOn: IsoDate;
      readonly reason: string;
    }
  /** What a step changed in the registry. */
  | { readonly type: 'eligibilityChanged'; readonly from: string; readonly to: string };

export interface RecordedApplicationEvent {
  readonly by: string | null;
  readonly event: ApplicationEvent;
}

/** Where an application stands; never set by hand, always what its events say. */
export interface ApplicationState {
  readonly status: ApplicationStatus;
  readonly programme: string;
  readonly startedOn: IsoDate;
  /** From which the year of income and the twelve months of a review are counted; null of a draft. */
  readonly submittedOn: IsoDate | null;
  readonly deadlineOn: IsoDate | null;
  /** Since when the decision waits for the applicant. */
  readonly pausedOn: IsoDate | null;
  readonly assignedTo: string | null;
  /** Of the intake: 0 while it is a draft. */
  readonly revision: number;
  readonly papers: Readonly<Record<string, PaperCheck>>;
  /** What is being waited for; null but in completion. */
  readonly completion: Completion | null;
  /** What was proposed last; after sending back it stays for the officer to mend. */
  readonly proposal: ApplicationProposal | null;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate | null;
  readonly decidedBy: string | null;
  readonly decidedOn: IsoDate | null;
  /** Month from which an acceptance takes effect. */
  readonly effectiveFrom: IsoMonth | null;
  /** Halalas a month as accepted; null where nothing is computed. */
  readonly pension: Halalas | null;
  /** Why and when it ended without or after a decision. */
  readonly cancelledFor: CancellationCause | null;
  readonly endedOn: IsoDate | null;
  readonly reviews: number;
}

export interface ApplicationDecided {
  readonly next: ApplicationState;
  readonly events: readonly ApplicationEvent[];
}

/** Nothing more is decided about it. A refused one can come back by a review. */
export function isClosed(status: ApplicationStatus): boolean {
  return (
    status === 'finalApproval' ||
    status === 'refused' ||
    status === 'cancelled' ||
    status === 'withdrawn'
  );
}

/** The state after one more event. */
export function applicationAfter(
  state: ApplicationState,
  { by, event }: RecordedApplicationEvent,
): ApplicationState {
  switch (event.type) {
    case 'started':
      return started(event);
    case 'submitted':
      return {
        ...state,
        status: 'review',
        submittedOn: event.on,
        deadlineOn: event.deadlineOn,
        revision: event.revision,
      };
    case 'taken':
      return { ...state, assignedTo: by };
    case 'assigned':
      return { ...state, assignedTo: event.to };
    case 'paperChecked': {
      const { paper, documentId, reason } = event;
      const checked = { state: event.state, documentId, reason };
      return { ...state, papers: { ...state.papers, [paper]: checked } };
    }
    case 'documentAttached':
    case 'visited':
    case 'eligibilityChanged':
      return state;
    case 'amended':
      return { ...state, revision: event.revision };
    case 'completionAsked': {
      const { type: _, ...completion } = event;
      return { ...state, status: 'completion', completion, pausedOn: event.askedOn };
    }
    case 'completed':
      return {
        ...state,
        status: 'review',
        completion: null,
        pausedOn: null,
        deadlineOn: event.deadlineOn,
      };
    case 'initiallyApproved': {
      const { reasoning, assessment } = event;
      return proposed(state, 'initialApproval', by, event.on, {
        outcome: 'accept',
        reasoning,
        assessment,
      });
    }
    case 'refusalProposed': {
      const { reasoning, reasons, assessment } = event;
      return proposed(state, 'refusalProposed', by, event.on, {
        outcome: 'refuse',
        reasoning,
        reasons,
        assessment,
      });
    }
    case 'sentBack':
      return { ...state, status: 'review' };
    case 'finallyApproved':
      return {
        ...state,
        status: 'finalApproval',
        decidedBy: by,
        decidedOn: event.on,
        effectiveFrom: event.from,
        pension: event.assessment?.calculation.pension ?? null,
      };
    case 'refused':
      return { ...state, status: 'refused', decidedBy: by, decidedOn: event.on };
    case 'cancelled':
      return ended(state, 'cancelled', event.on, event.cause);
    case 'withdrawn':
      return ended(state, 'withdrawn', event.on, null);
    case 'reviewAsked':
      return {
        ...state,
        status: 'review',
        deadlineOn: event.deadlineOn,
        assignedTo: null,
        decidedBy: null,
        decidedOn: null,
        reviews: state.reviews + 1,
      };
  }
}

function proposed(
  state: ApplicationState,
  status: 'initialApproval' | 'refusalProposed',
  by: string | null,
  on: IsoDate,
  proposal: ApplicationProposal,
): ApplicationState {
  return { ...state, status, proposal, proposedBy: by, proposedOn: on };
}

function ended(
  state: ApplicationState,
  status: 'cancelled' | 'withdrawn',
  on: IsoDate,
  cause: CancellationCause | null,
): ApplicationState {
  return {
    ...state,
    status,
    endedOn: on,
    cancelledFor: cause,
    completion: null,
    pausedOn: null,
  };
}

function started({ on, programme }: Extract<ApplicationEvent, { type: 'started' }>) {
  return {
    status: 'draft',
    programme,
    startedOn: on,
    submittedOn: null,
    deadlineOn: null,
    pausedOn: null,
    assignedTo: null,
    revision: 0,
    papers: {},
    completion: null,
    proposal: null,
    proposedBy: null,
    proposedOn: null,
    decidedBy: null,
    decidedOn: null,
    effectiveFrom: null,
    pension: null,
    cancelledFor: null,
    endedOn: null,
    reviews: 0,
  } satisfies ApplicationState;
}

/** The state that a whole trail of events says; null when it does not begin with the start. */
export function applicationStateOf(
  events: readonly RecordedApplicationEvent[],
): ApplicationState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'started') return null;
  return rest.reduce(applicationAfter, started(first.event));
}

export function decided(
  state: ApplicationState,
  by: string,
  ...events: readonly ApplicationEvent[]
): Result<ApplicationDecided, never> {
  const next = events.reduce((before, event) => applicationAfter(before, { by, event }), state);
  return ok({ next, events });
}
