import { searchKey } from './search-key.ts';

const ARTICLE = 'ال';
/** Shorter words are no word with an article before it: «الله», «آلاء». */
const LEAST_WITH_ARTICLE = 5;

/** A folded word as the index keeps it: «القحطاني» and «قحطاني» are one word. */
export function indexedWord(word: string): string {
  return word.length >= LEAST_WITH_ARTICLE && word.startsWith(ARTICLE) ? word.slice(2) : word;
}

/** The words of a text as the index keeps them, each once. */
export function indexedWords(text: string): string[] {
  const words = searchKey(text).split(' ').map(indexedWord);
  return [...new Set(words)].filter((word) => word !== '');
}

/** What stands between the names of a person says nothing of who he is, and is left out by half of those who write. */
const LINKS = new Set(['بن', 'بنت', 'ابن', 'ابنه']);

/** Words of a question without what only links them; the links themselves where there is nothing else. */
export function askedWords(words: readonly string[]): string[] {
  const names = words.filter((word, place) => !LINKS.has(word) || place === words.length - 1);
  return names.length > 1 && LINKS.has(names.at(-1) ?? '') ? names.slice(0, -1) : names;
}

/** A word whose end is still to be typed, as the index may keep it. */
export function unfinishedWord(word: string): string[] {
  const rest = word.slice(2);
  return word.startsWith(ARTICLE) && rest.length > 1 && rest !== indexedWord(word)
    ? [word, rest]
    : [indexedWord(word)];
}

/**
 * Whether two words differ by one slip: a letter more, less or another, or two that changed places.
 * @param word At least two letters.
 */
export function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const rest = word.slice(same);
  const otherRest = other.slice(same);
  if (rest === '' && otherRest === '') return true;
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
