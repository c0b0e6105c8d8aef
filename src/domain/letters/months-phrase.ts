import { GREGORIAN_MONTHS } from '../shared/hijri.ts';
import { addMonths } from '../shared/iso-date.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

/** `سبتمبر 2026م`. */
export function monthName(month: IsoMonth): string {
  return `${nameOf(month)} ${yearOf(month)}م`;
}

/** From so many months on, an unbroken row of them is named by its ends. */
const NAMED_BY_ENDS = 4;

/**
 * What a complaint is about, in the genitive after a noun: `دفعة شهر سبتمبر 2026م`, `دفعتي شهري …`,
 * `دفعات أشهر …`, `دفعات الأشهر من … إلى …`.
 */
export function paymentsOfMonths(months: readonly IsoMonth[]): string {
  const sorted = [...new Set(months)].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return 'الدفعة';
  if (sorted.length === 1) return `دفعة شهر ${monthName(first)}`;
  const unbroken = addMonths(first, sorted.length - 1) === last;
  if (unbroken && sorted.length >= NAMED_BY_ENDS) {
    return `دفعات الأشهر من ${monthName(first)} إلى ${monthName(last)}`;
  }
  const names = sorted.map((month, index) => {
    const next = sorted[index + 1];
    return next !== undefined && yearOf(next) === yearOf(month) ? nameOf(month) : monthName(month);
  });
  return `${names.length === 2 ? 'دفعتي شهري' : 'دفعات أشهر'} ${names.join(' و')}`;
}

function nameOf(month: IsoMonth): string {
  const name = GREGORIAN_MONTHS[Number(month.slice(5)) - 1];
  if (name === undefined) throw new RangeError(`Not a month: ${month}`);
  return name;
}

function yearOf(month: IsoMonth): string {
  return month.slice(0, 4);
}
