import { halalas, type Halalas } from '../shared/halalas.ts';
import { drawAddress } from './addresses.ts';
import {
  countedIncome,
  calculatedMinimum,
  pensionDue,
  type SampleIncomeType,
} from './entitlement.ts';
import { bringsIncrement, birthDateOf, drawHousehold, type SampleMember } from './household.ts';
import { drawName, writeName, type Sex } from './person-names.ts';
import { daysAfter } from './plain-days.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import { syntheticIban, syntheticNationalId, syntheticPhone } from './synthetic-numbers.ts';
import { monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';

export type SampleEligibility = 'eligible' | 'ineligible' | 'studying' | 'notStudied';

export interface SampleIncome {
  readonly type: SampleIncomeType;
  readonly monthly: Halalas;
  /** Whose: a place in `members`, or null for the head. */
  readonly member: number | null;
}

/** One beneficiary with everything that the registry holds about him. */
export interface SamplePerson {
  readonly index: number;
  readonly nationalId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: IsoDate;
  readonly phone: string | null;
  readonly address: string;
  readonly kind: 'family' | 'independent';
  readonly eligibility: SampleEligibility;
  readonly members: readonly SampleMember[];
  readonly incomes: readonly SampleIncome[];
  readonly iban: string;
  /** The account before `iban`, closed at `accountSince`; null for most. */
  readonly formerIban: string | null;
  readonly accountSince: IsoDate;
  readonly registeredOn: IsoDate;
}

/**
 * One in 25 applicants is not paid: refused, being studied, or not yet studied; one in ten of the first two hundred, so that
 * a small branch has every kind of objection.
 */
const UNPAID: readonly SampleEligibility[] = [
  'ineligible',
  'ineligible',
  'studying',
  'ineligible',
  'ineligible',
  'notStudied',
  'ineligible',
  'ineligible',
];

export function eligibilityOf(index: number): SampleEligibility {
  const every = index < 200 ? 10 : 25;
  if (index % every !== every - 1) return 'eligible';
  return UNPAID[Math.floor(index / every) % UNPAID.length] ?? 'ineligible';
}

/** The person at a place of a sample: the same for the same seed, place and date, whoever else is drawn. */
export function samplePerson(seed: number, index: number, today: IsoDate): SamplePerson {
  const random = createRandom(seedOf(seed, 'person', index));
  const resident = random.chance(0.04);
  const sex: Sex = random.chance(0.58) ? 'female' : 'male';
  const name = drawName(random, sex, resident);
  const kind = random.chance(0.62) ? 'family' : 'independent';
  const age = kind === 'family' ? 22 + spread(random, 48) : 19 + spread(random, 66);
  const members = kind === 'family' ? drawHousehold(random, { name, sex, age }, today) : [];
  const eligibility = eligibilityOf(index);
  const incomes = drawIncomes(random, { age, members, eligibility }, monthOf(today));
  const moved = random.chance(0.05);
  return {
    index,
    nationalId: syntheticNationalId(index, seed, resident),
    name: writeName(name, sex),
    sex,
    birthDate: birthDateOf(random, age, today),
    phone: random.chance(0.97) ? syntheticPhone(index, seed) : null,
    address: drawAddress(random),
    kind,
    eligibility,
    members,
    incomes,
    iban: syntheticIban(random, index, seed),
    formerIban: moved ? syntheticIban(random, index, seed, 1) : null,
    accountSince: daysAfter(today, moved ? -random.int(130, 400) : -random.int(400, 1500)),
    registeredOn: daysAfter(today, -random.int(1600, 1700)),
  };
}

/** The pension of a month by the household and its incomes; 0 for whoever is not entitled. */
export function pensionOf(person: SamplePerson, month: IsoMonth): Halalas {
  if (person.eligibility !== 'eligible') return halalas(0);
  const countedDependants = person.members.filter(bringsIncrement).length;
  return pensionDue(month, { countedDependants, incomes: person.incomes });
}

/** 0 to `range`, the middle more often than the ends. */
function spread(random: Random, range: number): number {
  return Math.floor(((random.next() + random.next()) / 2) * (range + 1));
}

interface Earners {
  readonly age: number;
  readonly members: readonly SampleMember[];
  readonly eligibility: SampleEligibility;
}

function drawIncomes(
  random: Random,
  { age, members, eligibility }: Earners,
  month: IsoMonth,
): SampleIncome[] {
  const minimum = calculatedMinimum(month, members.filter(bringsIncrement).length);
  const incomes: SampleIncome[] = [];
  for (let count = random.weighted(INCOME_COUNTS); count > 0; count -= 1) {
    const member = members.length > 0 && random.chance(0.25) ? adult(random, members, month) : null;
    const type = random.weighted(age >= 60 && member === null ? OLD_AGE_INCOMES : INCOMES);
    if (incomes.some((other) => other.type === type)) continue;
    incomes.push({ type, monthly: riyals(random, RANGES[type]), member });
  }
  if (eligibility === 'eligible') return keepBelow(incomes, minimum);
  // NOTE: two in three of the refused have too much income; the others were refused on other grounds.
  if (eligibility === 'ineligible' && random.chance(0.67)) {
    const others = incomes.filter(({ type }) => type !== 'rent');
    const missing = minimum - countedIncome(others);
    const rent = Math.max(0, Math.ceil(missing / 1000) * 1000) + random.int(1, 20) * 5_000;
    return [...others, { type: 'rent', monthly: halalas(rent), member: null }];
  }
  return incomes;
}

const INCOME_COUNTS = [
  [0, 44],
  [1, 40],
  [2, 16],
] as const;

const INCOMES = [
  ['citizenAccount', 30],
  ['wage', 24],
  ['rent', 11],
  ['socialAid', 9],
  ['studentStipend', 8],
  ['business', 7],
  ['disabilityAid', 7],
  ['retirementPension', 3],
  ['returns', 1],
] as const satisfies readonly (readonly [SampleIncomeType, number])[];

const OLD_AGE_INCOMES = [
  ['retirementPension', 45],
  ['citizenAccount', 30],
  ['rent', 13],
  ['disabilityAid', 8],
  ['returns', 4],
] as const satisfies readonly (readonly [SampleIncomeType, number])[];

/** From and to, riyals a month. */
const RANGES: Readonly<Record<SampleIncomeType, readonly [number, number]>> = {
  wage: [800, 4000],
  business: [300, 3000],
  retirementPension: [1700, 3600],
  rent: [150, 1200],
  returns: [20, 300],
  socialAid: [100, 600],
  citizenAccount: [144, 1440],
  studentStipend: [800, 1000],
  disabilityAid: [400, 1200],
};

/** Mostly whole tens of riyals, some with halalas, as payslips have them. */
function riyals(random: Random, [from, to]: readonly [number, number]): Halalas {
  if (random.chance(0.12)) return halalas(random.int(from * 20, to * 20) * 5);
  return halalas(random.int(from / 2, to / 2) * 200);
}

/** Somebody who is 18 or over; null where nobody is. */
function adult(random: Random, members: readonly SampleMember[], month: IsoMonth): number | null {
  const born = `${Number(month.slice(0, 4)) - 18}${month.slice(4)}-01`;
  const adults = members.flatMap((member, place) => (member.birthDate < born ? [place] : []));
  return adults.length === 0 ? null : random.pick(adults);
}

/** Leaves out incomes until something is due: who is paid has a counted income below the minimum. */
function keepBelow(incomes: readonly SampleIncome[], minimum: Halalas): SampleIncome[] {
  const kept = [...incomes];
  while (countedIncome(kept) >= minimum) kept.shift();
  return kept;
}
