import { filingWindow, type FilingWindow } from '../../../domain/complaints/filing-window.ts';
import { payDateOf } from '../../../domain/payments/pay-date.ts';
import { settingsOn, workCalendar } from '../../../domain/settings/settings.ts';
import { dayOfMonth, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { ReadRepos } from '../ports.ts';

export interface MonthWindow extends FilingWindow {
  readonly month: IsoMonth;
}

/** The filing window of each month, by the rules of that month and the day on which it was really paid. */
export async function filingWindows(
  repos: Pick<ReadRepos, 'complaints' | 'settings'>,
  months: readonly IsoMonth[],
): Promise<MonthWindow[]> {
  const payDates = await repos.complaints.payDates(months);
  const records = await repos.settings.all();
  return months.map((month) => {
    const settings = settingsOn(dayOfMonth(month, 1), records);
    const payDate =
      payDates.get(month) ?? payDateOf(month, settings.payDate, workCalendar(settings));
    return { month, ...filingWindow(month, payDate, settings.complaintWindow) };
  });
}
