import type { Halalas } from '../shared/halalas.ts';
import { HALALA, RIYAL, countedWords } from './counted-words.ts';
import type { GrammaticalCase } from './counted-words.ts';

/**
 * An amount in words (تفقيط): 132050 halalas is ألف وثلاثمئة وعشرون ريالاً وخمسون هللة.
 * @throws RangeError for a negative amount: letters say who owes, never a minus in words.
 */
export function amountInWords(
  amount: Halalas,
  grammaticalCase: GrammaticalCase = 'nominative',
): string {
  if (amount < 0) throw new RangeError(`No words for a negative amount: ${amount}`);
  const riyals = Math.floor(amount / 100);
  const rest = amount % 100;
  const parts: string[] = [];
  if (riyals > 0 || rest === 0) parts.push(countedWords(riyals, RIYAL, grammaticalCase));
  if (rest > 0) parts.push(countedWords(rest, HALALA, grammaticalCase));
  return parts.join(' و');
}
