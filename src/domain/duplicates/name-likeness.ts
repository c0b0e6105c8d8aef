import { searchKey } from '../shared/search-key.ts';
import { isOneSlip } from './one-slip.ts';

/**
 * How far two names agree, the closest first: `otherOrder` has the same parts, `slip` one letter of one part amiss, `shorter`
 * leaves parts of the other out, `partial` shares the first and the last.
 */
export const NAME_LIKENESS = [
  'same',
  'otherOrder',
  'slip',
  'shorter',
  'partial',
  'differs',
] as const;
export type NameLikeness = (typeof NAME_LIKENESS)[number];

/** Between the names of a person and his father, or before those of a family: written or left out as one likes. */
const LINKS: ReadonlySet<string> = new Set(
  ['بن', 'ابن', 'بنت', 'ابنة', 'آل', 'bin', 'ibn', 'bint', 'al'].map(searchKey),
);
// «آل» before a family is joined to its article when a name is folded.
const ARTICLE = /^(?:ال)+(?=.{3})/u;

/** The parts of a name in one spelling: folded, «عبد الله» one word, links left out, the article aside. */
export function nameParts(name: string): readonly string[] {
  return searchKey(name)
    .split(' ')
    .filter((part) => part !== '' && !LINKS.has(part))
    .map((part) => part.replace(ARTICLE, ''));
}

/** The same for either order of the two. Names of no part agree with nothing. */
export function nameLikeness(one: readonly string[], other: readonly string[]): NameLikeness {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return 'differs';
  if (short.length === long.length) {
    const at = short.findIndex((part, place) => part !== long[place]);
    if (at === -1) return 'same';
    if (hasAll(short, long) && sorted(short) === sorted(long)) return 'otherOrder';
    const isOnlyOne = short.every((part, place) => place === at || part === long[place]);
    if (isOnlyOne && isOneSlip(short[at] ?? '', long[at] ?? '')) return 'slip';
  }
  if (short.length < 2) return 'differs';
  if (short.length < long.length && isSubsequence(short, long)) return 'shorter';
  return short[0] === long[0] && short.at(-1) === long.at(-1) ? 'partial' : 'differs';
}

const hasAll = (parts: readonly string[], among: readonly string[]): boolean =>
  parts.every((part) => among.includes(part));

const sorted = (parts: readonly string[]): string => parts.toSorted().join(' ');

/** The first name is never the one left out. */
function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const part of long) if (part === short[at]) at += 1;
  return at === short.length;
}
