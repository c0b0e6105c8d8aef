import type { FactProblem } from './check-fact.ts';
import type { HouseholdWarning, LivingElsewhere, NewFact } from './household-change.ts';
import { overlaps } from './household-at.ts';
import { HEAD } from './household-fact.ts';
import { maskNationalId } from './mask.ts';

type Person = Extract<NewFact, { kind: 'person' }>;
type Stay = Extract<NewFact, { kind: 'stay' }>;

/** What a household would be, and which of its facts a change brings. */
export interface HouseholdToBe {
  readonly known: readonly NewFact[];
  /** Those that the change brings, with the place of the wanted fact that states each; null for what is left of a split one. */
  readonly changed: ReadonlyMap<NewFact, number | null>;
}

export interface HouseholdProblem extends FactProblem {
  /** Place in the wanted facts; null for the household as a whole. */
  readonly item: number | null;
}

/** Why facts that are right each by itself contradict each other; the first that is found. */
export function householdProblem(
  household: HouseholdToBe,
  elsewhere: readonly LivingElsewhere[],
): HouseholdProblem | null {
  const { known, changed } = household;
  const people = known.filter((fact) => fact.kind === 'person');
  if (!people.some(({ subject }) => subject === HEAD) && known.length > 0) {
    return { item: null, field: 'head', code: 'HEAD_MISSING' };
  }
  for (const [fact, item] of changed) {
    const problem =
      fact.kind === 'person'
        ? (twiceInHousehold(fact, people) ?? livesElsewhere(fact, elsewhere))
        : (ofNobody(fact, people) ?? (fact.kind === 'stay' ? stayTwice(fact, known) : null));
    if (problem !== null) return { ...problem, item };
  }
  const touchesMembers = [...changed.keys()].some(
    ({ kind }) => kind === 'person' || kind === 'household',
  );
  return touchesMembers ? dependantsOfIndependent(household, people) : null;
}

/** Nobody is there twice, neither as two dependants nor as head and dependant. */
function twiceInHousehold(fact: Person, people: readonly Person[]): FactProblem | null {
  const other = people.find(
    (one) =>
      one.record !== fact.record &&
      overlaps(one, fact) &&
      (one.subject === fact.subject ||
        (fact.data.nationalId !== null && one.data.nationalId === fact.data.nationalId)),
  );
  if (other === undefined) return null;
  const heads = [other, fact].filter(({ subject }) => subject === HEAD).length;
  const details = { name: other.data.name };
  if (heads === 2) return { field: 'head', code: 'TWO_HEADS', details };
  const code = heads === 1 ? 'DEPENDANT_IS_HEAD' : 'DEPENDANT_REPEATED';
  return { field: 'nationalId', code, details };
}

/** LAW 11: nobody but the head may live in two families, and a head is nobody's dependant. */
function livesElsewhere(fact: Person, elsewhere: readonly LivingElsewhere[]): FactProblem | null {
  const { nationalId } = fact.data;
  if (nationalId === null) return null;
  const there = elsewhere.find(
    (one) =>
      one.nationalId === nationalId &&
      (fact.subject !== HEAD || one.as === 'dependant') &&
      overlaps(one, fact),
  );
  if (there === undefined) return null;
  return {
    field: 'nationalId',
    code: 'LIVES_ELSEWHERE',
    details: { head: there.headName, maskedNationalId: maskNationalId(nationalId) },
  };
}

function ofNobody(fact: NewFact, people: readonly Person[]): FactProblem | null {
  const isThere = people.some((person) => person.subject === fact.subject);
  return isThere ? null : { field: 'subject', code: 'PERSON_UNKNOWN' };
}

/** Days of one person in one place count once, so they are recorded once. */
function stayTwice(fact: Stay, known: readonly NewFact[]): FactProblem | null {
  const isTwice = known.some(
    (one) =>
      one.kind === 'stay' &&
      one.record !== fact.record &&
      one.subject === fact.subject &&
      one.data.place === fact.data.place &&
      overlaps(one, fact),
  );
  return isTwice ? { field: 'from', code: 'STAY_OVERLAPS' } : null;
}

function dependantsOfIndependent(
  { known, changed }: HouseholdToBe,
  people: readonly Person[],
): HouseholdProblem | null {
  for (const fact of known) {
    if (fact.kind !== 'household' || fact.data.kind !== 'independent') continue;
    const dependant = people.find(
      (person) =>
        person.subject !== HEAD && person.data.deceasedOn === null && overlaps(person, fact),
    );
    if (dependant === undefined) continue;
    return {
      item: changed.get(dependant) ?? changed.get(fact) ?? null,
      field: 'kind',
      code: 'INDEPENDENT_WITH_DEPENDANTS',
      details: { name: dependant.data.name },
    };
  }
  return null;
}

/** What is odd and may be right. */
export function householdWarnings({ known, changed }: HouseholdToBe): HouseholdWarning[] {
  const people = known.filter((fact) => fact.kind === 'person');
  const warnings: HouseholdWarning[] = [];
  const isBareFamily = known.some(
    (fact) =>
      fact.kind === 'household' &&
      fact.data.kind === 'family' &&
      fact.validTo === null &&
      !people.some((person) => person.subject !== HEAD && overlaps(person, fact)),
  );
  if (isBareFamily) {
    warnings.push({ code: 'FAMILY_WITHOUT_DEPENDANTS', item: null, field: 'kind' });
  }
  for (const [fact, item] of changed) {
    if (fact.kind !== 'person' || fact.data.relation !== 'child') continue;
    const head = people.find((one) => one.subject === HEAD && overlaps(one, fact));
    if (head !== undefined && head.data.birthDate >= fact.data.birthDate) {
      warnings.push({ code: 'CHILD_OLDER_THAN_HEAD', item, field: 'birthDate' });
    }
  }
  return warnings;
}
