import { halalas, type Halalas } from '../shared/halalas.ts';
import { createRandom, seedOf } from './random.ts';
import { CYCLES, type SampleCycle } from './sample-months.ts';
import { eligibilityOf } from './sample-person.ts';

/** What becomes of a regular payment of one person in one month, from the list to the bank's last word. */
export const OUTCOMES = [
  'notPaid',
  'notYetPaid',
  'paid',
  'short',
  'absent',
  'late',
  'AC01',
  'AC04',
  'AC06',
  'BE01',
  'MD07',
  'returned',
  'notifiedTwice',
  'wrongAmount',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REJECTIONS = ['AC01', 'AC04', 'AC06', 'BE01', 'MD07'] as const;
export type Rejection = (typeof REJECTIONS)[number];

export function isRejection(outcome: Outcome): outcome is Rejection {
  return REJECTIONS.some((code) => code === outcome);
}

/** How often, in ten thousand regular payments: 1.5 % are rejected, 0.4 % returned. */
const RATES = [
  ['AC04', 52],
  ['AC06', 38],
  ['BE01', 32],
  ['AC01', 22],
  ['MD07', 6],
  ['returned', 40],
  ['short', 80],
  ['absent', 25],
  ['late', 25],
  ['paid', 9680],
] as const satisfies readonly (readonly [Outcome, number])[];

/** In every month at least this, whatever the size. */
const ASSURED = [
  'AC01',
  'AC04',
  'AC06',
  'BE01',
  'MD07',
  'returned',
  'notifiedTwice',
  'wrongAmount',
  'short',
  'short',
  'short',
  'absent',
  'absent',
  'late',
] as const satisfies readonly Outcome[];

/** Among how many of the first people the assured outcomes are. */
const ASSURED_AMONG = 200;

/** Share of the people who are paid for the first time in a given cycle. */
const NEWCOMERS = 0.01;

/** What happens to whom in each cycle of `CYCLES`. */
export interface PaymentPlan {
  /** One outcome a cycle: who has died is not paid again, who starts later is not paid before. */
  outcomesOf(index: number): readonly Outcome[];
  /** Places of the people whose outcome in a cycle is assured, for the README and the cases. */
  assured(cycle: SampleCycle, outcome: Outcome): readonly number[];
}

export function createPaymentPlan(seed: number, size: number): PaymentPlan {
  const assured = CYCLES.map(() => new Map<number, Outcome>());

  function drawn(index: number): Outcome[] {
    const random = createRandom(seedOf(seed, 'outcomes', index));
    const firstDraw = random.next();
    const first = firstDraw < 3 * NEWCOMERS ? 1 + Math.floor(firstDraw / NEWCOMERS) : 0;
    return CYCLES.map((_, place) => {
      const outcome = random.weighted(RATES);
      return place < first ? 'notYetPaid' : outcome;
    });
  }

  function outcomesOf(index: number): Outcome[] {
    if (eligibilityOf(index) !== 'eligible') return CYCLES.map(() => 'notPaid');
    let gone = false;
    return drawn(index).map((outcome, place) => {
      if (gone) return 'notPaid';
      const final = assured[place]?.get(index) ?? outcome;
      gone = final === 'MD07';
      return final;
    });
  }

  // NOTE: one person is assured one outcome at most, so that no month spoils another's.
  const random = createRandom(seedOf(seed, 'assured'));
  const taken = new Set<number>();
  for (const [place, ofCycle] of assured.entries()) {
    for (const outcome of ASSURED) {
      let index: number;
      do index = random.int(0, Math.min(size, ASSURED_AMONG) - 1);
      while (taken.has(index) || outcomesOf(index)[place] !== 'paid');
      taken.add(index);
      ofCycle.set(index, outcome);
    }
  }

  return {
    outcomesOf,
    assured(cycle, outcome) {
      const found = [...(assured[CYCLES.indexOf(cycle)] ?? [])];
      return found.flatMap(([index, kind]) => (kind === outcome ? [index] : []));
    },
  };
}

/** Whether a regular payment of that outcome stands in the branch's list. */
export function isListed(outcome: Outcome): boolean {
  return outcome !== 'notPaid' && outcome !== 'notYetPaid' && outcome !== 'absent';
}

/** What is listed for somebody to whom `due` is due: less where a dependant was overlooked. */
export function listedAmount(outcome: Outcome, due: Halalas): Halalas {
  if (outcome !== 'short') return due;
  const increment = 66_000;
  return halalas(due > increment ? due - increment : Math.ceil(due / 2));
}
