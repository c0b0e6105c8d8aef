import { addMonths, dayOfMonth, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

/** The furthest month that can be computed: the next one. What is known of households later is not known yet. */
export function lastMonthToCompute(today: IsoDate): IsoMonth {
  return addMonths(monthOf(today), 1);
}

/**
 * The day on which the eligibility of a month is announced, in the month before (HRSD, February 2026: the 27th).
 * @param day 1 to 31; a short month announces on its last day.
 */
export function announcedOn(month: IsoMonth, day: number): IsoDate {
  return dayOfMonth(addMonths(month, -1), day);
}
