import type { ComplaintWindowSetting } from '../settings/settings.ts';
import { addDays, dayOfMonth, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

export interface FilingWindow {
  readonly opensOn: IsoDate;
  /** The last day of filing. */
  readonly closesOn: IsoDate;
}

export type WindowState = 'notYetOpen' | 'open' | 'closed';

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
