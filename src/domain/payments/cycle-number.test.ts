import { describe, expect, it } from 'vitest';
import { isoMonth } from '../shared/iso-date.ts';
import { cycleNumberOf } from './cycle-number.ts';

describe('the number of a cycle', () => {
  it.each([
    ['2023-04', 16],
    ['2024-07', 31],
    ['2022-01', 1],
    ['2026-11', 59],
  ])('%s is cycle %i', (month, number) => {
    expect(cycleNumberOf(isoMonth(month), isoMonth('2022-01'))).toBe(number);
  });
});
