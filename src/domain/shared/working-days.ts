import { addDays, weekday, type IsoDate } from './iso-date.ts';

/** How a period given in days is counted: LAW 1(22) defines a day as a working day; practice differs. */
export type DayCount = 'calendar' | 'working';

export interface WorkCalendar {
  /** 0 = Sunday ... 6 = Saturday; Friday and Saturday in the Kingdom. */
  readonly weekend: readonly number[];
  readonly holidays: ReadonlySet<string>;
}

export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  return !calendar.weekend.includes(weekday(date)) && !calendar.holidays.has(date);
}

/** The last day of a period of `days` that starts the day after `from`. */
export function endOfPeriod(
  from: IsoDate,
  days: number,
  count: DayCount,
  calendar: WorkCalendar,
): IsoDate {
  if (count === 'calendar') return addDays(from, days);
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}
