import { addHalalas, halalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import type { Instalment } from './instalment-plan.ts';
import type { RecoveryBasis } from './recovery-ground.ts';

/** Where a recovery (استرداد) stands. */
export const RECOVERY_STATUSES = [
  'awaitingApproval',
  'sentBack',
  /** Approved; the notice is still to be sent. */
  'toNotify',
  'noticed',
  'warned',
  /** Given back by instalments that the person agreed to. */
  'agreed',
  'appealed',
  'awaitingClosure',
  'paid',
  'closed',
  'withdrawn',
] as const;
export type RecoveryStatus = (typeof RECOVERY_STATUSES)[number];

/** Why a case ends before everything is given back. */
export const CLOSURE_GROUNDS = [
  /** The state's claims: waived for death without an estate or proven insolvency (21). */
  'waived',
  /** REG 5/2. */
  'keptBeforeVisit',
  /** LAW 22/3-c: the person's appeal was accepted. */
  'appealAccepted',
  'mistake',
  /** To the body that enforces the state's claims (REG 25, LAW 20/2). */
  'referred',
] as const;
export type ClosureGround = (typeof CLOSURE_GROUNDS)[number];

/** What was paid too much for a month; amounts in halalas. */
export interface RecoveryMonth {
  readonly month: IsoMonth;
  readonly due: Halalas;
  readonly paid: Halalas;
  /** Above zero, at most what was paid. */
  readonly amount: Halalas;
}

export interface RecoveryClaim extends RecoveryBasis {
  readonly months: readonly RecoveryMonth[];
}

export interface AgreedPlan {
  /** The person's recorded yes. */
  readonly consentDocumentId: string;
  /** Whether he agreed that it is deducted from his pension. */
  readonly fromPension: boolean;
  readonly instalments: readonly Instalment[];
}

export interface Closure {
  readonly ground: ClosureGround;
  readonly reason: string;
}

export type RecoveryEvent =
  | { readonly type: 'proposed'; readonly on: IsoDate; readonly claim: RecoveryClaim }
  | { readonly type: 'sentBack'; readonly note: string }
  | { readonly type: 'withdrawn'; readonly on: IsoDate }
  | { readonly type: 'approved'; readonly on: IsoDate }
  /** Set against months that the same settlement owed, with consent. */
  | {
      readonly type: 'netted';
      readonly on: IsoDate;
      readonly amount: Halalas;
      readonly settlement: string;
    }
  | {
      readonly type: 'noticed';
      readonly on: IsoDate;
      readonly letterId: string;
      readonly deadlineOn: IsoDate;
    }
  | { readonly type: 'warned'; readonly on: IsoDate; readonly deadlineOn: IsoDate }
  | { readonly type: 'agreed'; readonly on: IsoDate; readonly plan: AgreedPlan }
  | {
      readonly type: 'received';
      readonly on: IsoDate;
      readonly amount: Halalas;
      readonly reference: string;
    }
  | {
      readonly type: 'deducted';
      readonly on: IsoDate;
      readonly amount: Halalas;
      readonly month: IsoMonth;
      readonly paymentId: string;
    }
  | {
      readonly type: 'missed';
      readonly on: IsoDate;
      readonly no: number;
      readonly deadlineOn: IsoDate;
    }
  /** The instalments are over and everything is due at once. */
  | { readonly type: 'planEnded'; readonly on: IsoDate; readonly reason: string }
  | { readonly type: 'appealed'; readonly on: IsoDate; readonly note: string }
  | {
      readonly type: 'appealRejected';
      readonly on: IsoDate;
      readonly note: string;
      readonly deadlineOn: IsoDate | null;
    }
  | { readonly type: 'closureProposed'; readonly on: IsoDate; readonly closure: Closure }
  | { readonly type: 'closureSentBack'; readonly note: string }
  | { readonly type: 'closed'; readonly on: IsoDate };

export interface RecordedRecoveryEvent {
  readonly by: string | null;
  readonly event: RecoveryEvent;
}

/** What the events of a case say; the status follows from it. */
export interface RecoveryState {
  readonly status: RecoveryStatus;
  readonly claim: RecoveryClaim;
  readonly total: Halalas;
  /** What was given back, deducted and set off. */
  readonly given: Halalas;
  readonly proposedBy: string | null;
  readonly proposedOn: IsoDate;
  readonly approvedBy: string | null;
  readonly approvedOn: IsoDate | null;
  readonly noticedOn: IsoDate | null;
  readonly warnedOn: IsoDate | null;
  /** By when the person answers, or gives back an instalment that he missed. */
  readonly deadlineOn: IsoDate | null;
  /** Since when his appeal is heard. */
  readonly pausedOn: IsoDate | null;
  readonly plan: AgreedPlan | null;
  /** The number of the instalment that was found missed; null while all are kept. */
  readonly missedNo: number | null;
  readonly closure: Closure | null;
  readonly closureBy: string | null;
  readonly closedBy: string | null;
  readonly closedOn: IsoDate | null;
}

type Facts = Omit<RecoveryState, 'status'>;

function opened(
  { on, claim }: Extract<RecoveryEvent, { type: 'proposed' }>,
  by: string | null,
): Facts {
  return {
    claim,
    total: addHalalas(...claim.months.map(({ amount }) => amount)),
    given: halalas(0),
    proposedBy: by,
    proposedOn: on,
    approvedBy: null,
    approvedOn: null,
    noticedOn: null,
    warnedOn: null,
    deadlineOn: null,
    pausedOn: null,
    plan: null,
    missedNo: null,
    closure: null,
    closureBy: null,
    closedBy: null,
    closedOn: null,
  };
}

/** The status in which an event leaves a case whose facts are these. */
function runningStatus(facts: Facts): RecoveryStatus {
  if (facts.given >= facts.total) return 'paid';
  if (facts.closure !== null) return 'awaitingClosure';
  if (facts.pausedOn !== null) return 'appealed';
  if (facts.plan !== null) return 'agreed';
  if (facts.warnedOn !== null) return 'warned';
  return facts.noticedOn === null ? 'toNotify' : 'noticed';
}

const running = (facts: Facts): RecoveryState => ({ ...facts, status: runningStatus(facts) });

/** What comes in ends the case when it is everything. */
function given(state: RecoveryState, amount: Halalas, on: IsoDate): RecoveryState {
  const total = addHalalas(state.given, amount);
  const next = { ...state, given: total };
  if (total < state.total) return running(clearedMiss(next));
  const ended = { ...next, deadlineOn: null, missedNo: null, closure: null, closureBy: null };
  return { ...ended, pausedOn: null, closedOn: on, status: 'paid' };
}

/** An instalment that was missed and came after all is missed no longer. */
function clearedMiss(state: RecoveryState): RecoveryState {
  const { missedNo, plan } = state;
  if (missedNo === null || plan === null) return state;
  const owed = plan.instalments
    .filter(({ no }) => no <= missedNo)
    .reduce((sum, { amount }) => sum + amount, 0);
  const planned = plan.instalments.reduce((sum, { amount }) => sum + amount, 0);
  const before = state.total - planned;
  return state.given - before >= owed ? { ...state, missedNo: null, deadlineOn: null } : state;
}

export function recoveryAfter(
  state: RecoveryState,
  { by, event }: RecordedRecoveryEvent,
): RecoveryState {
  switch (event.type) {
    case 'proposed':
      return { ...opened(event, by), status: 'awaitingApproval' };
    case 'sentBack':
      return { ...state, status: 'sentBack' };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', closedOn: event.on };
    case 'approved':
      return running({ ...state, approvedBy: by, approvedOn: event.on });
    case 'netted':
    case 'received':
    case 'deducted':
      return given(state, event.amount, event.on);
    case 'noticed':
      return running({ ...state, noticedOn: event.on, deadlineOn: event.deadlineOn });
    case 'warned':
      return running({ ...state, warnedOn: event.on, deadlineOn: event.deadlineOn });
    case 'agreed':
      return running({ ...state, plan: event.plan, deadlineOn: null, missedNo: null });
    case 'missed':
      return running({ ...state, missedNo: event.no, deadlineOn: event.deadlineOn });
    case 'planEnded':
      return running({ ...state, plan: null, missedNo: null, deadlineOn: null });
    case 'appealed':
      return running({ ...state, pausedOn: event.on });
    case 'appealRejected':
      return running({ ...state, pausedOn: null, deadlineOn: event.deadlineOn });
    case 'closureProposed':
      return running({ ...state, closure: event.closure, closureBy: by });
    case 'closureSentBack':
      return running({ ...state, closure: null, closureBy: null });
    case 'closed':
      return { ...state, status: 'closed', closedBy: by, closedOn: event.on, deadlineOn: null };
  }
}

/** The state that a whole trail of events says; null when it does not begin with a proposal. */
export function recoveryStateOf(events: readonly RecordedRecoveryEvent[]): RecoveryState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'proposed') return null;
  const start: RecoveryState = { ...opened(first.event, first.by), status: 'awaitingApproval' };
  return rest.reduce(recoveryAfter, start);
}

/** Halalas still to be given back. */
export function leftOf({ total, given: back }: Pick<RecoveryState, 'total' | 'given'>): Halalas {
  return subtractHalalas(total, back);
}

export function isRecoveryOver(status: RecoveryStatus): boolean {
  return status === 'paid' || status === 'closed' || status === 'withdrawn';
}
