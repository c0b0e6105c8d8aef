import type { LetterReason } from '../letters/letter-data.ts';

/** A list that still reads as one. */
export const MAX_REASONS = 20;

/** Each line of what an officer wrote is a reason of its own; the last one takes what is more than `most`. */
export function reasonLines(written: string, most = MAX_REASONS): LetterReason[] {
  const lines = written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const texts =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join('، ')];
  return texts.map((text) => ({ text, article: null }));
}
