import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHalalas, formatHalalas, halalas, halalasToDecimal } from './halalas.ts';

describe('money in halalas', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [132000, '1,320.00'],
    [-25000, '-250.00'],
    [100000000, '1,000,000.00'],
  ])('%i halalas are written %s', (amount, written) => {
    expect(formatHalalas(halalas(amount))).toBe(written);
  });

  it('is never a fraction', () => {
    expect(() => halalas(0.5)).toThrow(RangeError);
  });

  it('written and read again is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(Math.round(Number(halalasToDecimal(halalas(amount))) * 100)).toBe(amount);
      }),
    );
  });

  it('adds up', () => {
    expect(addHalalas(halalas(1), halalas(2), halalas(-3))).toBe(0);
  });
});
