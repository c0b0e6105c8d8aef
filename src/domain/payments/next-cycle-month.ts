import { addMonths, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

/**
 * The month whose cycle can still take a payment: after today's month and after the last month whose list has gone to the
 * banks, and not closed.
 */
export function nextCycleMonth(
  today: IsoDate,
  lastSent: IsoMonth | null,
  closed: ReadonlySet<IsoMonth>,
): IsoMonth {
  const next = addMonths(monthOf(today), 1);
  const afterLast = lastSent === null ? next : addMonths(lastSent, 1);
  let month = afterLast > next ? afterLast : next;
  while (closed.has(month)) month = addMonths(month, 1);
  return month;
}
