import { addDays, dayOfMonth, weekday, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { isWorkingDay, type WorkCalendar } from '../shared/working-days.ts';

/** When a month is paid: a day of the month, moved where it falls on a day without banks. */
export interface PayDateSetting {
  /** 1 to 31; a short month is paid on its last day. */
  readonly dayOfMonth: number;
  /** Days by which a pay date on that weekday (0 = Sunday ... 6 = Saturday) moves. */
  readonly moves: readonly { readonly weekday: number; readonly days: number }[];
  /** Where a pay date on a holiday goes: to the working day before (where nothing is said) or to the next. */
  readonly onHoliday?: 'previous' | 'next';
}

/**
 * The first of the month (HRSD, February 2026); a Friday is paid on Thursday and a Saturday on Sunday, as 1 April 2023
 * was. No written rule was found and some sources bring every pay date forward, hence a dated setting. Nor was one found
 * for holidays: paying earlier costs nobody anything.
 */
export const DEFAULT_PAY_DATE: PayDateSetting = {
  dayOfMonth: 1,
  moves: [
    { weekday: 5, days: -1 },
    { weekday: 6, days: 1 },
  ],
  onHoliday: 'previous',
};

/**
 * The day on which the pensions of a month are paid. It may lie in the month before: 1 January 2027 is a Friday. A day that is
 * a holiday, as it is or after the weekend moved it, gives way to a working day.
 */
export function payDateOf(
  month: IsoMonth,
  setting: PayDateSetting,
  calendar: WorkCalendar,
): IsoDate {
  const nominal = dayOfMonth(month, setting.dayOfMonth);
  const move = setting.moves.find(({ weekday: day }) => day === weekday(nominal));
  const moved = move ? addDays(nominal, move.days) : nominal;
  if (!calendar.holidays.has(moved)) return moved;
  const step = setting.onHoliday === 'next' ? 1 : -1;
  let date = moved;
  // NOTE: a calendar in which a whole quarter is off is a mistake in the settings, not a reason to search on.
  for (let tried = 0; tried < MOST_DAYS_OFF; tried += 1) {
    date = addDays(date, step);
    if (isWorkingDay(date, calendar)) return date;
  }
  return moved;
}

const MOST_DAYS_OFF = 90;
