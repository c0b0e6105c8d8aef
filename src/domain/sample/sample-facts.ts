import type { AssetType, Relation } from '../entitlement/calculation.ts';
import type { NewFact } from '../registry/household-change.ts';
import {
  HEAD,
  type AnyFact,
  type FactData,
  type FactKind,
  type NationalAddress,
  type SubjectNo,
} from '../registry/household-fact.ts';
import { halalas } from '../shared/halalas.ts';
import { addMonths, dayOfMonth, monthOf, type IsoDate } from '../shared/iso-date.ts';
import { yearBefore } from '../registry/stay-days.ts';
import type { SampleMember } from './household.ts';
import { daysAfter } from './plain-days.ts';
import type { Random } from './random.ts';
import type { SampleEligibility, SampleIncome } from './sample-person.ts';
import { syntheticNationalId } from './synthetic-numbers.ts';

/** What was drawn of a beneficiary before it becomes facts. */
export interface DrawnPerson {
  readonly index: number;
  readonly seed: number;
  readonly resident: boolean;
  readonly nationalId: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: IsoDate;
  readonly phone: string | null;
  readonly address: NationalAddress;
  readonly kind: FactData['household']['kind'];
  readonly eligibility: SampleEligibility;
  readonly members: readonly SampleMember[];
  readonly registeredOn: IsoDate;
}

/** Facts of a household in the order of their numbers, as they are recorded when it is founded. */
export class SampleFacts {
  readonly list: NewFact[] = [];

  add<Kind extends FactKind>(
    kind: Kind,
    subject: SubjectNo,
    data: FactData[Kind],
    validFrom: IsoDate,
    validTo: IsoDate | null = null,
  ): void {
    const seq = this.list.length + 1;
    const fact = { seq, record: seq, kind, subject, data, validFrom, validTo };
    this.list.push(fact as NewFact);
  }
}

/** Facts as the branch knows them, for sums over what is not recorded yet. */
export function asKnown(facts: readonly NewFact[]): AnyFact[] {
  return facts.map((fact) => ({ ...fact, recordedIn: 1, supersededIn: null }));
}

/** Grounds of refusal beside too much income: each makes the household's own facts say so. */
export const OTHER_GROUNDS = ['abroad', 'cars', 'workers', 'dwelling'] as const;
export type OtherGround = (typeof OTHER_GROUNDS)[number];

/**
 * Everything of a household but its incomes.
 * @param ground On which an ineligible one was refused; null for incomes, and for the others.
 */
export function householdFacts(
  facts: SampleFacts,
  random: Random,
  person: DrawnPerson,
  today: IsoDate,
  ground: OtherGround | null,
): void {
  const { kind, registeredOn: since, members } = person;
  const isSpread =
    kind === 'family' && ground === null && person.sex === 'male' && random.chance(0.012);
  const families = isSpread && person.eligibility === 'eligible' && members.length > 1 ? 2 : 1;
  facts.add('household', HEAD, { kind, applicationDate: since, families }, since);
  facts.add('person', HEAD, headData(person), since);
  const { phone, address } = person;
  facts.add('contact', HEAD, { phone, email: null, address, addressLine: '' }, since);
  for (const [place, member] of members.entries()) {
    const subject = place + 1;
    // NOTE: who was born after the household was registered belongs to it from his birth.
    const from = member.birthDate > since ? member.birthDate : since;
    facts.add('person', subject, memberData(person, member, subject, random, today), from);
    addStays(facts, subject, member, since);
  }
  addDwellings(facts, random, person, families, ground);
  addAssets(facts, random, person, ground);
  addHeadStays(facts, random, today, ground);
  addBreach(facts, random, members, today);
}

function headData(person: DrawnPerson): FactData['person'] {
  const { name, nationalId, sex, birthDate, resident } = person;
  return {
    name,
    nationalId,
    sex,
    birthDate,
    birthTyped: null,
    nationality: resident ? 'exempt' : 'saudi',
    relation: null,
    dependantKind: null,
    student: false,
    disabled: false,
    deceasedOn: null,
  };
}

const ADULT = 18;
const STUDENT_UNTIL = 25;

function memberData(
  { index, seed, resident }: DrawnPerson,
  { name, sex, relation, birthDate }: SampleMember,
  subject: SubjectNo,
  random: Random,
  today: IsoDate,
): FactData['person'] {
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const isStudentAge = relation === 'child' && age > ADULT && age < STUDENT_UNTIL;
  return {
    name,
    nationalId: syntheticNationalId(index, seed, resident, subject),
    sex,
    birthDate,
    birthTyped: null,
    nationality: resident ? 'exempt' : 'saudi',
    relation,
    dependantKind: dependantKindOf(relation, age),
    student: isStudentAge && random.chance(0.7),
    disabled: random.chance(0.03),
    deceasedOn: null,
  };
}

