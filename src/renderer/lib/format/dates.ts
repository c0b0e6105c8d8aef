import { IslamicUmalquraCalendar, parseDate, toCalendar } from '@internationalized/date';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { inDigits, type Digits } from './numbers.ts';

const umalqura = new IslamicUmalquraCalendar();
const RIYADH_OFFSET_MS = 3 * 3_600_000;

export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Umm al-Qura date; null outside 1318 to 1500H, which the calendar does not state. */
export function hijriOf(date: IsoDate): HijriDate | null {
  const { year, month, day } = toCalendar(parseDate(date), umalqura);
  return year < 1318 || year > 1500 ? null : { year, month, day };
}

/** `23/11/2026`. */
export function formatDate(date: IsoDate, digits: Digits): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return inDigits(`${Number(day)}/${Number(month)}/${year}`, digits);
}

/** `23/11`. */
export function formatDayMonth(date: IsoDate, digits: Digits): string {
  const [, month = '', day = ''] = date.split('-');
  return inDigits(`${Number(day)}/${Number(month)}`, digits);
}

/** `13/6/1448` without the letter of its era; empty outside the calendar's range. */
export function formatHijri(date: IsoDate, digits: Digits): string {
  const hijri = hijriOf(date);
  return hijri === null ? '' : inDigits(`${hijri.day}/${hijri.month}/${hijri.year}`, digits);
}

/** The wall clock in Riyadh (UTC+3 all year) at an instant. */
export function riyadhClock(instant: IsoInstant): { date: IsoDate; time: string } {
  const shifted = new Date(Date.parse(instant) + RIYADH_OFFSET_MS).toISOString();
  return { date: shifted.slice(0, 10) as IsoDate, time: shifted.slice(11, 16) };
}

/** `10:42`. */
export function formatTime(instant: IsoInstant, digits: Digits): string {
  return inDigits(riyadhClock(instant).time, digits);
}

/** `23/11/2026 10:42`. */
export function formatInstant(instant: IsoInstant, digits: Digits): string {
  const { date, time } = riyadhClock(instant);
  return `${formatDate(date, digits)} ${inDigits(time, digits)}`;
}

/** Year and month numbers of `2026-11`. */
export function monthParts(month: IsoMonth): { year: number; month: number } {
  const [year = '', number = ''] = month.split('-');
  return { year: Number(year), month: Number(number) };
}
