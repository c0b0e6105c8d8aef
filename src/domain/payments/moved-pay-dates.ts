import { settingsOn, workCalendar, type DatedSetting } from '../settings/settings.ts';
import { dayOfMonth, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { payDateOf } from './pay-date.ts';

export interface PlannedCycle {
  readonly id: string;
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly status: 'open' | 'closed';
  /** Runs that went to the banks. */
  readonly sentRuns: number;
}

export interface MovedPayDate {
  readonly cycleId: string;
  readonly month: IsoMonth;
  readonly before: IsoDate;
  readonly after: IsoDate;
}

/** Whether the pay date of a cycle is still a plan: nothing went to a bank, and the day has not come. */
export function isPlanned({ status, sentRuns, payDate }: PlannedCycle, today: IsoDate): boolean {
  return status === 'open' && sentRuns === 0 && payDate > today;
}

/** Cycles whose planned pay date is another one by the settings as they are recorded now. */
export function movedPayDates(
  cycles: readonly PlannedCycle[],
  today: IsoDate,
  rows: readonly DatedSetting[],
): MovedPayDate[] {
  return cycles
    .filter((cycle) => isPlanned(cycle, today))
    .map(({ id, month, payDate }) => ({
      cycleId: id,
      month,
      before: payDate,
      after: plannedPayDate(month, rows),
    }))
    .filter(({ before, after }) => after !== before && after > today);
}

/** The pay date of a month by the settings in force on its first day. */
export function plannedPayDate(month: IsoMonth, rows: readonly DatedSetting[]): IsoDate {
  const settings = settingsOn(dayOfMonth(month, 1), rows);
  return payDateOf(month, settings.payDate, workCalendar(settings));
}
