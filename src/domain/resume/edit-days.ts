import { addMonths, dayOfMonth, monthOf, type IsoDate } from '../shared/iso-date.ts';
import { refuse, ok, type Refusal, type Result } from '../shared/result.ts';

/** The days of each Gregorian month on which a bank account may be changed: 1 to 8 on the programme's platform. */
export interface EditDaysSetting {
  readonly from: number;
  readonly to: number;
}

export interface EditDays {
  readonly opensOn: IsoDate;
  /** The last day, included. */
  readonly closesOn: IsoDate;
}

/** The days that run on a date, or else the next ones. A day beyond the end of a month is its last. */
export function editDaysFrom(today: IsoDate, { from, to }: EditDaysSetting): EditDays {
  const month = monthOf(today);
  const isOver = today > dayOfMonth(month, to);
  const of = isOver ? addMonths(month, 1) : month;
  return { opensOn: dayOfMonth(of, from), closesOn: dayOfMonth(of, to) };
}

/** Errors: EDIT_DAYS_CLOSED with the days when it opens and closes next. */
export function checkEditDay(today: IsoDate, setting: EditDaysSetting): Result<null, Refusal> {
  const { opensOn, closesOn } = editDaysFrom(today, setting);
  return opensOn <= today ? ok(null) : refuse('EDIT_DAYS_CLOSED', { opensOn, closesOn });
}
