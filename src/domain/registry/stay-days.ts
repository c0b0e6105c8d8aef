import type { IsoDate } from '../shared/iso-date.ts';

/** From its first day to before `to`; null where it goes on. */
export interface Span {
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

const DAY = 86_400_000;

/** Days from `from` to before `to` on which at least one of the stays held; a day in two of them counts once. */
export function daysAway(stays: readonly Span[], from: IsoDate, to: IsoDate): number {
  const within = stays
    .map(({ validFrom, validTo }) => ({
      from: validFrom > from ? validFrom : from,
      to: validTo === null || validTo > to ? to : validTo,
    }))
    .filter((span) => span.from < span.to)
    .sort((left, right) => (left.from < right.from ? -1 : 1));
  let days = 0;
  let counted = from;
  for (const span of within) {
    const begin = span.from > counted ? span.from : counted;
    if (begin >= span.to) continue;
    days += (Date.parse(span.to) - Date.parse(begin)) / DAY;
    counted = span.to;
  }
  return days;
}

/** The same day of the year before; 28 February for the 29th. */
export function yearBefore(date: IsoDate): IsoDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  const rest = date.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}` as IsoDate;
}

/**
 * Whether somebody lives in a centre for good on a day: his stay has lasted more than two months by then, or is known to
 * last longer than that (LAW 1/20, REG 1).
 */
export function isPermanentOn({ validFrom, validTo }: Span, day: IsoDate): boolean {
  if (validFrom > day || (validTo !== null && validTo <= day)) return false;
  const twoMonths = monthsAfter(validFrom, 2);
  return twoMonths < day || (validTo !== null && twoMonths < validTo);
}

function monthsAfter(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return moved.toISOString().slice(0, 10) as IsoDate;
}
