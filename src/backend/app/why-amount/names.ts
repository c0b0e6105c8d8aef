import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import { isKind } from '../../../domain/registry/household-at.ts';
import { countedIdOf } from '../../../domain/registry/household-input.ts';

/** Names of everybody who ever was of a household, by how sums call them; the one recorded last counts. */
export function namesOf(facts: readonly AnyFact[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap((fact) =>
      isKind(fact, 'person') ? [[countedIdOf(fact.subject), fact.data.name] as const] : [],
    ),
  );
}
