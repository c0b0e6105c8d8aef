import {
  askedWords,
  indexedWord,
  isOneSlip,
  unfinishedWord,
} from '../../../domain/shared/search-words.ts';
import type { Reader } from '../database.ts';
import {
  findFamilyNames,
  findSearchWords,
  tokensFrom,
  type AskedWord,
} from '../dialect/search-words.ts';
import { BEGINNINGS, FAMILY_WORDS, SLIPS, WORDS } from './people-by-number.ts';

/** Something found by its words. */
export interface FoundByWords {
  readonly kind: string;
  readonly refId: string;
  /** Number of the dependant who has them; null where it is the subject itself. */
  readonly subject: number | null;
  readonly way: number;
}

const WORD_HITS = 120;
const FAMILY_HITS = 40;
/** Beginnings of more words than these are left to the index, which collects all they find before it answers. */
const MOST_ENDINGS = 120;
/** Slips are looked for where nothing else was found, in words long enough to be told apart. */
const LEAST_SLIPPED = 3;
const MOST_SPELLINGS = 12;

/**
 * By all words, the last one perhaps unfinished; where nothing has them by their beginnings, and then by words that differ by
 * one slip. Dependants are looked for where heads and cases leave room.
 */
export async function findByWords(
  db: Reader['db'],
  terms: readonly string[],
  limit: number,
): Promise<FoundByWords[]> {
  const words = askedWords(terms);
  const last = words.at(-1);
  if (last === undefined) return [];
  // NOTE: one letter begins a tenth of all names; the order of names answers that better.
  if (words.length === 1 && last.length === 1) return [];
  const whole = words.slice(0, -1).map((word) => ({ words: [indexedWord(word)], isBegun: false }));
  const asked = [...whole, await begun(db, last)];
  const found = await everywhere(db, asked, [WORDS, FAMILY_WORDS], limit);
  if (found.length > 0) return found;
  if (words.length > 1 && words.every((word) => word.length > 1)) {
    const beginnings = await Promise.all(words.map((word) => begun(db, word)));
    const more = await everywhere(db, beginnings, [BEGINNINGS, BEGINNINGS], limit);
    if (more.length > 0) return more;
  }
  if (words.some(hasDigits)) return [];
  return everywhere(db, await withSlips(db, words), [SLIPS, SLIPS], limit);
}

const hasDigits = (word: string): boolean => /\p{N}/u.test(word);

async function everywhere(
  db: Reader['db'],
  asked: readonly AskedWord[],
  [way, familyWay]: readonly [number, number],
  limit: number,
): Promise<FoundByWords[]> {
  if (asked.some(({ words }) => words.length === 0)) return [];
  const subjects = await findSearchWords(db, asked, WORD_HITS);
  const found = subjects.map((hit): FoundByWords => ({ ...hit, subject: null, way }));
  if (found.length >= limit) return found;
  for (const { beneficiaryId, subject } of await findFamilyNames(db, asked, FAMILY_HITS)) {
    found.push({ kind: 'person', refId: beneficiaryId, subject, way: familyWay });
  }
  return found;
}

/**
 * A word of which the end is missing, by the words of the vocabulary that begin so: the index answers those one after the
 * other, and a beginning only when it has collected all of it.
 */
async function begun(db: Reader['db'], word: string): Promise<AskedWord> {
  const spellings = unfinishedWord(word);
  if (hasDigits(word)) return { words: spellings, isBegun: true };
  const tokens = new Set<string>();
  for (const spelling of spellings) {
    for (const token of await tokensFrom(db, spelling, MOST_ENDINGS + 1)) tokens.add(token);
  }
  return tokens.size > MOST_ENDINGS
    ? { words: spellings, isBegun: true }
    : { words: [...tokens], isBegun: false };
}

/** The words as the vocabulary has them; without spellings where it has nothing like one. */
async function withSlips(db: Reader['db'], words: readonly string[]): Promise<AskedWord[]> {
  const asked: AskedWord[] = [];
  for (const word of words.map(indexedWord)) {
    const known =
      word.length < LEAST_SLIPPED
        ? [word]
        : (await tokensFrom(db, word.slice(0, 1), MOST_TOKENS))
            .filter((token) => isOneSlip(token, word))
            .slice(0, MOST_SPELLINGS);
    asked.push({ words: known, isBegun: false });
  }
  return asked;
}

/** Words of one first letter that are compared. */
const MOST_TOKENS = 20_000;
