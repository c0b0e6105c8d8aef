import type { Channel } from '../complaints/complaint-status.ts';
import type { ObjectionStatus, ReasonFinding } from '../objections/objection-status.ts';
import { addDays, type IsoDate } from '../shared/iso-date.ts';
import {
  endOfPeriod,
  isWorkingDay,
  type DayCount,
  type WorkCalendar,
} from '../shared/working-days.ts';
import { STATEMENTS } from './case-words.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import { eligibilityOf } from './sample-person.ts';

export const EVIDENCE_KINDS = ['lease', 'familyRecord', 'incomeStatement', 'travelRecord'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface PlannedReason {
  readonly code: string;
  readonly finding: ReasonFinding;
}

export interface PlannedObjection {
  readonly index: number;
  readonly channel: Channel;
  readonly statement: string;
  readonly refusedOn: IsoDate;
  readonly notifiedOn: IsoDate;
  readonly filedOn: IsoDate;
  /** Filed after the period had ended. */
  readonly late: boolean;
  readonly reasons: readonly PlannedReason[];
  readonly evidence: EvidenceKind;
  readonly goal: ObjectionStatus;
}

export interface ObjectionRules {
  readonly calendar: WorkCalendar;
  readonly period: { readonly days: number; readonly count: DayCount };
  /** Calendar days in which the branch decides. */
  readonly deadlineDays: number;
}

/** One in two hundred objects; a small branch has a dozen. */
const SHARE = 0.005;
const FEWEST = 12;
const MOST_DECIDED = 60;

const GOALS = [
  ['reviewing', 30],
  ['submitted', 28],
  ['awaitingSecond', 14],
  ['accepted', 8],
  ['rejected', 8],
  ['partlyAccepted', 4],
  ['sentBack', 5],
  ['committee', 3],
] as const satisfies readonly (readonly [ObjectionStatus, number])[];

type Ages = readonly (readonly [readonly [number, number], number])[];

/** Calendar days since filing: overdue ones, one due today, some soon, the others with time. */
const agesFor = (deadline: number): Ages => [
  [[deadline + 1, deadline + 15], 10],
  [[deadline, deadline], 6],
  [[deadline - 5, deadline - 1], 14],
  [[3, deadline - 6], 70],
];

/** Reasons that a person may be refused for, with what he brings against them. */
const GROUNDS = [
  ['R11', 'lease', 22],
  ['R07', 'lease', 18],
  ['R04', 'incomeStatement', 24],
  ['R03', 'familyRecord', 14],
  ['R01', 'familyRecord', 8],
  ['R06', 'travelRecord', 8],
  ['R13', 'lease', 6],
] as const satisfies readonly (readonly [string, EvidenceKind, number])[];

/** The objections of a sample, one after the other: counting working days for all of them takes a while. */
export function* planObjections(
  seed: number,
  size: number,
  today: IsoDate,
  rules: ObjectionRules,
): Generator<PlannedObjection> {
  const random = createRandom(seedOf(seed, 'objections'));
  const people = refusedPeople(random, size, Math.max(FEWEST, Math.round(size * SHARE)));
  const ages = agesFor(rules.deadlineDays);
  let decided = 0;
  for (const [place, index] of people.entries()) {
    // NOTE: the first take the goals in turn; the next are open ones that are overdue, due today, due soon and later.
    const drawn =
      GOALS[place]?.[0] ??
      (place < GOALS.length + ages.length
        ? random.pick(['submitted', 'reviewing'] as const)
        : random.weighted(GOALS));
    const isDecision = drawn !== 'reviewing' && drawn !== 'submitted';
    if (isDecision) decided += 1;
    const goal = isDecision && decided > MOST_DECIDED ? 'reviewing' : drawn;
    const age = ages[place - GOALS.length]?.[0] ?? random.weighted(ages);
    yield planned(random, index, goal, age, today, rules);
  }
}

/** Different refused people; fewer than asked for where there are no more. */
function refusedPeople(random: Random, size: number, count: number): number[] {
  const start = random.int(0, size - 1);
  const people: number[] = [];
  for (let step = 0; step < size && people.length < count; step += 1) {
    const index = (start + step) % size;
    if (eligibilityOf(index) === 'ineligible') people.push(index);
  }
  return people;
}

function planned(
  random: Random,
  index: number,
  goal: ObjectionStatus,
  [youngest, oldest]: readonly [number, number],
  today: IsoDate,
  { calendar, period }: ObjectionRules,
): PlannedObjection {
  let filedOn = addDays(today, -random.int(youngest, oldest));
  // NOTE: people file on every day of the week, officers enter it on a working day.
  if (youngest !== oldest) {
    while (!isWorkingDay(filedOn, calendar)) filedOn = addDays(filedOn, -1);
  }
  const late = random.chance(0.04);
  const notifiedOn = addDays(filedOn, late ? -random.int(46, 60) : -random.int(2, 26));
  const [code, evidence] = drawGround(random);
  const codes = [code];
  if (goal === 'partlyAccepted' || random.chance(0.3)) {
    let [other] = drawGround(random);
    while (other === code) [other] = drawGround(random);
    codes.push(other);
  }
  return {
    index,
    channel: random.weighted([
      ['platform', 80],
      ['branch', 20],
    ]),
    statement: codes.map((one) => STATEMENTS[one] ?? '').join(' '),
    refusedOn: addDays(notifiedOn, -random.int(0, 2)),
    notifiedOn,
    filedOn,
    late: filedOn > endOfPeriod(notifiedOn, period.days, period.count, calendar),
    reasons: codes.map((one, position) => ({
      code: one,
      finding: findingOf(random, goal, position),
    })),
    evidence,
    goal,
  };
}

function drawGround(random: Random): readonly [string, EvidenceKind] {
  return random.weighted(
    GROUNDS.map(([code, evidence, weight]) => [[code, evidence] as const, weight] as const),
  );
}

/** What the review finds, so that it bears the outcome. */
function findingOf(random: Random, goal: ObjectionStatus, position: number): ReasonFinding {
  const dropped = random.pick(['notProven', 'ceased'] as const);
  switch (goal) {
    case 'rejected':
      return 'proven';
    case 'partlyAccepted':
      return position === 0 ? dropped : 'proven';
    default:
      return dropped;
  }
}
