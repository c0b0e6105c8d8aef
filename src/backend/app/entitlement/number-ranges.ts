import type { NumberRange } from '../reconciliation/ports.ts';

/** `from` to `last` in stretches of so many numbers, both ends included. */
export function* rangesTo(last: number, size: number, from = 1): Generator<NumberRange> {
  for (let start = from; start <= last; start += size)
    yield { from: start, to: Math.min(last, start + size - 1) };
}
