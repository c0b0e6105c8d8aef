import { hijriToGregorian } from './hijri.ts';
import { isIsoDate, type IsoDate } from './iso-date.ts';
import { ok, refuse, type Refusal, type Result } from './result.ts';
import { latinDigits } from './search-key.ts';

export type TypedDateProblem = 'DATE_FORMAT' | 'DATE_IMPOSSIBLE';

/** A day as somebody typed it, year first in its own calendar, with the Gregorian day that it stands for. */
export interface ReadDate {
  readonly date: IsoDate;
  readonly typed: { readonly calendar: 'gregorian' | 'hijri'; readonly text: string };
}

const FIRST_GREGORIAN_YEAR = 1900;

/**
 * Reads a day as people write it, day first or year first, in any digits: `15/7/1405`, `1405-7-15`, `١/١/٢٠٢٦`. The year tells
 * the calendar: before 1900 it is Umm al-Qura's.
 *
 * Errors: DATE_FORMAT (no day, month and year), DATE_IMPOSSIBLE (no such day, or outside 1318 to 1500H; calendar).
 */
export function readTypedDate(text: string): Result<ReadDate, Refusal<TypedDateProblem>> {
  const plain = latinDigits(text.trim());
  const dayFirst = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(plain);
  const yearFirst = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(plain);
  const parts = dayFirst?.slice(1) ?? yearFirst?.slice(1).reverse();
  if (parts === undefined) return refuse('DATE_FORMAT');
  const [day = 0, month = 0, year = 0] = parts.map(Number);
  const calendar = year < FIRST_GREGORIAN_YEAR ? 'hijri' : 'gregorian';
  const date =
    calendar === 'hijri' ? hijriToGregorian({ year, month, day }) : gregorian(year, month, day);
  if (date === null) return refuse('DATE_IMPOSSIBLE', { calendar });
  return ok({ date, typed: { calendar, text: yearFirstText(year, month, day) } });
}

function gregorian(year: number, month: number, day: number): IsoDate | null {
  const text = yearFirstText(year, month, day);
  return isIsoDate(text) ? text : null;
}

function yearFirstText(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
