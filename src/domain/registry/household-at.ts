import type { IsoDate } from '../shared/iso-date.ts';
import { HEAD, type AnyFact, type FactKind, type HouseholdFact } from './household-fact.ts';

/** What a fact needs to be asked when it held and when it was known. */
type Held = Pick<AnyFact, 'validFrom' | 'validTo'>;
type Known = Pick<AnyFact, 'recordedIn' | 'supersededIn'>;

/** What the branch knew after a change; null for what it knows now. */
export function knownAt<Fact extends Known>(facts: readonly Fact[], change: number | null): Fact[] {
  return facts.filter(({ recordedIn, supersededIn }) =>
    change === null
      ? supersededIn === null
      : recordedIn <= change && (supersededIn === null || supersededIn > change),
  );
}

export function holdsOn({ validFrom, validTo }: Held, day: IsoDate): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

/** Whether two spans share a day; ends are the first day after, null for none. */
export function overlaps(one: Held, other: Held): boolean {
  return (
    (one.validTo === null || other.validFrom < one.validTo) &&
    (other.validTo === null || one.validFrom < other.validTo)
  );
}

export function isKind<Kind extends FactKind>(
  fact: AnyFact,
  kind: Kind,
): fact is Extract<AnyFact, HouseholdFact<Kind>> {
  return fact.kind === kind;
}

/** A household on one day, by what is known of it. */
export interface HouseholdOn {
  readonly date: IsoDate;
  readonly household: HouseholdFact<'household'> | null;
  readonly head: HouseholdFact<'person'> | null;
  /** By their numbers. Who had died is left out. */
  readonly dependants: readonly HouseholdFact<'person'>[];
  readonly contact: HouseholdFact<'contact'> | null;
  readonly incomes: readonly HouseholdFact<'income'>[];
  readonly assets: readonly HouseholdFact<'asset'>[];
  readonly stays: readonly HouseholdFact<'stay'>[];
  readonly dwellings: readonly HouseholdFact<'dwelling'>[];
  readonly breaches: readonly HouseholdFact<'breach'>[];
}

/** The household of a day; give what `knownAt` lets through. */
export function householdOn(known: readonly AnyFact[], date: IsoDate): HouseholdOn {
  const held = known.filter((fact) => holdsOn(fact, date));
  const of = <Kind extends FactKind>(kind: Kind) => held.filter((fact) => isKind(fact, kind));
  const people = of('person');
  return {
    date,
    household: of('household')[0] ?? null,
    head: people.find(({ subject }) => subject === HEAD) ?? null,
    dependants: people
      .filter(({ subject, data }) => subject !== HEAD && !hadDied(data, date))
      .sort((left, right) => left.subject - right.subject),
    contact: of('contact')[0] ?? null,
    incomes: of('income'),
    assets: of('asset'),
    stays: of('stay'),
    dwellings: of('dwelling'),
    breaches: of('breach'),
  };
}

/** Who dies in a month counts in it still, and not in the next (REG 23/2). */
export function hadDied(
  { deceasedOn }: { readonly deceasedOn: IsoDate | null },
  on: IsoDate,
): boolean {
  return deceasedOn !== null && deceasedOn < on;
}
