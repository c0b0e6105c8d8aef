import { addDays, daysBetween, type IsoDate } from '../shared/iso-date.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';
import { daysUsed } from './day-count.ts';

export const DEADLINE_STATES = ['within', 'today', 'overdue', 'paused', 'met'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export interface CaseDeadline {
  readonly on: IsoDate;
  readonly state: DeadlineState;
  /** Whole days until the deadline; negative when it was missed. */
  readonly days: number;
}

export interface CaseDates {
  readonly deadlineOn: IsoDate | null;
  /** Since when the branch waits for the beneficiary; null while the case runs. */
  readonly pausedOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
}

/** Where a case stands against its deadline; null where none was set. */
export function deadlineOf(dates: CaseDates, today: IsoDate): CaseDeadline | null {
  const { deadlineOn: on, pausedOn, decidedOn } = dates;
  if (on === null) return null;
  const days = daysBetween(decidedOn ?? pausedOn ?? today, on);
  if (decidedOn !== null) return { on, state: days < 0 ? 'overdue' : 'met', days };
  if (pausedOn !== null) return { on, state: 'paused', days };
  return { on, state: days < 0 ? 'overdue' : days === 0 ? 'today' : 'within', days };
}

/**
 * The deadline of a case that stood still from one day to another: as many days are left as when it stopped, counted
 * in the unit of the deadline. A case that was overdue already stays overdue by as many days.
 */
export function resumedDeadline(
  deadlineOn: IsoDate,
  pause: { readonly from: IsoDate; readonly to: IsoDate },
  count: DayCount,
  calendar: WorkCalendar,
): IsoDate {
  if (deadlineOn <= pause.from) return addDays(deadlineOn, daysBetween(pause.from, pause.to));
  const left = daysUsed(pause.from, deadlineOn, count, calendar);
  return endOfPeriod(pause.to, left, count, calendar);
}
