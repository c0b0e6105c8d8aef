import { FIRST_PROGRAMME_MONTH } from '../cases/programme.ts';
import { addHalalas, subtractHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { endOfPeriod, type DayCount, type WorkCalendar } from '../shared/working-days.ts';
import type { ComplaintCategory } from './complaint-status.ts';
import { windowState, type FilingWindow } from './filing-window.ts';

/** One month of a claim as the beneficiary states it, in halalas. */
export interface ClaimMonth {
  readonly month: IsoMonth;
  readonly expected: Halalas;
  readonly received: Halalas;
}

export interface Claim {
  readonly category: ComplaintCategory;
  readonly months: readonly ClaimMonth[];
}

/**
 * Checks a claim as such and sums what is missing by it, in halalas.
 * Errors with the `month`: MONTH_TWICE, MONTH_BEFORE_PROGRAMME, NEGATIVE_AMOUNT, RECEIVED_ABOVE_EXPECTED,
 * RECEIVED_NOT_ZERO (a claim of an empty payment); NOTHING_CLAIMED.
 */
export function checkClaim({ category, months }: Claim): Result<Halalas, Refusal> {
  for (const [index, { month, expected, received }] of months.entries()) {
    if (months.findIndex((other) => other.month === month) !== index) {
      return refuse('MONTH_TWICE', { month });
    }
    if (month < FIRST_PROGRAMME_MONTH) return refuse('MONTH_BEFORE_PROGRAMME', { month });
    if (expected < 0 || received < 0) return refuse('NEGATIVE_AMOUNT', { month });
    if (received > expected) return refuse('RECEIVED_ABOVE_EXPECTED', { month });
    if (category === 'zero' && received > 0) return refuse('RECEIVED_NOT_ZERO', { month });
  }
  const claimed = addHalalas(...months.map((month) => missing(month)));
  return claimed === 0 && category !== 'late' ? refuse('NOTHING_CLAIMED') : ok(claimed);
}

export function missing({ expected, received }: ClaimMonth): Halalas {
  return subtractHalalas(expected, received);
}

/**
 * Whether filing today is in time for every month; true when it is late and a supervisor must allow it.
 * Errors: WINDOW_NOT_OPEN with the month and the day on which it opens; waiting for it needs no permission.
 */
export function isFiledLate(
  windows: readonly (FilingWindow & { readonly month: IsoMonth })[],
  today: IsoDate,
): Result<boolean, Refusal> {
  const early = windows.find((window) => windowState(window, today) === 'notYetOpen');
  if (early) return refuse('WINDOW_NOT_OPEN', { month: early.month, opensOn: early.opensOn });
  return ok(windows.some((window) => windowState(window, today) === 'closed'));
}

/** WINDOW_CLOSED with the month that closed first, as the officer is told before a supervisor signs. */
export function windowClosed(
  windows: readonly (FilingWindow & { readonly month: IsoMonth })[],
): Result<never, Refusal> {
  const first = [...windows].sort((a, b) => a.closesOn.localeCompare(b.closesOn))[0];
  return refuse('WINDOW_CLOSED', {
    month: first?.month ?? null,
    opensOn: first?.opensOn ?? null,
    closesOn: first?.closesOn ?? null,
  });
}

/** The day by which the branch decides a case filed on a day. */
export function decisionDeadline(
  filedOn: IsoDate,
  setting: { readonly days: number; readonly count: DayCount },
  calendar: WorkCalendar,
): IsoDate {
  return endOfPeriod(filedOn, setting.days, setting.count, calendar);
}
