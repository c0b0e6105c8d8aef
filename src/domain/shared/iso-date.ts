import { CalendarDate, parseDate } from '@internationalized/date';

/** A Gregorian calendar date `YYYY-MM-DD` in Asia/Riyadh. */
export type IsoDate = string & { readonly __format: 'YYYY-MM-DD' };

/** A Gregorian month `YYYY-MM`. */
export type IsoMonth = string & { readonly __format: 'YYYY-MM' };

/** A UTC instant with milliseconds, `2026-11-01T07:42:00.000Z`. */
export type IsoInstant = string & { readonly __format: 'instant' };

const RIYADH_OFFSET_MINUTES = 180;

export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}

/** @throws RangeError when the text is no calendar date. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

export function isIsoMonth(text: string): text is IsoMonth {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** @throws RangeError when the text is no month. */
export function isoMonth(text: string): IsoMonth {
  if (!isIsoMonth(text)) throw new RangeError(`Not a month: ${text}`);
  return text;
}

export function isoInstant(date: Date): IsoInstant {
  return date.toISOString() as IsoInstant;
}

/** The calendar date in Riyadh (UTC+3 all year) at an instant. */
export function riyadhDate(instant: IsoInstant): IsoDate {
  const shifted = new Date(Date.parse(instant) + RIYADH_OFFSET_MINUTES * 60_000);
  return shifted.toISOString().slice(0, 10) as IsoDate;
}

/** `14:05`: the time of day in Riyadh at an instant. */
export function riyadhTime(instant: IsoInstant): string {
  const shifted = new Date(Date.parse(instant) + RIYADH_OFFSET_MINUTES * 60_000);
  return shifted.toISOString().slice(11, 16);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return parseDate(date).add({ days }).toString() as IsoDate;
}

export function addMonths(month: IsoMonth, months: number): IsoMonth {
  return parseDate(`${month}-01`).add({ months }).toString().slice(0, 7) as IsoMonth;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (
    parseDate(to).toDate('UTC').getTime() / 86_400_000 -
    parseDate(from).toDate('UTC').getTime() / 86_400_000
  );
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7) as IsoMonth;
}

/** A day of a month, clamped to its last day. */
export function dayOfMonth(month: IsoMonth, day: number): IsoDate {
  const first = parseDate(`${month}-01`);
  const last = first.calendar.getDaysInMonth(first);
  return new CalendarDate(first.year, first.month, Math.min(day, last)).toString() as IsoDate;
}

/** 0 = Sunday ... 6 = Saturday. */
export function weekday(date: IsoDate): number {
  return parseDate(date).toDate('UTC').getUTCDay();
}
