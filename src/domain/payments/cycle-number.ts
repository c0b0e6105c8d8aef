import type { IsoMonth } from '../shared/iso-date.ts';

/**
 * The number under which a month's cycle is known. Published ones (16 = April 2023, 31 = July 2024) count months from
 * January 2022, cycle 1.
 */
export function cycleNumberOf(month: IsoMonth, first: IsoMonth): number {
  return monthIndex(month) - monthIndex(first) + 1;
}

const monthIndex = (month: IsoMonth): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
