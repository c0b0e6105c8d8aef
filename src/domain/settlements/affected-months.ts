import type { AnyFact } from '../registry/household-fact.ts';
import {
  addDays,
  addMonths,
  dayOfMonth,
  monthOf,
  type IsoDate,
  type IsoMonth,
} from '../shared/iso-date.ts';

/** A stay counts in the year after it (REG 6, 12). */
const DAYS_A_STAY_COUNTS = 366;

/** A month and what the branch knew when its payment was made: number of a registry change. */
export interface MonthMade {
  readonly month: IsoMonth;
  readonly knownAt: number;
}

/** Whether a fact is known otherwise than it was after a change; what was noted and taken back since says nothing. */
function isNews({ recordedIn, supersededIn }: AnyFact, knownAt: number): boolean {
  const wasKnown = recordedIn <= knownAt && (supersededIn === null || supersededIn > knownAt);
  return wasKnown !== (supersededIn === null);
}

function reaches({ kind, validFrom, validTo }: AnyFact, month: IsoMonth): boolean {
  if (kind === 'contact') return false;
  const first = `${month}-01` as IsoDate;
  if (kind !== 'stay') return validFrom <= first && (validTo === null || validTo > first);
  const last = dayOfMonth(month, 31);
  return validFrom <= last && (validTo === null || validTo > addDays(first, -DAYS_A_STAY_COUNTS));
}

/** The first month of which something is known otherwise than when it was paid; null where nothing is. */
export function firstTouched(
  facts: readonly AnyFact[],
  months: readonly MonthMade[],
): IsoMonth | null {
  let first: IsoMonth | null = null;
  for (const { month, knownAt } of months) {
    if (first !== null && month >= first) continue;
    if (facts.some((fact) => reaches(fact, month) && isNews(fact, knownAt))) first = month;
  }
  return first;
}

/**
 * The months from the first that something touches to the last that was paid, in their order.
 * @param limit Months back from today for which a difference is paid (setting); null for all.
 */
export function affectedMonths(
  from: IsoMonth | null,
  lastPaid: IsoMonth | null,
  today: IsoDate,
  limit: number | null,
): IsoMonth[] {
  if (from === null || lastPaid === null) return [];
  const earliest = limit === null ? from : addMonths(monthOf(today), -limit);
  const months: IsoMonth[] = [];
  for (
    let month = from > earliest ? from : earliest;
    month <= lastPaid;
    month = addMonths(month, 1)
  ) {
    months.push(month);
  }
  return months;
}
