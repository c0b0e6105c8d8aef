import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date';
import { isolate } from './isolate.ts';
import type { IsoDate } from './iso-date.ts';
import { isoDate } from './iso-date.ts';

/** A date of the Umm al-Qura calendar; month and day begin at 1. */
export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What the official table covers: 1 Muharram 1318H to the last day of 1500H. */
export const HIJRI_FIRST_DAY = '1900-04-30' as IsoDate;
export const HIJRI_LAST_DAY = '2077-11-16' as IsoDate;
const FIRST_YEAR = 1318;
const LAST_YEAR = 1500;

export const HIJRI_MONTHS = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
] as const;

export const GREGORIAN_MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
] as const;

const ummAlQura = new IslamicUmalquraCalendar();
const gregorian = new GregorianCalendar();

/** Whether the Umm al-Qura table has the day; ask before converting what a person typed. */
export function hasHijriDate(date: IsoDate): boolean {
  return date >= HIJRI_FIRST_DAY && date <= HIJRI_LAST_DAY;
}

/** @throws RangeError outside 1318 to 1500H, where the calendar would answer without knowing. */
export function gregorianToHijri(date: IsoDate): HijriDate {
  if (!hasHijriDate(date)) throw new RangeError(`Outside the Umm al-Qura table: ${date}`);
  const { year, month, day } = toCalendar(parseDate(date), ummAlQura);
  return { year, month, day };
}

/** The Gregorian day of a Hijri date; null when there is no such day from 1318 to 1500H. */
export function hijriToGregorian({ year, month, day }: HijriDate): IsoDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const date = new CalendarDate(ummAlQura, year, month, 1);
  if (day > ummAlQura.getDaysInMonth(date)) return null;
  return isoDate(toCalendar(date.set({ day }), gregorian).toString());
}

/** `13/6/1448هـ`, day first, the figures isolated. */
export function formatHijri({ year, month, day }: HijriDate): string {
  return `${isolate(`${day}/${month}/${year}`)}هـ`;
}

/** `13 جمادى الآخرة 1448هـ`. */
export function formatHijriLong({ year, month, day }: HijriDate): string {
  return `${day} ${HIJRI_MONTHS[month - 1]} ${year}هـ`;
}

/** `23/11/2026م`, day first, the figures isolated. */
export function formatGregorian(date: IsoDate): string {
  const { year, month, day } = parseDate(date);
  return `${isolate(`${day}/${month}/${year}`)}م`;
}

/** `13/6/1448هـ الموافق 23/11/2026م`, as official letters write a day. */
export function formatLetterDate(date: IsoDate): string {
  return `${formatHijri(gregorianToHijri(date))} الموافق ${formatGregorian(date)}`;
}
