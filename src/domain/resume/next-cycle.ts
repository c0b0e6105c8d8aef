import { addMonths, monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

export interface KnownCycle {
  readonly month: IsoMonth;
  readonly payDate: IsoDate;
  readonly status: 'open' | 'closed';
}

/** Nobody closes cycles years ahead; more would be a fault of the settings. */
const MONTHS_AHEAD = 24;

/**
 * The month of the next cycle that can still carry a payment: open or not made yet, paid after today, and later than the
 * cycle that failed. Null where two years hold none.
 * @param payDateOf The day on which a month without a cycle would be paid.
 */
export function nextCycleMonth(
  today: IsoDate,
  failedIn: IsoMonth,
  cycles: readonly KnownCycle[],
  payDateOf: (month: IsoMonth) => IsoDate,
): IsoMonth | null {
  const known = new Map(cycles.map((cycle) => [cycle.month, cycle]));
  const current = monthOf(today);
  const afterFailed = addMonths(failedIn, 1);
  let month = current > afterFailed ? current : afterFailed;
  for (let ahead = 0; ahead < MONTHS_AHEAD; ahead += 1) {
    const cycle = known.get(month);
    const payDate = cycle?.payDate ?? payDateOf(month);
    if (cycle?.status !== 'closed' && payDate > today) return month;
    month = addMonths(month, 1);
  }
  return null;
}

/** `RSM60-000001`: the end-to-end id of a resumed payment, by the number of the cycle that carries it. */
export function resumeReference(cycleNumber: number, serial: number): string {
  return `RSM${cycleNumber}-${String(serial).padStart(6, '0')}`;
}
