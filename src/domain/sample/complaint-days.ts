import type { ComplaintWindowSetting } from '../settings/settings.ts';
import { filingWindow } from '../complaints/filing-window.ts';
import { decisionDeadline } from '../complaints/file-complaint.ts';
import { addDays, daysBetween, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { isWorkingDay, type DayCount, type WorkCalendar } from '../shared/working-days.ts';
import type { Random } from './random.ts';

/** The rules of a branch that say when cases are filed and due. */
export interface CaseRules {
  readonly calendar: WorkCalendar;
  readonly complaintWindow: ComplaintWindowSetting;
  readonly complaintDeadline: { readonly days: number; readonly count: DayCount };
}

interface FilingDay {
  readonly on: IsoDate;
  /** Days from today until a case of that day is due; negative when it is overdue. */
  readonly left: number;
}

/** How much time a case shall have left: a day of filing that gives it is drawn. */
export type TimeLeft = 'overdue' | 'today' | 'soon' | 'later';

const BOUNDS: Readonly<Record<TimeLeft, readonly [number, number]>> = {
  overdue: [-400, -1],
  today: [0, 0],
  soon: [1, 3],
  later: [4, 400],
};

/** Working days on which a complaint about a month could be filed until today. */
export function filingDays(
  month: IsoMonth,
  payDate: IsoDate,
  today: IsoDate,
  rules: CaseRules,
): FilingDay[] {
  const { opensOn, closesOn } = filingWindow(month, payDate, rules.complaintWindow);
  const last = closesOn < today ? closesOn : today;
  const days: FilingDay[] = [];
  for (let on = opensOn; on <= last; on = addDays(on, 1)) {
    if (!isWorkingDay(on, rules.calendar)) continue;
    const due = decisionDeadline(on, rules.complaintDeadline, rules.calendar);
    days.push({ on, left: daysBetween(today, due) });
  }
  return days;
}

/** A day of filing with so much time left; any of the days where none has it, null where there are none. */
export function drawFilingDay(
  random: Random,
  days: readonly FilingDay[],
  left: TimeLeft,
): IsoDate | null {
  if (days.length === 0) return null;
  const [from, to] = BOUNDS[left];
  const fitting = days.filter((day) => day.left >= from && day.left <= to);
  return random.pick(fitting.length > 0 ? fitting : days).on;
}

/** The working day that follows a day by some, never after today. */
export function workingDayAfter(
  from: IsoDate,
  days: number,
  today: IsoDate,
  calendar: WorkCalendar,
): IsoDate {
  let date = from;
  for (let left = days; left > 0 && date < today;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date > today ? today : date;
}

/** The working day some days ago, or the last one before it. */
export function workingDayAgo(days: number, today: IsoDate, calendar: WorkCalendar): IsoDate {
  let date = addDays(today, -days);
  while (!isWorkingDay(date, calendar)) date = addDays(date, -1);
  return date;
}
