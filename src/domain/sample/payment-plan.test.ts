import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import {
  createPaymentPlan,
  isListed,
  isRejection,
  listedAmount,
  OUTCOMES,
  type Outcome,
} from './payment-plan.ts';
import { CYCLES } from './sample-months.ts';

const SIZE = 20_000;
const plan = createPaymentPlan(1, SIZE);
const all = Array.from({ length: SIZE }, (_, index) => plan.outcomesOf(index));
const share = (place: number, test: (outcome: Outcome) => boolean): number => {
  const listed = all.map((outcomes) => outcomes[place]).filter((one) => one && isListed(one));
  return listed.filter((outcome) => outcome && test(outcome)).length / listed.length;
};

describe('the plan of payments', () => {
  it('is the same for the same seed', () => {
    const again = createPaymentPlan(1, SIZE);
    expect(Array.from({ length: SIZE }, (_, index) => again.outcomesOf(index))).toEqual(all);
    expect(createPaymentPlan(2, SIZE).outcomesOf(7)).toHaveLength(CYCLES.length);
  });

  it('rejects 1.5 in a hundred payments and has 0.4 returned', () => {
    for (const place of CYCLES.keys()) {
      expect(share(place, isRejection)).toBeCloseTo(0.015, 2);
      expect(share(place, (outcome) => outcome === 'returned')).toBeCloseTo(0.004, 2);
    }
  });

  it.each([200, 20_000])('has each kind in each month of a sample of %i', (size) => {
    const small = createPaymentPlan(9, size);
    for (const [place, cycle] of CYCLES.entries()) {
      for (const outcome of OUTCOMES) {
        if (['notPaid', 'notYetPaid', 'paid'].includes(outcome)) continue;
        const places = small.assured(cycle, outcome);
        expect(places.length).toBeGreaterThan(0);
        for (const index of places) expect(small.outcomesOf(index)[place]).toBe(outcome);
      }
    }
  });

  it('pays nobody after his death, and the newcomers from one month on', () => {
    for (const outcomes of all) {
      const death = outcomes.indexOf('MD07');
      if (death >= 0) expect(new Set(outcomes.slice(death + 1)).size).toBeLessThan(2);
      const firstPaid = outcomes.findIndex((outcome) => outcome !== 'notYetPaid');
      expect(outcomes.slice(firstPaid)).not.toContain('notYetPaid');
    }
  });
});

describe('a short payment', () => {
  it('lacks one increment, or half of what is less than one', () => {
    expect(listedAmount('short', halalas(132_000))).toBe(66_000);
    expect(listedAmount('short', halalas(50))).toBe(25);
    expect(listedAmount('short', halalas(40_000))).toBe(20_000);
    expect(listedAmount('paid', halalas(40_000))).toBe(40_000);
  });
});
