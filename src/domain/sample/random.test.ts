import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, seedOf } from './random.ts';

const draw = (seed: number, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('the numbers of a sample', () => {
  it('are the same for the same seed and differ for another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        expect(draw(one, 20)).toEqual(draw(one, 20));
        if (one >>> 0 !== other >>> 0) expect(draw(one, 20)).not.toEqual(draw(other, 20));
      }),
    );
  });

  it('are spread evenly, in the first draw of neighbouring seeds as well as along one stream', () => {
    const first = Array.from({ length: 20_000 }, (_, seed) => createRandom(seed).next());
    for (const numbers of [first, draw(7, 20_000)]) {
      const buckets = new Array<number>(16).fill(0);
      for (const number of numbers) buckets[Math.floor(number * 16)]! += 1;
      // 1,250 expected a bucket, deviation 34: five deviations.
      for (const count of buckets) expect(Math.abs(count - 1250)).toBeLessThan(171);
    }
  });

  it('keep their range', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(100),
        (seed, from, more) => {
          const value = createRandom(seed).int(from, from + more);
          expect(Number.isInteger(value) && value >= from && value <= from + more).toBe(true);
        },
      ),
    );
  });

  it('choose as often as the weights say', () => {
    const random = createRandom(3);
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((word) => word === 'often').length / 10_000).toBeCloseTo(0.75, 1);
  });

  it('have a stream of their own for each subject', () => {
    const seeds = new Set<number>();
    for (let index = 0; index < 20_000; index += 1) seeds.add(seedOf(1, 'person', index));
    for (let index = 0; index < 20_000; index += 1) seeds.add(seedOf(1, 'month', index));
    expect(seeds.size).toBeGreaterThan(39_980);
    expect(seedOf('ab', 1)).not.toBe(seedOf('ba', 1));
  });
});
