import { saudiMobile } from '../deliveries/addresses.ts';
import { householdOn, isKind, knownAt, type HouseholdOn } from '../registry/household-at.ts';
import type { SubjectRef, WantedFact } from '../registry/household-change.ts';
import {
  HEAD,
  type AnyFact,
  type FactData,
  type HouseholdFact,
  type SubjectNo,
} from '../registry/household-fact.ts';
import { halalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { sameValue } from '../shared/same-value.ts';
import { latinDigits } from '../shared/search-key.ts';
import { birthDateOf } from './check-person.ts';
import type { Intake, IntakeDependant, IntakePerson } from './intake.ts';

/** A wanted fact with the path of the field that it came from. */
export interface TracedFact {
  readonly path: string;
  readonly fact: WantedFact;
}

export interface AcceptanceDays {
  /** Of the application: from which the year before it is counted (REG 10/1). */
  readonly applicationDate: IsoDate;
  /** The first of the month from which the pension is paid (REG 22). */
  readonly from: IsoDate;
}

/**
 * What an accepted application says of a household, as changes of what the registry knows. What the sum rests on holds from
 * the first of the month after the acceptance, so that no month before it can become due (REG 22). Who lives there, how he is
 * reached and where holds from the application where nothing was known before. Stays have days of their own.
 *
 * @param intake One that `checkIntake` lets through.
 * @param facts All there ever were.
 */
export function wantedFacts(
  intake: Intake,
  facts: readonly AnyFact[],
  days: AcceptanceDays,
): TracedFact[] {
  const known = knownAt(facts, null);
  const on = householdOn(known, days.from);
  const peopleFrom = known.length === 0 ? days.applicationDate : days.from;
  const subjects = subjectsOf(intake.dependants, on);
  const { kind, families } = given(intake.household);
  return [
    ...revised(on.household, 'household', {
      kind,
      families,
      applicationDate: days.applicationDate,
    }).map((data) => begin('household', 'household', HEAD, data, days.from)),
    ...revised(on.head, 'person', personData(intake.applicant, null)).map((data) =>
      begin('applicant', 'person', HEAD, data, peopleFrom),
    ),
    ...revised(on.contact, 'contact', contactData(intake)).map((data) =>
      begin('contact', 'contact', HEAD, data, peopleFrom),
    ),
    ...dependantFacts(intake, on, subjects, peopleFrom, days.from),
    ...meansFacts(intake, on, subjects, days.from),
    ...stayFacts(intake, known, subjects),
    ...dwellingFacts(intake, on, peopleFrom, days.from),
  ];
}

/** Of a checked intake nothing that is asked is missing. */
function given<T extends object>(fields: T): { [Key in keyof T]: NonNullable<T[Key]> } {
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) throw new TypeError(`An intake without ${name} was let through`);
  }
  return fields as { [Key in keyof T]: NonNullable<T[Key]> };
}

/** What is to be said anew; nothing where it is known so already. */
function revised<Kind extends keyof FactData>(
  known: HouseholdFact<Kind> | null,
  _kind: Kind,
  data: FactData[Kind],
): FactData[Kind][] {
  return known !== null && sameValue(known.data, data) ? [] : [data];
}

function begin<Kind extends keyof FactData>(
  path: string,
  kind: Kind,
  subject: SubjectRef,
  data: FactData[Kind],
  from: IsoDate,
  to: IsoDate | null = null,
): TracedFact {
  // The pair of kind and data is what `Kind` says; the compiler cannot tell members of the union apart here.
  return { path, fact: { action: 'begin', kind, subject, data, from, to } as WantedFact };
}

/** Whom the numbers of an intake mean: a dependant who is known, or somebody new. */
function subjectsOf(
  dependants: readonly IntakeDependant[],
  { dependants: known }: HouseholdOn,
): ReadonlyMap<SubjectNo, SubjectRef> {
  const refs = new Map<SubjectNo, SubjectRef>([[HEAD, HEAD]]);
  for (const { subject, nationalId } of dependants) {
    const id = idOf(nationalId);
    const byId = known.find(({ data }) => id !== null && data.nationalId === id);
    const byNumber = known.find(
      (one) =>
        one.subject === subject &&
        (id === null || one.data.nationalId === null || one.data.nationalId === id),
    );
    const found = byId ?? byNumber;
    refs.set(subject, found?.subject ?? { newDependant: String(subject) });
  }
  return refs;
}

function idOf(nationalId: string): string | null {
  const digits = latinDigits(nationalId.trim());
  return digits === '' ? null : digits;
}

function refOf(refs: ReadonlyMap<SubjectNo, SubjectRef>, subject: SubjectNo): SubjectRef {
  const ref = refs.get(subject);
  if (ref === undefined) throw new TypeError('An intake that points at nobody was let through');
  return ref;
}

function personData(
  person: IntakePerson,
  as: {
    relation: FactData['person']['relation'];
    dependantKind: FactData['person']['dependantKind'];
  } | null,
): FactData['person'] {
  const birthDate = birthDateOf(person);
  if (birthDate === null) throw new TypeError('An intake without a birth date was let through');
  const { name, nationalId, sex, birthTyped, student, disabled } = person;
  const { nationality } = given({ nationality: person.nationality });
  return {
    name: name.trim().replace(/\s+/g, ' '),
    nationalId: idOf(nationalId),
    sex,
    birthDate,
    birthTyped,
    nationality,
    relation: as?.relation ?? null,
    dependantKind: as?.dependantKind ?? null,
    student,
    disabled,
    deceasedOn: null,
  };
}

