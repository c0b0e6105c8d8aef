import { calculate } from '../entitlement/calculate.ts';
import type { Calculation, IncomeType } from '../entitlement/calculation.ts';
import { entitlementRulesOn, type EntitlementRules } from '../entitlement/entitlement-rules.ts';
import { calculationInputOf } from '../registry/household-input.ts';
import type { NewFact } from '../registry/household-change.ts';
import type { NationalAddress } from '../registry/household-fact.ts';
import { halalas, ZERO_HALALAS, type Halalas } from '../shared/halalas.ts';
import { monthOf, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { drawAddress } from './addresses.ts';
import { birthDateOf, drawHousehold, type SampleMember } from './household.ts';
import { drawName, writeName, type Sex } from './person-names.ts';
import { daysAfter } from './plain-days.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import {
  addIncome,
  asKnown,
  householdFacts,
  OTHER_GROUNDS,
  SampleFacts,
  type DrawnPerson,
  type OtherGround,
} from './sample-facts.ts';
import { datesOf } from './sample-months.ts';
import { syntheticIban, syntheticNationalId, syntheticPhone } from './synthetic-numbers.ts';

export type SampleEligibility = 'eligible' | 'ineligible' | 'studying' | 'notStudied';

export interface SampleIncome {
  readonly type: IncomeType;
  readonly amount: Halalas;
  readonly per: 'month' | 'year';
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
  readonly address: NationalAddress;
  readonly kind: 'family' | 'independent';
  readonly eligibility: SampleEligibility;
  readonly members: readonly SampleMember[];
  /** The household as it is recorded when the branch is founded. */
  readonly facts: readonly NewFact[];
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
  const incomes = drawIncomes(random, age, members, monthOf(today));
  const moved = random.chance(0.05);
  const person: DrawnPerson = {
    index,
    seed,
    resident,
    nationalId: syntheticNationalId(index, seed, resident),
    name: writeName(name, sex),
    sex,
    birthDate: birthDateOf(random, age, today),
    phone: random.chance(0.97) ? syntheticPhone(index, seed) : null,
    address: drawAddress(random),
    kind,
    eligibility,
    members,
    registeredOn: daysAfter(today, -random.int(1600, 1700)),
  };
  const iban = syntheticIban(random, index, seed);
  const formerIban = moved ? syntheticIban(random, index, seed, 1) : null;
  const accountSince = daysAfter(today, moved ? -random.int(130, 400) : -random.int(400, 1500));
  const facts = drawFacts(person, incomes, today);
  return { ...person, facts, iban, formerIban, accountSince };
}

/** The pension of a month by the household as it was founded; 0 for whoever is not entitled. */
export function pensionOf(person: SamplePerson, month: IsoMonth): Halalas {
  if (person.eligibility !== 'eligible') return ZERO_HALALAS;
  return calculationOf(person.facts, month).pension;
}

export function calculationOf(facts: readonly NewFact[], month: IsoMonth): Calculation {
  const input = calculationInputOf(asKnown(facts), month, payDate(month));
  if (input === null) throw new Error('A sample is a household from its first month on');
  return calculate(input, rulesOf(month));
}

const RULES = new Map<IsoMonth, EntitlementRules>();

/** A sample keeps every setting of entitlement as it is by default. */
function rulesOf(month: IsoMonth): EntitlementRules {
  const rules = RULES.get(month) ?? entitlementRulesOn(month, []);
  RULES.set(month, rules);
  return rules;
}

const PAY_DATES = new Map<IsoMonth, IsoDate>();

function payDate(month: IsoMonth): IsoDate {
  const date = PAY_DATES.get(month) ?? datesOf(month).paidOn;
  PAY_DATES.set(month, date);
  return date;
}

/** 0 to `range`, the middle more often than the ends. */
function spread(random: Random, range: number): number {
  return Math.floor(((random.next() + random.next()) / 2) * (range + 1));
}

/** Two in three of the refused have too much income; the others were refused on another ground, or on none that holds. */
function groundOf(
  random: Random,
  { eligibility, kind }: DrawnPerson,
): OtherGround | 'income' | null {
  if (eligibility !== 'ineligible') return null;
  if (random.chance(0.67)) return 'income';
  const ground = random.pick(OTHER_GROUNDS);
  return ground === 'dwelling' && kind === 'family' ? null : ground;
}

