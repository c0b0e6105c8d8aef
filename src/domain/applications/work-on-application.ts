import { resumedDeadline } from '../cases/case-deadline.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';
import {
  decided,
  isClosed,
  type ApplicationDecided,
  type ApplicationState,
  type Completion,
  type HomeVisit,
  type PaperCheck,
} from './application.ts';

type Decision = Result<ApplicationDecided, Refusal>;

/** A period of the settings with the calendar by which it is counted. */
export interface Period {
  readonly days: number;
  readonly count: DayCount;
  readonly calendar: WorkCalendar;
}

/**
 * The draft becomes an application, and the days of the decision begin (LAW 6).
 * Errors: NOT_A_DRAFT.
 */
export function submitApplication(
  state: ApplicationState,
  by: string,
  today: IsoDate,
  { days, count, calendar }: Period,
): Decision {
  if (state.status !== 'draft') return refuse('NOT_A_DRAFT');
  const deadlineOn = endOfPeriod(today, days, count, calendar);
  return decided(state, by, {
    type: 'submitted',
    on: today,
    deadlineOn,
    revision: state.revision + 1,
  });
}

/** Errors: NOT_A_DRAFT. */
export function discardDraft(state: ApplicationState, by: string, today: IsoDate): Decision {
  if (state.status !== 'draft') return refuse('NOT_A_DRAFT');
  return decided(state, by, { type: 'cancelled', on: today, cause: 'discarded' });
}

/**
 * An officer takes an application that nobody has.
 * Errors: STILL_A_DRAFT, ALREADY_CLOSED, AWAITING_APPROVAL, ASSIGNED_TO_ANOTHER, ALREADY_YOURS.
 */
export function takeApplication(state: ApplicationState, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.assignedTo === by) return refuse('ALREADY_YOURS');
  if (state.assignedTo !== null) return refuse('ASSIGNED_TO_ANOTHER');
  return decided(state, by, { type: 'taken' });
}

/**
 * Gives an application to an officer; nothing happens when he has it already.
 * Errors: STILL_A_DRAFT, ALREADY_CLOSED, AWAITING_APPROVAL.
 */
export function assignApplication(state: ApplicationState, to: string, by: string): Decision {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return refuse(fixed);
  if (state.assignedTo === to) return ok({ next: state, events: [] });
  return decided(state, by, { type: 'assigned', to });
}

/**
 * What became of a paper, while it is being taken in or worked on. Nothing happens where it stands so already.
 * Errors: those of `whyNotTouchedBy`; PAPER_WITHOUT_DOCUMENT (paper): only what has come can be accepted;
 * REASON_MISSING (paper) of a refused one.
 */
export function checkPaper(
  state: ApplicationState,
  paper: string,
  check: PaperCheck,
  by: string,
): Decision {
  const blocked = whyNotTouchedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  const documentId = check.state === 'missing' ? null : check.documentId;
  if (check.state !== 'missing' && documentId === null) {
    return refuse('PAPER_WITHOUT_DOCUMENT', { paper });
  }
  const reason = check.state === 'refused' ? check.reason.trim() : '';
  if (check.state === 'refused' && reason === '') return refuse('REASON_MISSING', { paper });
  const known = state.papers[paper];
  const same =
    known?.state === check.state && known.documentId === documentId && known.reason === reason;
  if (same) return ok({ next: state, events: [] });
  return decided(state, by, {
    type: 'paperChecked',
    paper,
    state: check.state,
    documentId,
    reason,
  });
}

/** What was submitted is corrected in a revision of its own. Errors: those of `whyNotWorkedBy`. */
export function amendApplication(state: ApplicationState, reason: string, by: string): Decision {
  const blocked = whyNotWorkedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  return decided(state, by, { type: 'amended', revision: state.revision + 1, reason });
}

/**
 * Asks the applicant for what is missing; he has the days of REG 4/5, and the decision waits for him.
 * Errors: those of `whyNotStudiedBy`, NOTHING_MISSING.
 */
export function askCompletion(
  state: ApplicationState,
  asked: Pick<Completion, 'papers' | 'data' | 'note'>,
  by: string,
  today: IsoDate,
  { days, count, calendar }: Period,
): Decision {
  const blocked = whyNotStudiedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  if (asked.papers.length === 0 && asked.data.length === 0) return refuse('NOTHING_MISSING');
  const dueOn = endOfPeriod(today, days, count, calendar);
  return decided(state, by, { type: 'completionAsked', askedOn: today, dueOn, ...asked });
}

