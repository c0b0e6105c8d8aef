import type { Halalas } from '../shared/halalas.ts';
import type { IsoInstant } from '../shared/iso-date.ts';

/** One thing that happened to a beneficiary, from whichever area. */
export interface TimelineEvent {
  readonly at: IsoInstant;
  readonly kind: 'payment' | 'complaint' | 'objection' | 'letter' | 'registry';
  /** Area and event, for example `payment.rejected`. */
  readonly code: string;
  readonly refId: string | null;
  readonly ref: string | null;
  readonly amount: Halalas | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/**
 * One time line out of those of the areas, the newest first. Each is given in the order in which its things happened, and of
 * things at the same instant the later one stands first; so do things of a line given later.
 */
export function mergeTimelines(...lines: readonly (readonly TimelineEvent[])[]): TimelineEvent[] {
  return lines
    .toReversed()
    .flatMap((line) => line.toReversed())
    .sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0));
}
