import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import { countedIdOf } from '../../../domain/registry/household-input.ts';
import { peopleNames } from '../registry/households/people-names.ts';

/** Names of everybody who ever was of a household, by how sums call them. */
export function namesOf(facts: readonly AnyFact[]): ReadonlyMap<string, string> {
  return new Map(peopleNames(facts).map(({ subject, name }) => [countedIdOf(subject), name]));
}
