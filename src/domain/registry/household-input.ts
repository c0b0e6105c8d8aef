import type {
  CalculationInput,
  CountedAsset,
  CountedDependant,
  CountedHead,
  CountedIncome,
} from '../entitlement/calculation.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import {
  HEAD,
  type AnyFact,
  type FactData,
  type HouseholdFact,
  type SubjectNo,
} from './household-fact.ts';
import { hadDied, holdsOn } from './household-at.ts';
import { daysAway, isPermanentOn, yearBefore } from './stay-days.ts';

/** By which the sum names a person of a household: his number. */
export const countedIdOf = (subject: SubjectNo): string => String(subject);

/** Halalas a month; of a yearly income its twelfth, half up. */
export function monthlyOf({ amount, per }: FactData['income']): Halalas {
  return per === 'month' ? amount : halalas(Math.round(amount / 12));
}

const ADULT_YEARS = 18;

/**
 * What the pension of a month depends on: the household as it was on the month's first day by what is known of it (give what
 * `knownAt` lets through). Days abroad are those of the year before the pay date for the head and of the year before the
 * application for a dependant (REG 6, 12). After a head's death the eldest adult dependant stands for him, until he is head
 * of a household of his own, and the deceased one's amount is gone (REG 23/2). An independent's dwelling counts as proven
 * where nothing was recorded of any: unknown is not unproven.
 *
 * @returns null where no household or no head was known on that day.
 */
export function calculationInputOf(
  known: readonly AnyFact[],
  month: IsoMonth,
  payDate: IsoDate,
): CalculationInput | null {
  const day = `${month}-01` as IsoDate;
  const sorted = sortFacts(known, day);
  const { household } = sorted;
  const people = sorted.people.filter(({ data }) => !hadDied(data, day)).sort(bySubject);
  const head = people.find(({ subject }) => subject === HEAD) ?? successorOf(people, sorted, day);
  if (household === null || head === null) return null;

  const { kind, applicationDate, families } = household.data;
  const counted = new Set(people.map(({ subject }) => subject));
  const ofMember = ({ subject }: AnyFact): boolean => counted.has(subject);
  return {
    month,
    applicationDate,
    kind,
    head: countedHead(head, sorted, day, payDate),
    dependants: people
      .filter((person) => person !== head)
      .map((person) => countedDependant(person, sorted, day, applicationDate)),
    families,
    breachAllMinors: sorted.breaches.some(({ data }) => data.allMinors),
    incomes: sorted.incomes.filter(ofMember).sort(byRecord).map(countedIncome),
    assets: sorted.assets.filter(ofMember).sort(byRecord).map(countedAsset),
  };
}

interface SortedFacts {
  household: HouseholdFact<'household'> | null;
  readonly people: HouseholdFact<'person'>[];
  readonly incomes: HouseholdFact<'income'>[];
  readonly assets: HouseholdFact<'asset'>[];
  /** Of any day. */
  readonly stays: HouseholdFact<'stay'>[];
  readonly dwellings: HouseholdFact<'dwelling'>[];
  readonly breaches: HouseholdFact<'breach'>[];
}

function sortFacts(known: readonly AnyFact[], day: IsoDate): SortedFacts {
  const sorted: SortedFacts = {
    household: null,
    people: [],
    incomes: [],
    assets: [],
    stays: [],
    dwellings: [],
    breaches: [],
  };
  for (const fact of known) {
    if (fact.kind === 'stay') sorted.stays.push(fact);
    else if (!holdsOn(fact, day)) continue;
    else if (fact.kind === 'person') sorted.people.push(fact);
    else if (fact.kind === 'income') sorted.incomes.push(fact);
    else if (fact.kind === 'household') sorted.household = fact;
    else if (fact.kind === 'asset') sorted.assets.push(fact);
    else if (fact.kind === 'dwelling') sorted.dwellings.push(fact);
    else if (fact.kind === 'breach') sorted.breaches.push(fact);
  }
  return sorted;
}

type Person = HouseholdFact<'person'>;

function successorOf(living: readonly Person[], { people }: SortedFacts, day: IsoDate) {
  if (!people.some(({ subject }) => subject === HEAD)) return null;
  const born = `${Number(day.slice(0, 4)) - ADULT_YEARS}${day.slice(4)}`;
  const adults = living.filter(({ data }) => data.birthDate <= born);
  const [eldest] = adults.sort((left, right) =>
    left.data.birthDate < right.data.birthDate ? -1 : 1,
  );
  return eldest ?? null;
}

function countedHead(
  { subject, data }: Person,
  { stays, dwellings }: SortedFacts,
  day: IsoDate,
  payDate: IsoDate,
): CountedHead {
  return {
    id: countedIdOf(subject),
    birthDate: data.birthDate,
    nationality: data.nationality,
    student: data.student,
    daysAbroad: daysAbroad(stays, subject, payDate),
    inCentre: isInCentre(stays, subject, day),
    dwellingProven: dwellings.length === 0 || dwellings.some((one) => one.data.proof !== null),
  };
}

function countedDependant(
  { subject, data }: Person,
  { stays }: SortedFacts,
  day: IsoDate,
  applicationDate: IsoDate,
): CountedDependant {
  return {
    id: countedIdOf(subject),
    relation: data.relation ?? 'other',
    birthDate: data.birthDate,
    student: data.student,
    daysAbroad: daysAbroad(stays, subject, applicationDate),
    inCentre: isInCentre(stays, subject, day),
  };
}

type Stays = readonly HouseholdFact<'stay'>[];

function daysAbroad(stays: Stays, subject: SubjectNo, until: IsoDate): number {
  if (stays.length === 0) return 0;
  const abroad = stays.filter((stay) => stay.subject === subject && stay.data.place === 'abroad');
  return daysAway(abroad, yearBefore(until), until);
}

function isInCentre(stays: Stays, subject: SubjectNo, day: IsoDate): boolean {
  return stays.some(
    (stay) => stay.subject === subject && stay.data.place === 'centre' && isPermanentOn(stay, day),
  );
}

function countedIncome({ subject, data }: HouseholdFact<'income'>): CountedIncome {
  const person = countedIdOf(subject);
  const { type, amount, per } = data;
  return per === 'month' ? { person, type, monthly: amount } : { person, type, yearly: amount };
}

function countedAsset({ subject, data }: HouseholdFact<'asset'>): CountedAsset {
  return {
    person: countedIdOf(subject),
    type: data.type,
    ...(data.value === null ? {} : { value: data.value }),
    ...(data.count === null ? {} : { count: data.count }),
  };
}

/** The same household always makes the same input, in whatever order it became known. */
function byRecord(left: AnyFact, right: AnyFact): number {
  return left.subject - right.subject || left.record - right.record;
}

function bySubject(left: AnyFact, right: AnyFact): number {
  return left.subject - right.subject;
}
