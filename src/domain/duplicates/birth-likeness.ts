import { gregorianToHijri, hasHijriDate, hijriToGregorian } from '../shared/hijri.ts';
import { addDays, isIsoDate, type IsoDate } from '../shared/iso-date.ts';

/**
 * How far two dates of birth agree: `neighbour` is a day apart (official papers differ by one where a Hijri date was
 * converted), `swapped` has day and month exchanged in either calendar, `partly` shares two of day, month and year.
 */
export const BIRTH_LIKENESS = [
  'same',
  'neighbour',
  'swapped',
  'partly',
  'unknown',
  'differs',
] as const;
export type BirthLikeness = (typeof BIRTH_LIKENESS)[number];

/** A date of birth with the days that may have been meant by it, worked out once for many comparisons. */
export interface BirthDay {
  readonly date: IsoDate;
  readonly dayAfter: IsoDate;
  /** Day and month exchanged; null where there is no such day. */
  readonly swapped: IsoDate | null;
  readonly hijriSwapped: IsoDate | null;
}

export function birthDay(date: IsoDate): BirthDay {
  return {
    date,
    dayAfter: addDays(date, 1),
    swapped: withDayAndMonthSwapped(date),
    hijriSwapped: withHijriSwapped(date),
  };
}

export function birthLikeness(one: BirthDay | null, other: BirthDay | null): BirthLikeness {
  if (one === null || other === null) return 'unknown';
  if (one.date === other.date) return 'same';
  if (one.dayAfter === other.date || other.dayAfter === one.date) return 'neighbour';
  if (one.swapped === other.date || one.hijriSwapped === other.date) return 'swapped';
  const [left, right] = [one.date, other.date];
  const alike =
    Number(left.startsWith(right.slice(0, 4))) +
    Number(left.slice(5, 7) === right.slice(5, 7)) +
    Number(left.endsWith(right.slice(8)));
  return alike === 2 ? 'partly' : 'differs';
}

/** 3 May for 5 March. */
function withDayAndMonthSwapped(date: IsoDate): IsoDate | null {
  const swapped = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
  return isIsoDate(swapped) ? swapped : null;
}

/** The same within the Hijri calendar; null also where its table ends. */
function withHijriSwapped(date: IsoDate): IsoDate | null {
  if (!hasHijriDate(date)) return null;
  const { year, month, day } = gregorianToHijri(date);
  return day > 12 ? null : hijriToGregorian({ year, month: day, day: month });
}
