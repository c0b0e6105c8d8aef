import type { AnyFact, SubjectNo } from '../../../../domain/registry/household-fact.ts';

/** Everybody who ever had a number in a household, by the name that was recorded last. */
export function peopleNames(facts: readonly AnyFact[]): { subject: SubjectNo; name: string }[] {
  const names = new Map<SubjectNo, string>();
  for (const fact of facts) if (fact.kind === 'person') names.set(fact.subject, fact.data.name);
  return [...names]
    .sort(([left], [right]) => left - right)
    .map(([subject, name]) => ({ subject, name }));
}
