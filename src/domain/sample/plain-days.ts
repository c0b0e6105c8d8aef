import type { IsoDate } from '../shared/iso-date.ts';

const DAY = 86_400_000;

const written = new Map<number, IsoDate>();
let lastDate = '';
let lastDay = 0;

/** `addDays` of the calendar for millions of dates: a life's days are some 40,000, each written out once. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  if (date !== lastDate) {
    lastDate = date;
    lastDay = Date.parse(date) / DAY;
  }
  const day = lastDay + days;
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10) as IsoDate;
  written.set(day, text);
  return text;
}
