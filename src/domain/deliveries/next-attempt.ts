import { isoInstant, type IsoInstant } from '../shared/iso-date.ts';

const MINUTE_MS = 60_000;

/** Minutes to the next attempt after the first, second, ... one; the last holds for all that follow. */
const PAUSES_MINUTES = [1, 5, 15, 60, 240] as const;

/** A server that says no this often is not asked again by itself: some two days after the first. */
const MOST_REFUSALS = 15;

/**
 * When a message that was not taken is tried again. A server that cannot be reached is waited for without end: the
 * branch may be without a network for days; one that answers with a refusal is asked a limited number of times.
 *
 * @param attempts How often it was tried, this time included.
 * @param refusals How many of these were answered with a refusal.
 * @returns Null when it is not tried again.
 */
export function nextAttempt(attempts: number, refusals: number, now: Date): IsoInstant | null {
  if (refusals >= MOST_REFUSALS) return null;
  return isoInstant(new Date(now.getTime() + pauseMs(attempts)));
}

/** Milliseconds after so many attempts in a row. */
export function pauseMs(attempts: number): number {
  const at = Math.min(Math.max(attempts, 1), PAUSES_MINUTES.length) - 1;
  return (PAUSES_MINUTES[at] ?? 240) * MINUTE_MS;
}
