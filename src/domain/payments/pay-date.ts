import { addDays, dayOfMonth, weekday, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

/** When a month is paid: a day of the month, moved where it falls on a day without banks. */
export interface PayDateSetting {
  /** 1 to 31; a short month is paid on its last day. */
  readonly dayOfMonth: number;
  /** Days by which a pay date on that weekday (0 = Sunday ... 6 = Saturday) moves. */
  readonly moves: readonly { readonly weekday: number; readonly days: number }[];
}

/**
 * The first of the month (HRSD, February 2026); a Friday is paid on Thursday and a Saturday on Sunday, as 1 April 2023
 * was. No written rule was found and some sources bring every pay date forward, hence a dated setting.
 */
export const DEFAULT_PAY_DATE: PayDateSetting = {
  dayOfMonth: 1,
  moves: [
    { weekday: 5, days: -1 },
    { weekday: 6, days: 1 },
  ],
};

/** The day on which the pensions of a month are paid. It may lie in the month before: 1 January 2027 is a Friday. */
export function payDateOf(month: IsoMonth, setting: PayDateSetting): IsoDate {
  const nominal = dayOfMonth(month, setting.dayOfMonth);
  const move = setting.moves.find(({ weekday: day }) => day === weekday(nominal));
  return move ? addDays(nominal, move.days) : nominal;
}