function contactData({ contact }: Intake): FactData['contact'] {
  const { phone, email, address, addressLine } = contact;
  const mobile = saudiMobile(phone);
  return {
    // Lists and search know numbers as they are dialled in the Kingdom.
    phone: mobile === null ? null : `0${mobile.slice(4)}`,
    email: email.trim() || null,
    address,
    addressLine: addressLine.trim(),
  };
}

function dependantFacts(
  { dependants }: Intake,
  on: HouseholdOn,
  subjects: ReadonlyMap<SubjectNo, SubjectRef>,
  peopleFrom: IsoDate,
  from: IsoDate,
): TracedFact[] {
  const stays = new Set([...subjects.values()].filter((ref) => typeof ref === 'number'));
  const left = on.dependants.filter(({ subject }) => !stays.has(subject));
  return [
    ...left.map(({ record }) => end('dependants', record, from)),
    ...dependants.flatMap((dependant, index): TracedFact[] => {
      const path = `dependants.${index}`;
      const ref = refOf(subjects, dependant.subject);
      const data = personData(dependant, dependant);
      const known = on.dependants.find(({ subject }) => subject === ref);
      if (known === undefined) return [begin(path, 'person', ref, data, peopleFrom)];
      if (sameValue(known.data, data)) return [];
      const { record } = known;
      return [{ path, fact: { action: 'revise', kind: 'person', record, data, from, to: null } }];
    }),
  ];
}

function meansFacts(
  { incomes, assets }: Intake,
  on: HouseholdOn,
  subjects: ReadonlyMap<SubjectNo, SubjectRef>,
  from: IsoDate,
): TracedFact[] {
  const wantedIncomes = incomes.map(({ person, type, amount, per, from: source }, index) => {
    const said = given({ type, amount });
    const data = { type: said.type, amount: halalas(said.amount), per, from: source.trim() };
    return { path: `incomes.${index}`, ref: refOf(subjects, person), data };
  });
  const wantedAssets = assets.map(({ person, type, value, count, description }, index) => {
    const said = given({ type });
    const worth = value === null ? null : halalas(value);
    const data = { type: said.type, value: worth, count, description: description.trim() };
    return { path: `assets.${index}`, ref: refOf(subjects, person), data };
  });
  return [
    ...replaced('income', 'incomes', on.incomes, wantedIncomes, from),
    ...replaced('asset', 'assets', on.assets, wantedAssets, from),
  ];
}

/** What is known and said again goes on; what is not said any more ends; what is new begins. */
function replaced<Kind extends 'income' | 'asset'>(
  kind: Kind,
  list: string,
  known: readonly HouseholdFact<Kind>[],
  wanted: readonly {
    readonly path: string;
    readonly ref: SubjectRef;
    readonly data: FactData[Kind];
  }[],
  from: IsoDate,
): TracedFact[] {
  const left = [...known];
  const added = wanted.flatMap(({ path, ref, data }) => {
    const index = left.findIndex((one) => one.subject === ref && sameValue(one.data, data));
    if (index < 0) return [begin(path, kind, ref, data, from)];
    left.splice(index, 1);
    return [];
  });
  return [...left.map(({ record }) => end(list, record, from)), ...added];
}

function stayFacts(
  { stays }: Intake,
  known: readonly AnyFact[],
  subjects: ReadonlyMap<SubjectNo, SubjectRef>,
): TracedFact[] {
  const recorded = known.filter((fact) => isKind(fact, 'stay'));
  return stays.flatMap((stay, index): TracedFact[] => {
    const path = `stays.${index}`;
    const ref = refOf(subjects, stay.person);
    const { place } = given({ place: stay.place });
    const from = stay.from as IsoDate;
    const to = stay.to === '' ? null : (stay.to as IsoDate);
    const data = { place, where: stay.where.trim() };
    const same = recorded.find(
      (one) => one.subject === ref && one.data.place === place && one.validFrom === from,
    );
    if (same === undefined) return [begin(path, 'stay', ref, data, from, to)];
    if (same.validTo === to || to === null) return [];
    return [end(path, same.record, to)];
  });
}

function dwellingFacts(
  { dwelling }: Intake,
  on: HouseholdOn,
  peopleFrom: IsoDate,
  from: IsoDate,
): TracedFact[] {
  const { tenure } = given({ tenure: dwelling.tenure });
  const { proof, proofNumber, address } = dwelling;
  const data = { tenure, proof, proofNumber: proofNumber.trim(), address };
  const left = on.dwellings.filter((known) => !sameValue(known.data, data));
  return [
    ...left.map(({ record }) => end('dwelling', record, from)),
    ...(left.length === on.dwellings.length
      ? [begin('dwelling', 'dwelling', HEAD, data, peopleFrom)]
      : []),
  ];
}

function end(path: string, record: number, on: IsoDate): TracedFact {
  return { path, fact: { action: 'end', record, on } };
}
