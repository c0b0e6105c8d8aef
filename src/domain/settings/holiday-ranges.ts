import { addDays, daysBetween, isIsoDate, type IsoDate } from '../shared/iso-date.ts';

/** Days in a row without banks, both ends included. */
export interface HolidayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
}

/** No holiday is longer: a wrong year would otherwise close the bank for one. */
export const LONGEST_HOLIDAY = 31;

/** Dates in any order as ranges of days that follow each other, the earliest first. */
export function holidayRanges(dates: readonly string[]): HolidayRange[] {
  const ranges: HolidayRange[] = [];
  for (const date of [...new Set(dates)].filter(isIsoDate).toSorted()) {
    const last = ranges.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date)
      ranges[ranges.length - 1] = { ...last, to: date, days: last.days + 1 };
    else ranges.push({ from: date, to: date, days: 1 });
  }
  return ranges;
}

/** Every day from one date to another, both included. */
export function daysOf({ from, to }: Pick<HolidayRange, 'from' | 'to'>): IsoDate[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, at) => addDays(from, at));
}

/**
 * Holidays of a table or a circular, a line each: one date, or the first and the last. Dates stand as `2026-03-20` or
 * `20/3/2026`; what else stands on a line is not read, and lines without a date are passed over.
 * @returns The days, and the numbers (from 1) of lines whose dates make no holiday.
 */
export function readHolidayList(text: string): {
  readonly dates: readonly IsoDate[];
  readonly wrongLines: readonly number[];
} {
  const dates = new Set<IsoDate>();
  const wrongLines: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const found = line.match(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4}/g) ?? [];
    if (found.length === 0) continue;
    const [from = null, to = from] = found.map(dateOf);
    if (found.length > 2 || from === null || to === null) wrongLines.push(at + 1);
    else if (to < from || daysBetween(from, to) >= LONGEST_HOLIDAY) wrongLines.push(at + 1);
    else for (const date of daysOf({ from, to })) dates.add(date);
  }
  return { dates: [...dates].toSorted(), wrongLines };
}

function dateOf(text: string): IsoDate | null {
  const parts = text.split(/[-/]/);
  const [year = '', month = '', day = ''] = text.includes('-') ? parts : parts.toReversed();
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A Hijri year is a date of the Middle Ages.
  return isIsoDate(date) && date >= '2000' ? date : null;
}
