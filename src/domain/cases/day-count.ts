import { addDays, daysBetween, type IsoDate } from '../shared/iso-date.ts';
import { isWorkingDay, type DayCount, type WorkCalendar } from '../shared/working-days.ts';

/** Days after `from` up to and with `to`, in the unit of the period; 0 when `to` is not after `from`. */
export function daysUsed(
  from: IsoDate,
  to: IsoDate,
  count: DayCount,
  calendar: WorkCalendar,
): number {
  if (to <= from) return 0;
  if (count === 'calendar') return daysBetween(from, to);
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) days += 1;
  }
  return days;
}
