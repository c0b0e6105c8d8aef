import { daysUsed } from '../cases/day-count.ts';
import { PROGRAMME_BEGINS } from '../cases/programme.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { refuse, type Refusal, type Result, ok } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';

export interface FilingPeriod {
  readonly notifiedOn: IsoDate;
  /** The last day of filing. */
  readonly endsOn: IsoDate;
  readonly count: DayCount;
  /** Days of the period that had passed when the objection was filed, in the unit of `count`. */
  readonly usedDays: number;
  readonly days: number;
  readonly inTime: boolean;
}

/**
 * The days in which a refusal may be contested: thirty from its notification (REG 28). LAW 1(22) defines a day as a
 * working day while public guidance just says thirty days, hence the setting.
 * @param setting In force on the day of notification.
 */
export function filingPeriod(
  notifiedOn: IsoDate,
  filedOn: IsoDate,
  setting: { readonly days: number; readonly count: DayCount },
  calendar: WorkCalendar,
): FilingPeriod {
  const { days, count } = setting;
  const endsOn = endOfPeriod(notifiedOn, days, count, calendar);
  const usedDays = daysUsed(notifiedOn, filedOn, count, calendar);
  return { notifiedOn, endsOn, count, usedDays, days, inTime: filedOn <= endsOn };
}

/**
 * Errors: DATES_OUT_OF_ORDER when the refusal, its notification and the filing do not follow each other;
 * DATE_BEFORE_PROGRAMME.
 */
export function checkObjectionDates(
  refusedOn: IsoDate,
  notifiedOn: IsoDate,
  filedOn: IsoDate,
): Result<null, Refusal> {
  if (refusedOn < PROGRAMME_BEGINS) {
    return refuse('DATE_BEFORE_PROGRAMME', { refusedOn, since: PROGRAMME_BEGINS });
  }
  return refusedOn <= notifiedOn && notifiedOn <= filedOn
    ? ok(null)
    : refuse('DATES_OUT_OF_ORDER', { refusedOn, notifiedOn, filedOn });
}