/**
 * What was asked for has come in time: the decision's clock runs on with as many days as were left.
 * Errors: NOT_IN_COMPLETION; COMPLETION_LAPSED (dueOn): REG 4/5 leaves cancelling only.
 */
export function receiveCompletion(
  state: ApplicationState,
  note: string,
  by: string,
  today: IsoDate,
  { count, calendar }: Pick<Period, 'count' | 'calendar'>,
): Decision {
  const { completion, pausedOn, deadlineOn } = state;
  if (completion === null || pausedOn === null) return refuse('NOT_IN_COMPLETION');
  if (today > completion.dueOn) return refuse('COMPLETION_LAPSED', { dueOn: completion.dueOn });
  const pause = { from: pausedOn, to: today };
  return decided(state, by, {
    type: 'completed',
    on: today,
    deadlineOn: deadlineOn === null ? null : resumedDeadline(deadlineOn, pause, count, calendar),
    note,
  });
}

/**
 * Why an application cannot be cancelled for not having been completed; null when it can (REG 4/5).
 * Codes: NOT_IN_COMPLETION, COMPLETION_RUNNING (dueOn).
 */
export function whyNotCancelled({ completion }: ApplicationState, today: IsoDate): Refusal | null {
  if (completion === null) return { code: 'NOT_IN_COMPLETION' };
  const { dueOn } = completion;
  return today > dueOn ? null : { code: 'COMPLETION_RUNNING', details: { dueOn } };
}

/** Errors: those of `whyNotCancelled`. */
export function cancelApplication(state: ApplicationState, by: string, today: IsoDate): Decision {
  const refusal = whyNotCancelled(state, today);
  if (refusal !== null) return { ok: false, error: refusal };
  return decided(state, by, { type: 'cancelled', on: today, cause: 'notCompleted' });
}

/**
 * What a visit at home found (REG 21).
 * Errors: those of `whyNotWorkedBy`; VISIT_IN_FUTURE, VISIT_ITEM_TWICE (item), VISIT_DIFFERENCE_UNSAID (item).
 */
export function recordVisit(
  state: ApplicationState,
  visit: HomeVisit,
  by: string,
  today: IsoDate,
): Decision {
  const blocked = whyNotWorkedBy(state, by);
  if (blocked !== null) return refuse(blocked);
  if (visit.on > today) return refuse('VISIT_IN_FUTURE', { on: visit.on });
  const items = visit.items.map(({ item }) => item);
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice !== undefined) return refuse('VISIT_ITEM_TWICE', { item: twice });
  const unsaid = visit.items.find(({ agrees, note }) => !agrees && note.trim() === '');
  if (unsaid !== undefined) return refuse('VISIT_DIFFERENCE_UNSAID', { item: unsaid.item });
  return decided(state, by, { type: 'visited', ...visit });
}

function whyNotMoved({ status }: ApplicationState): string | null {
  if (status === 'draft') return 'STILL_A_DRAFT';
  if (isClosed(status)) return 'ALREADY_CLOSED';
  return status === 'initialApproval' || status === 'refusalProposed' ? 'AWAITING_APPROVAL' : null;
}

/**
 * Why an officer may not work on an application, in review or while it is being completed; null when he may.
 * Codes: STILL_A_DRAFT, ALREADY_CLOSED, AWAITING_APPROVAL, NOT_TAKEN, NOT_ASSIGNED_TO_YOU.
 */
export function whyNotWorkedBy(state: ApplicationState, by: string): string | null {
  const fixed = whyNotMoved(state);
  if (fixed !== null) return fixed;
  if (state.assignedTo === null) return 'NOT_TAKEN';
  return state.assignedTo === by ? null : 'NOT_ASSIGNED_TO_YOU';
}

/** Why an officer may not touch its papers or data: anybody at the desk takes in a draft. Codes: those of `whyNotWorkedBy`. */
export function whyNotTouchedBy(state: ApplicationState, by: string): string | null {
  return state.status === 'draft' ? null : whyNotWorkedBy(state, by);
}

/** Why an officer may not bring it forward; null when he may. Codes: those of `whyNotWorkedBy`, IN_COMPLETION. */
export function whyNotStudiedBy(state: ApplicationState, by: string): string | null {
  const blocked = whyNotWorkedBy(state, by);
  if (blocked !== null) return blocked;
  return state.status === 'completion' ? 'IN_COMPLETION' : null;
}