/** A stream of its own: what is drawn here changes nothing of the people. */
function drawFacts(
  person: DrawnPerson,
  incomes: readonly SampleIncome[],
  today: IsoDate,
): readonly NewFact[] {
  const random = createRandom(seedOf(person.seed, 'facts', person.index));
  const ground = groundOf(random, person);
  const base = new SampleFacts();
  householdFacts(base, random, person, today, ground === 'income' ? null : ground);
  const withIncomes = (chosen: readonly SampleIncome[]): readonly NewFact[] => {
    const facts = new SampleFacts();
    facts.list.push(...base.list);
    for (const income of chosen) addIncome(facts, income, person.registeredOn);
    return facts.list;
  };
  const month = monthOf(today);
  if (person.eligibility === 'eligible') {
    // Who is paid has a counted income below the minimum.
    for (let left = incomes; ; left = left.slice(1)) {
      const facts = withIncomes(left);
      if (left.length === 0 || calculationOf(facts, month).eligible) return facts;
    }
  }
  if (ground !== 'income') return withIncomes(incomes);
  const others = incomes.filter(({ type }) => type !== 'rent');
  const { minimum, counted } = calculationOf(withIncomes(others), month);
  const rent =
    Math.max(0, Math.ceil((minimum - counted) / 1000) * 1000) + random.int(1, 20) * 5_000;
  return withIncomes([
    ...others,
    { type: 'rent', amount: halalas(rent), per: 'month', member: null },
  ]);
}

/** By age and membership alone, each type once. */
function drawIncomes(
  random: Random,
  age: number,
  members: readonly SampleMember[],
  month: IsoMonth,
): SampleIncome[] {
  const incomes: SampleIncome[] = [];
  for (let count = random.weighted(INCOME_COUNTS); count > 0; count -= 1) {
    const member = members.length > 0 && random.chance(0.25) ? adult(random, members, month) : null;
    const type = random.weighted(age >= 60 && member === null ? OLD_AGE_INCOMES : INCOMES);
    if (incomes.some((other) => other.type === type)) continue;
    const monthly = riyals(random, RANGES[type]);
    const per = YEARLY.has(type) ? 'year' : 'month';
    incomes.push({ type, amount: halalas(per === 'year' ? monthly * 12 : monthly), per, member });
  }
  return incomes;
}

const INCOME_COUNTS = [
  [0, 44],
  [1, 40],
  [2, 16],
] as const;

const INCOMES = [
  ['citizenAccount', 28],
  ['wage', 24],
  ['rent', 10],
  ['socialAid', 7],
  ['studentStipend', 7],
  ['business', 7],
  ['disabilityAid', 7],
  ['retirementPension', 3],
  ['supportProgramme', 3],
  ['returns', 1],
  ['dividend', 1],
  ['governmentSupport', 1],
  ['inKind', 1],
] as const satisfies readonly (readonly [IncomeType, number])[];

const OLD_AGE_INCOMES = [
  ['retirementPension', 45],
  ['citizenAccount', 30],
  ['rent', 13],
  ['disabilityAid', 8],
  ['returns', 2],
  ['dividend', 2],
] as const satisfies readonly (readonly [IncomeType, number])[];

/** Contracts, companies and grants say what they pay in a year. */
const YEARLY: ReadonlySet<IncomeType> = new Set(['rent', 'dividend', 'governmentSupport']);

/** From and to, riyals a month. */
const RANGES: Readonly<Record<IncomeType, readonly [number, number]>> = {
  wage: [800, 4000],
  business: [300, 3000],
  retirementPension: [1700, 3600],
  rent: [150, 1200],
  returns: [20, 300],
  dividend: [20, 200],
  socialAid: [100, 600],
  governmentSupport: [100, 500],
  supportProgramme: [100, 400],
  citizenAccount: [144, 1440],
  studentStipend: [800, 1000],
  disabilityAid: [400, 1200],
  inKind: [50, 400],
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
