import { addDays, type IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';

/** Days of a period; LAW 1(22) says that a day is a working day, practice differs. */
export interface UpdatePeriod {
  readonly days: number;
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
 * Until when an update is due that was asked for, and from when its lack is a ground to stop: longer than the period after the
 * notice (LAW 17). It is never due later than that.
 * Errors: UPDATE_DUE_PAST (today), UPDATE_DUE_TOO_LATE (latest).
 */
export function updateDates(
  notifiedOn: IsoDate,
  { days, count }: UpdatePeriod,
  calendar: WorkCalendar,
  wanted: IsoDate | null,
): Result<UpdateDates, Refusal<'UPDATE_DUE_PAST' | 'UPDATE_DUE_TOO_LATE'>> {
  const last = endOfPeriod(notifiedOn, days, count, calendar);
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
  { days, count }: UpdatePeriod,
  calendar: WorkCalendar,
): IsoDate {
  return endOfPeriod(begunOn, days, count, calendar);
}