function dependantKindOf(relation: Relation, age: number): FactData['person']['dependantKind'] {
  if (relation === 'other') return 'cohabitant';
  return relation === 'child' && age < ADULT ? 'ward' : 'relative';
}

/** Abroad in the year before the application; in a centre since before the household was registered. */
function addStays(
  facts: SampleFacts,
  subject: SubjectNo,
  { daysAbroad, inCentre, birthDate }: SampleMember,
  since: IsoDate,
): void {
  const begun = daysAfter(since, -daysAbroad);
  if (daysAbroad > 0 && begun > birthDate) {
    facts.add('stay', subject, { place: 'abroad', where: 'الأردن' }, begun, since);
  }
  const admitted = daysAfter(since, -120);
  if (inCentre && admitted > birthDate) {
    facts.add('stay', subject, { place: 'centre', where: 'مركز تأهيل' }, admitted);
  }
}

const TENURES = [
  ['rented', 46],
  ['owned', 38],
  ['shared', 8],
  ['government', 6],
  ['other', 2],
] as const satisfies readonly (readonly [FactData['dwelling']['tenure'], number])[];

const PROOFS: Readonly<Record<FactData['dwelling']['tenure'], FactData['dwelling']['proof']>> = {
  rented: 'lease',
  owned: 'deed',
  government: 'governmentLetter',
  shared: 'lease',
  other: 'lease',
};

function addDwellings(
  facts: SampleFacts,
  random: Random,
  { address, registeredOn }: DrawnPerson,
  families: number,
  ground: OtherGround | null,
): void {
  for (let place = 0; place < families; place += 1) {
    const tenure = random.weighted(TENURES);
    const isProven = ground !== 'dwelling';
    facts.add(
      'dwelling',
      HEAD,
      {
        tenure,
        proof: isProven ? PROOFS[tenure] : null,
        proofNumber: isProven ? String(random.int(10_000_000, 99_999_999)) : '',
        address: place === 0 ? null : { ...address, buildingNo: String(random.int(2001, 8999)) },
      },
      registeredOn,
    );
  }
}

function addAssets(
  facts: SampleFacts,
  random: Random,
  { kind, registeredOn }: DrawnPerson,
  ground: OtherGround | null,
): void {
  const add = (type: AssetType, value: number | null, count: number | null): void => {
    const data = { type, value: value === null ? null : halalas(value), count, description: '' };
    facts.add('asset', HEAD, data, registeredOn);
  };
  if (ground === 'cars') add('car', null, kind === 'family' ? random.int(4, 5) : random.int(2, 3));
  else if (random.chance(0.5)) add('car', null, 1);
  if (ground === 'workers') add('domesticWorkers', null, random.int(3, 4));
  else if (kind === 'family' && random.chance(0.02)) add('domesticWorkers', null, 1);
  if (random.chance(0.07)) add('liquid', random.int(2, 60) * 10_000, null);
}

/** Head's days abroad count in the year before each payment: some weeks hinder nothing, months do. */
function addHeadStays(
  facts: SampleFacts,
  random: Random,
  today: IsoDate,
  ground: OtherGround | null,
): void {
  if (ground === 'abroad') {
    const from = daysAfter(yearBefore(today), random.int(140, 170));
    facts.add(
      'stay',
      HEAD,
      { place: 'abroad', where: 'مصر' },
      from,
      daysAfter(from, random.int(125, 190)),
    );
  } else if (random.chance(0.015)) {
    const from = daysAfter(today, -random.int(60, 300));
    facts.add(
      'stay',
      HEAD,
      { place: 'abroad', where: 'مصر' },
      from,
      daysAfter(from, random.int(5, 55)),
    );
  }
}

/** In the month at hand and the next: one increment of a family of minors is deducted (REG 20/6). */
function addBreach(
  facts: SampleFacts,
  random: Random,
  members: readonly SampleMember[],
  today: IsoDate,
): void {
  if (members.length === 0 || !random.chance(0.02)) return;
  const year = Number(today.slice(0, 4)) - ADULT;
  const areMinors = members.every(({ birthDate }) => birthDate > `${year}${today.slice(4)}`);
  if (!areMinors) return;
  const month = monthOf(today);
  const reason = 'لم يلتزم بخطة التأهيل دون عذر';
  const from = dayOfMonth(month, 1);
  facts.add('breach', HEAD, { reason, allMinors: true }, from, dayOfMonth(addMonths(month, 2), 1));
}

export function addIncome(facts: SampleFacts, income: SampleIncome, since: IsoDate): void {
  const { type, amount, per, member } = income;
  facts.add('income', member === null ? HEAD : member + 1, { type, amount, per, from: '' }, since);
}
