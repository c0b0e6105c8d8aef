import type { ComplaintWindowSetting, PayDaySetting, WeekendShift } from '../settings/settings.ts';
import { addDays, dayOfMonth, weekday, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

export interface FilingWindow {
  readonly opensOn: IsoDate;
  /** The last day of filing. */
  readonly closesOn: IsoDate;
}

export type WindowState = 'notYetOpen' | 'open' | 'closed';

const FRIDAY = 5;
const SATURDAY = 6;

/**
 * When a complaint about the payment of a month may be filed. It opens on a day of that month; the programme's texts
 * say both "30 days after the pay date" and "30 days after that day", so the setting names what is counted from, and
 * the later of both cuts nobody's right. It never closes before it opens.
 * @param payDate Day on which the month was paid.
 * @param setting The setting in force for that month.
 */
export function filingWindow(
  month: IsoMonth,
  payDate: IsoDate,
  setting: ComplaintWindowSetting,
): FilingWindow {
  const opensOn = dayOfMonth(month, setting.opensOnDay);
  const closesOn = lastDay(payDate, opensOn, setting);
  return { opensOn, closesOn: closesOn < opensOn ? opensOn : closesOn };
}

function lastDay(
  payDate: IsoDate,
  opensOn: IsoDate,
  { days, countedFrom }: ComplaintWindowSetting,
): IsoDate {
  const afterPayment = addDays(payDate, days);
  const afterOpening = addDays(opensOn, days);
  switch (countedFrom) {
    case 'payDate':
      return afterPayment;
    case 'opening':
      return afterOpening;
    case 'later':
      return afterPayment > afterOpening ? afterPayment : afterOpening;
  }
}

export function windowState({ opensOn, closesOn }: FilingWindow, today: IsoDate): WindowState {
  if (today < opensOn) return 'notYetOpen';
  return today > closesOn ? 'closed' : 'open';
}

/** The day on which a month is paid by the settings, for months of which the branch has no cycle. */
export function usualPayDate(month: IsoMonth, setting: PayDaySetting): IsoDate {
  const day = dayOfMonth(month, setting.day);
  switch (weekday(day)) {
    case FRIDAY:
      return shifted(day, setting.friday, { before: -1, after: 2 });
    case SATURDAY:
      return shifted(day, setting.saturday, { before: -2, after: 1 });
    default:
      return day;
  }
}

function shifted(
  day: IsoDate,
  shift: WeekendShift,
  days: Readonly<Record<'before' | 'after', number>>,
): IsoDate {
  return shift === 'stays' ? day : addDays(day, days[shift]);
}
