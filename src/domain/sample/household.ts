import type { Relation } from '../entitlement/calculation.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { daysAfter } from './plain-days.ts';
import {
  childName,
  drawName,
  givenName,
  writeName,
  type PersonName,
  type Sex,
} from './person-names.ts';
import type { Random } from './random.ts';

export interface SampleMember {
  readonly name: string;
  readonly sex: Sex;
  readonly relation: Relation;
  readonly birthDate: IsoDate;
  readonly daysAbroad: number;
  readonly inCentre: boolean;
}

export interface Head {
  readonly name: PersonName;
  readonly sex: Sex;
  /** Whole years at the day of the sample. */
  readonly age: number;
}

/** A day on which somebody of `age` has been that old for some part of a year. */
export function birthDateOf(random: Random, age: number, today: IsoDate): IsoDate {
  const year = Number(today.slice(0, 4)) - age;
  return daysAfter(`${year}${today.slice(4, 7)}-01` as IsoDate, -random.int(1, 330));
}

/** Sizes of a dependent family: how many dependants, and how often. */
const DEPENDANTS = [
  [1, 17],
  [2, 18],
  [3, 19],
  [4, 16],
  [5, 12],
  [6, 8],
  [7, 5],
  [8, 3],
  [9, 2],
] as const;

/** Eldest of whom the regulation lets a student be a dependant (REG 7/3). */
const OLDEST_CHILD = 25;
const YOUNGEST_PARENT = 19;

/** A dependent family of 1 to 9: spouse, children younger than their parents, parents older, others. */
export function drawHousehold(random: Random, head: Head, today: IsoDate): SampleMember[] {
  const size = random.weighted(DEPENDANTS);
  const members: SampleMember[] = [];
  const spouseAge = Math.max(
    19,
    head.age + (head.sex === 'male' ? -random.int(0, 9) : random.int(0, 9)),
  );
  const hasSpouse = random.chance(head.sex === 'male' ? 0.82 : 0.12);
  const motherAge = head.sex === 'female' ? head.age : spouseAge;
  if (hasSpouse) members.push(spouse(random, head, spouseAge, today));

  const fatherName = head.sex === 'male' ? head.name : drawName(random, 'male', false);
  const names: string[] = [];
  for (const age of childAges(random, size - members.length, Math.min(head.age, motherAge))) {
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    const name = childName(random, sex, fatherName, names);
    names.push(name.given);
    members.push(member(random, { name: writeName(name, sex), sex }, 'child', age, today));
  }
  while (members.length < size) members.push(relative(random, head, today));
  return members;
}

function spouse(random: Random, head: Head, age: number, today: IsoDate): SampleMember {
  const sex: Sex = head.sex === 'male' ? 'female' : 'male';
  const name = writeName({ ...drawName(random, sex, false), linked: head.name.linked }, sex);
  return member(random, { name, sex }, 'spouse', age, today);
}

/** Ages of at most `count` children, eldest first, at least a year apart. */
function childAges(random: Random, count: number, parentAge: number): number[] {
  const eldest = Math.min(OLDEST_CHILD - 1, parentAge - YOUNGEST_PARENT);
  const youngest = Math.max(0, parentAge - 46);
  const ages: number[] = [];
  let age = eldest - random.int(0, Math.max(0, Math.floor((eldest - youngest) / 3)));
  while (ages.length < count && age >= youngest) {
    ages.push(age);
    age -= random.int(1, 3);
  }
  return ages;
}

/** Who fills a household beside spouse and children: a parent, a brother or sister, another relative. */
function relative(random: Random, head: Head, today: IsoDate): SampleMember {
  const sex: Sex = random.chance(0.4) ? 'male' : 'female';
  const relation = random.weighted([
    ['parent', head.age <= 60 ? 3 : 0],
    ['sibling', 3],
    ['other', 2],
  ] as const);
  switch (relation) {
    case 'parent': {
      const age = Math.min(95, head.age + random.int(19, 34));
      const name = { ...drawName(random, sex, false), family: head.name.family };
      return member(random, { name: writeName(name, sex), sex }, relation, age, today);
    }
    case 'sibling': {
      const age = Math.max(18, head.age + random.int(-9, 9));
      const name = { ...head.name, given: givenName(random, sex, [head.name.given]) };
      return member(random, { name: writeName(name, sex), sex }, relation, age, today);
    }
    case 'other': {
      const name = { ...drawName(random, sex, false), family: head.name.family };
      return member(
        random,
        { name: writeName(name, sex), sex },
        relation,
        random.int(3, 80),
        today,
      );
    }
  }
}

function member(
  random: Random,
  who: { readonly name: string; readonly sex: Sex },
  relation: Relation,
  age: number,
  today: IsoDate,
): SampleMember {
  return {
    ...who,
    relation,
    birthDate: birthDateOf(random, age, today),
    daysAbroad: random.chance(0.02) ? random.int(5, 200) : 0,
    inCentre: random.chance(0.006),
  };
}
