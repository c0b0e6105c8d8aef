import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';

/** Where a life-status case (حالة الحياة) stands; the person is frozen in all but `alive` and `withdrawn`. */
export const LIFE_STATUSES = [
  'open',
  'asked',
  'awaitingApproval',
  'alive',
  'deceased',
  'withdrawn',
] as const;
export type LifeStatus = (typeof LIFE_STATUSES)[number];

export const LIFE_ANSWERS = ['alive', 'deceased'] as const;
export type LifeAnswer = (typeof LIFE_ANSWERS)[number];

/** What the civil record says, with its document; `deceasedOn` only for a death. */
export interface RecordedAnswer {
  readonly answer: LifeAnswer;
  readonly deceasedOn: IsoDate | null;
  readonly documentId: string;
}

export type LifeEvent =
  | { readonly type: 'opened'; readonly on: IsoDate; readonly dueOn: IsoDate }
  | { readonly type: 'recordAsked'; readonly on: IsoDate }
  | { readonly type: 'documentAttached'; readonly documentId: string; readonly title: string }
  | { readonly type: 'answered'; readonly on: IsoDate; readonly recorded: RecordedAnswer }
  | { readonly type: 'sentBack'; readonly note: string }
  /** `headDueOn`: by when the named adult dependant becomes head (REG 23/2); only after a death. */
  | { readonly type: 'approved'; readonly on: IsoDate; readonly headDueOn: IsoDate | null }
  /** The bank's file that opened it was taken back before anybody had worked on it. */
  | { readonly type: 'withdrawn'; readonly on: IsoDate };

export interface RecordedLifeEvent {
  readonly by: string | null;
  readonly event: LifeEvent;
}

export interface LifeState {
  readonly status: LifeStatus;
  readonly openedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly askedOn: IsoDate | null;
  readonly recorded: RecordedAnswer | null;
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly decidedOn: IsoDate | null;
  readonly headDueOn: IsoDate | null;
}

export interface LifeDecided {
  readonly next: LifeState;
  readonly events: readonly LifeEvent[];
}

type Decision = Result<LifeDecided, Refusal>;

function openedLife({ on, dueOn }: { on: IsoDate; dueOn: IsoDate }): LifeState {
  return {
    status: 'open',
    openedOn: on,
    dueOn,
    askedOn: null,
    recorded: null,
    proposedBy: null,
    approvedBy: null,
    decidedOn: null,
    headDueOn: null,
  };
}

export function lifeAfter(state: LifeState, { by, event }: RecordedLifeEvent): LifeState {
  switch (event.type) {
    case 'opened':
      return openedLife(event);
    case 'recordAsked':
      return { ...state, status: 'asked', askedOn: event.on };
    case 'documentAttached':
      return state;
    case 'answered':
      return { ...state, status: 'awaitingApproval', recorded: event.recorded, proposedBy: by };
    case 'sentBack':
      return { ...state, status: 'asked', recorded: null, proposedBy: null };
    case 'approved':
      return {
        ...state,
        status: state.recorded?.answer ?? state.status,
        approvedBy: by,
        decidedOn: event.on,
        headDueOn: event.headDueOn,
      };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', decidedOn: event.on };
  }
}

/** The state that a whole trail of events says; null when it does not begin with the opening. */
export function lifeStateOf(events: readonly RecordedLifeEvent[]): LifeState | null {
  const [first, ...rest] = events;
  if (first?.event.type !== 'opened') return null;
  return rest.reduce(lifeAfter, openedLife(first.event));
}

function decided(state: LifeState, by: string, event: LifeEvent): Decision {
  return ok({ next: lifeAfter(state, { by, event }), events: [event] });
}

export function isFrozenBy(status: LifeStatus): boolean {
  return status !== 'alive' && status !== 'withdrawn';
}

export function isLifeDecided(status: LifeStatus): boolean {
  return status === 'alive' || status === 'deceased' || status === 'withdrawn';
}

/** Days that the rules give: to settle the case, and for the new head after a death (REG 23/2: fifteen). */
export interface LifeDeadlines {
  readonly days: number;
  readonly headDays: number;
  readonly count: DayCount;
}

export function openLifeCase(
  today: IsoDate,
  { days, count }: LifeDeadlines,
  calendar: WorkCalendar,
): LifeDecided {
  const dueOn = endOfPeriod(today, days, count, calendar);
  const event: LifeEvent = { type: 'opened', on: today, dueOn };
  return { next: openedLife(event), events: [event] };
}

/** Step 1: the civil record is asked. Errors: LIFE_DECIDED, RECORD_ASKED. */
export function askRecord(state: LifeState, by: string, today: IsoDate): Decision {
  if (isLifeDecided(state.status)) return refuse('LIFE_DECIDED');
  if (state.status !== 'open') return refuse('RECORD_ASKED');
  return decided(state, by, { type: 'recordAsked', on: today });
}

/**
 * Step 2: the record's answer with its document is recorded, and so stands proposed.
 * Errors: LIFE_DECIDED, RECORD_NOT_ASKED, AWAITING_APPROVAL, DEATH_DATE_MISSING, DEATH_IN_FUTURE.
 */
export function answerLife(
  state: LifeState,
  recorded: RecordedAnswer,
  by: string,
  today: IsoDate,
): Decision {
  if (isLifeDecided(state.status)) return refuse('LIFE_DECIDED');
  if (state.status === 'awaitingApproval') return refuse('AWAITING_APPROVAL');
  if (state.status === 'open') return refuse('RECORD_NOT_ASKED');
  const { answer, deceasedOn } = recorded;
  if (answer === 'deceased' && deceasedOn === null) return refuse('DEATH_DATE_MISSING');
  if (deceasedOn !== null && deceasedOn > today) return refuse('DEATH_IN_FUTURE');
  const kept = answer === 'alive' ? { ...recorded, deceasedOn: null } : recorded;
  return decided(state, by, { type: 'answered', on: today, recorded: kept });
}

/** Codes: LIFE_DECIDED, NOT_PROPOSED, PROPOSED_BY_YOU. */
export function whyLifeNotJudged(state: LifeState, by: string): string | null {
  if (isLifeDecided(state.status)) return 'LIFE_DECIDED';
  if (state.status !== 'awaitingApproval') return 'NOT_PROPOSED';
  return state.proposedBy === by ? 'PROPOSED_BY_YOU' : null;
}

/** Errors: those of `whyLifeNotJudged`. */
export function sendLifeBack(state: LifeState, note: string, by: string): Decision {
  const blocked = whyLifeNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'sentBack', note });
}

/**
 * Step 3: the second officer approves what the record says. After a death the named adult dependant becomes head within the
 * days of REG 23/2, and the amount of the deceased is deducted.
 * Errors: those of `whyLifeNotJudged`.
 */
export function approveLife(
  state: LifeState,
  by: string,
  today: IsoDate,
  { headDays, count }: LifeDeadlines,
  calendar: WorkCalendar,
): Decision {
  const blocked = whyLifeNotJudged(state, by);
  if (blocked !== null) return refuse(blocked);
  const isDeath = state.recorded?.answer === 'deceased';
  const headDueOn = isDeath ? endOfPeriod(today, headDays, count, calendar) : null;
  return decided(state, by, { type: 'approved', on: today, headDueOn });
}

/** Null where somebody has worked on the case: then it is decided, not withdrawn. */
export function withdrawLife(state: LifeState, today: IsoDate): LifeDecided | null {
  if (state.status !== 'open') return null;
  const event: LifeEvent = { type: 'withdrawn', on: today };
  return { next: lifeAfter(state, { by: null, event }), events: [event] };
}
