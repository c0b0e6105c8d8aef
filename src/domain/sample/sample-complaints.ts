import type {
  Channel,
  ComplaintCategory,
  ComplaintStatus,
} from '../complaints/complaint-status.ts';
import { addHalalas, halalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { CLAIMS } from './case-words.ts';
import { drawFilingDay, filingDays, type CaseRules, type TimeLeft } from './complaint-days.ts';
import { isRejection, type Outcome } from './payment-plan.ts';
import { createRandom, seedOf, type Random } from './random.ts';
import type { SampleCycle } from './sample-months.ts';

/** How far a complaint shall have come: a status, or decided as the records say. */
export type ComplaintGoal =
  Exclude<ComplaintStatus, 'accepted' | 'partlyAccepted' | 'rejected'> | 'decided';

export interface PlannedComplaint {
  /** Place of the person. */
  readonly index: number;
  readonly cycle: SampleCycle;
  readonly category: ComplaintCategory;
  readonly channel: Channel;
  readonly claim: string;
  readonly expected: Halalas;
  readonly received: Halalas;
  /** What was due by the household, for the officer who recomputes it. */
  readonly due: Halalas;
  readonly filedOn: IsoDate;
  /** Filed after the window had closed. */
  readonly late: boolean;
  readonly goal: ComplaintGoal;
}

/** What is known of a cycle's payments when complaints about it are planned. */
export interface KnownCycle {
  readonly cycle: SampleCycle;
  readonly month: IsoMonth;
  readonly paidOn: IsoDate;
  outcome(index: number): Outcome;
  due(index: number): Halalas;
  amount(index: number): Halalas;
}

/** Two in a hundred people complain; a small branch has two dozen so that every state is there. */
const SHARE = 0.02;
const FEWEST = 24;
/** Each decision makes a letter, which takes its time: large samples have a few hundred of them. */
const MOST_DECIDED = 160;
const MOST_LATE = 40;

/** Share of the complaints about a cycle whose payment was too small or missing, and of those with any reason in it. */
const SHORTFALLS = 0.4;
const FOUNDED = 0.7;

const GOALS = [
  ['new', 26],
  ['studying', 30],
  ['awaitingDocuments', 12],
  ['awaitingApproval', 18],
  ['sentBack', 8],
  ['decided', 6],
] as const satisfies readonly (readonly [ComplaintGoal, number])[];

/** What the first few are, in turn, so that each is there however few there are; two that nobody has taken yet. */
const FIRST_GOALS: readonly ComplaintGoal[] = [
  'new',
  'new',
  'studying',
  'awaitingDocuments',
  'awaitingApproval',
  'sentBack',
  'decided',
];

const TIME_LEFT = [
  ['overdue', 14],
  ['today', 8],
  ['soon', 20],
  ['later', 58],
] as const satisfies readonly (readonly [TimeLeft, number])[];

const CHANNEL_SHARES = [
  ['platform', 74],
  ['branch', 17],
  ['phone', 9],
] as const satisfies readonly (readonly [Channel, number])[];

/** The complaints of a sample: about the month before last decided, about the last in hand, about this one new. */
export function planComplaints(
  seed: number,
  size: number,
  today: IsoDate,
  cycles: {
    readonly beforeLast: KnownCycle;
    readonly last: KnownCycle;
    readonly current: KnownCycle;
  },
  rules: CaseRules,
): PlannedComplaint[] {
  const random = createRandom(seedOf(seed, 'complaints'));
  const total = Math.max(FEWEST, Math.round(size * SHARE));
  const decided = Math.min(MOST_DECIDED, Math.round(total * 0.3));
  const late = Math.min(MOST_LATE, Math.max(2, Math.round(total * 0.04)));
  const days = {
    beforeLast: filingDays(cycles.beforeLast.month, cycles.beforeLast.paidOn, today, rules),
    last: filingDays(cycles.last.month, cycles.last.paidOn, today, rules),
    current: filingDays(cycles.current.month, cycles.current.paidOn, today, rules),
  };
  const current = days.current.length === 0 ? 0 : Math.round(total * 0.12);
  const taken = new Set<number>();
  const planned: PlannedComplaint[] = [];

  const add = (
    cycle: keyof typeof cycles,
    count: number,
    draw: () => { filedOn: IsoDate | null; goal: ComplaintGoal; late?: boolean },
  ): void => {
    for (const index of complainants(random, cycles[cycle], size, count, taken)) {
      const { filedOn, goal, late: isLate = false } = draw();
      if (filedOn === null) continue;
      planned.push({ ...claimOf(random, cycles[cycle], index), filedOn, goal, late: isLate });
    }
  };
  add('beforeLast', decided, () => ({
    filedOn: drawFilingDay(random, days.beforeLast, 'overdue'),
    goal: 'decided',
  }));
  add('beforeLast', late, () => ({
    filedOn: drawFilingDay(random, days.last, 'later'),
    goal: random.pick(['new', 'studying']),
    late: true,
  }));
  let place = 0;
  let decidedNow = 0;
  add('last', total - decided - late - current, () => {
    const drawn = FIRST_GOALS[place] ?? random.weighted(GOALS);
    place += 1;
    const goal = drawn === 'decided' && decidedNow >= MOST_DECIDED / 4 ? 'studying' : drawn;
    if (goal === 'decided') decidedNow += 1;
    const left =
      goal === 'decided' ? 'overdue' : (TIME_LEFT[place % 12]?.[0] ?? random.weighted(TIME_LEFT));
    return { filedOn: drawFilingDay(random, days.last, left), goal };
  });
  add('current', current, () => ({
    filedOn: drawFilingDay(random, days.current, 'later'),
    goal: random.weighted([
      ['new', 3],
      ['studying', 1],
    ]),
  }));
  return planned;
}

/** Different people who were to be paid in a cycle, most of them with a reason to complain. */
function complainants(
  random: Random,
  cycle: KnownCycle,
  size: number,
  count: number,
  taken: Set<number>,
): number[] {
  const chosen: number[] = [];
  const choose = (most: number, wanted: (outcome: Outcome) => boolean): void => {
    const start = random.int(0, size - 1);
    for (let step = 0; step < size && chosen.length < most; step += 1) {
      const index = (start + step) % size;
      if (taken.has(index) || !wanted(cycle.outcome(index)) || cycle.due(index) < 2000) continue;
      taken.add(index);
      chosen.push(index);
    }
  };
  choose(Math.round(count * SHORTFALLS), (outcome) => outcome === 'short' || outcome === 'absent');
  choose(Math.round(count * FOUNDED), isTrouble);
  // NOTE: people apart from each other, so that the queue is no stretch of the payment list.
  for (let tries = 0; chosen.length < count && tries < count * 50; tries += 1) {
    const index = random.int(0, size - 1);
    if (taken.has(index) || cycle.outcome(index) !== 'paid') continue;
    taken.add(index);
    chosen.push(index);
  }
  return chosen;
}

function isTrouble(outcome: Outcome): boolean {
  return (
    isRejection(outcome) || ['short', 'absent', 'late', 'returned'].some((kind) => kind === outcome)
  );
}

function claimOf(
  random: Random,
  cycle: KnownCycle,
  index: number,
): Omit<PlannedComplaint, 'filedOn' | 'goal' | 'late'> {
  const outcome = cycle.outcome(index);
  const due = cycle.due(index);
  const category = categoryOf(random, outcome);
  const shared = {
    index,
    cycle: cycle.cycle,
    category,
    channel: random.weighted(CHANNEL_SHARES),
    claim: random.pick(CLAIMS[category]),
    due,
  };
  switch (category) {
    case 'zero':
      return { ...shared, expected: due, received: halalas(0) };
    case 'late':
      return { ...shared, expected: due, received: cycle.amount(index) };
    case 'short': {
      const received = cycle.amount(index);
      const expected = received < due ? due : addHalalas(due, halalas(66_000));
      return { ...shared, expected, received };
    }
  }
}

function categoryOf(random: Random, outcome: Outcome): ComplaintCategory {
  if (outcome === 'short') return 'short';
  if (outcome === 'late') return 'late';
  if (outcome === 'paid') return random.chance(0.75) ? 'short' : 'late';
  return 'zero';
}
