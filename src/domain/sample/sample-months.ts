import { DEFAULT_PAY_DATE, payDateOf } from '../payments/pay-date.ts';
import {
  addDays,
  addMonths,
  dayOfMonth,
  monthOf,
  type IsoDate,
  type IsoMonth,
} from '../shared/iso-date.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';

/**
 * The four cycles of a sample, seen from the day on which it is made: two settled months, the month whose answers wait as
 * files, and the month whose list waits.
 */
export const CYCLES = ['beforeLast', 'last', 'current', 'next'] as const;
export type SampleCycle = (typeof CYCLES)[number];

const OFFSETS: Readonly<Record<SampleCycle, number>> = {
  beforeLast: -2,
  last: -1,
  current: 0,
  next: 1,
};

export function monthOfCycle(today: IsoDate, cycle: SampleCycle): IsoMonth {
  return addMonths(monthOf(today), OFFSETS[cycle]);
}

/** When a cycle's list and the bank's files of it arrive. */
export interface CycleDates {
  /** Eligibility is announced on the 27th of the month before. */
  readonly listedOn: IsoDate;
  readonly paidOn: IsoDate;
  readonly answeredOn: IsoDate;
  /** Credits are booked on the pay date and the day after. */
  readonly bookedOn: IsoDate;
  /** Returns come some days after the credit. */
  readonly returnedOn: IsoDate;
  /** The notification tells all of it, before complaints open on the tenth. */
  readonly notifiedOn: IsoDate;
}

const NO_HOLIDAYS = { weekend: DEFAULT_SETTINGS.weekend, holidays: new Set<string>() };

export function datesOf(month: IsoMonth): CycleDates {
  const paidOn = payDateOf(month, DEFAULT_PAY_DATE, NO_HOLIDAYS);
  return {
    listedOn: dayOfMonth(addMonths(month, -1), 27),
    paidOn,
    answeredOn: paidOn,
    bookedOn: paidOn,
    returnedOn: addDays(paidOn, 4),
    notifiedOn: addDays(paidOn, 7),
  };
}
