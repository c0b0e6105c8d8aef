import type { AnyFact } from '../../../../domain/registry/household-fact.ts';

/** The number of the last change of a household, by which a correction shows that it was seen; 0 before the first. */
export function lastChangeOf(facts: readonly AnyFact[]): number {
  return facts.reduce(
    (last, { recordedIn, supersededIn }) => Math.max(last, recordedIn, supersededIn ?? 0),
    0,
  );
}
