import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('news of many letters', () => {
  it('are told at once, then together, and the last is never lost', () => {
    let told = 0;
    const tell = gathered(() => {
      told += 1;
    });
    tell();
    expect(told).toBe(1);
    for (let letter = 0; letter < 500; letter++) tell();
    expect(told).toBe(1);
    vi.advanceTimersByTime(250);
    expect(told).toBe(2);
    vi.advanceTimersByTime(5000);
    expect(told).toBe(2);
    tell();
    expect(told).toBe(3);
  });
});
