import { addDays, type IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';

/** Days in which a beneficiary reports or updates; LAW 1(22) says that a day is a working day, practice differs. */
export interface UpdatePeriods {
  /** After a change happened, to report it (LAW 7, REG 27). */
  readonly reportDays: number;
  /** After a notice, to update; more of delay is a ground to stop the pension (LAW 17). */
  readonly lateDays: number;
  readonly count: DayCount;
}

export interface UpdateDates {
  /** The last day on which the update is in time. */
  readonly dueOn: IsoDate;
  /** The first day on which not having updated is a ground to stop the pension. */
  readonly stopFrom: IsoDate;
}

export const UPDATE_STATUSES = ['open', 'answered', 'withdrawn'] as const;
export type UpdateStatus = (typeof UPDATE_STATUSES)[number];

/**
 * Until when an update is due that was asked for, and from when its lack is a ground to stop: more than `lateDays` after the
 * notice (LAW 17). It is never due later than that.
 * Errors: UPDATE_DUE_PAST (today), UPDATE_DUE_TOO_LATE (latest).
 */
export function updateDates(
  notifiedOn: IsoDate,
  { lateDays, count }: UpdatePeriods,
  calendar: WorkCalendar,
  wanted: IsoDate | null,
): Result<UpdateDates, Refusal<'UPDATE_DUE_PAST' | 'UPDATE_DUE_TOO_LATE'>> {
  const last = endOfPeriod(notifiedOn, lateDays, count, calendar);
  const dueOn = wanted ?? last;
  if (dueOn <= notifiedOn) return refuse('UPDATE_DUE_PAST', { today: notifiedOn });
  if (dueOn > last) return refuse('UPDATE_DUE_TOO_LATE', { latest: last });
  return ok({ dueOn, stopFrom: addDays(last, 1) });
}

export const UPDATE_STANDINGS = ['due', 'late', 'stopGround', 'closed'] as const;
export type UpdateStanding = (typeof UPDATE_STANDINGS)[number];

/** Where a request stands today: `stopGround` shows LAW 17, and stops nothing by itself. */
export function updateStanding(
  { status, dueOn, stopFrom }: UpdateDates & { readonly status: UpdateStatus },
  today: IsoDate,
): UpdateStanding {
  if (status !== 'open') return 'closed';
  if (today >= stopFrom) return 'stopGround';
  return today > dueOn ? 'late' : 'due';
}

/** Until when a change should have been reported that began on a day (LAW 7, REG 27). */
export function reportDue(
  begunOn: IsoDate,
  { reportDays, count }: UpdatePeriods,
  calendar: WorkCalendar,
): IsoDate {
  return endOfPeriod(begunOn, reportDays, count, calendar);
}
