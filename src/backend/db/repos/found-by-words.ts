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

const WORD_HITS = 200;
const FAMILY_HITS = 60;
/** Slips are looked for where nothing else was found, in words long enough to be told apart. */
const LEAST_SLIPPED = 3;
const MOST_SPELLINGS = 12;

/**
 * By all words, the last one perhaps unfinished; where that is not enough by their beginnings, and where nobody is found by
 * words that differ by one slip.
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
  const begun = words.map((word, place) =>
    place === words.length - 1
      ? { words: unfinishedWord(word), isBegun: true }
      : { words: [indexedWord(word)], isBegun: false },
  );
  const found = await everywhere(db, begun, WORDS, FAMILY_WORDS);
  if (found.length < limit && words.length > 1 && words.every((word) => word.length > 1)) {
    const beginnings = words.map((word) => ({ words: unfinishedWord(word), isBegun: true }));
    found.push(...(await everywhere(db, beginnings, BEGINNINGS, BEGINNINGS)));
  }
  if (found.length > 0 || words.some((word) => /\p{N}/u.test(word))) return found;
  const slipped = await withSlips(db, words);
  return slipped === null ? [] : everywhere(db, slipped, SLIPS, SLIPS);
}

async function everywhere(
  db: Reader['db'],
  asked: readonly AskedWord[],
  way: number,
  familyWay: number,
): Promise<FoundByWords[]> {
  const subjects = await findSearchWords(db, asked, WORD_HITS);
  const family = await findFamilyNames(db, asked, FAMILY_HITS);
  return [
    ...subjects.map((hit) => ({ ...hit, subject: null, way })),
    ...family.map(({ beneficiaryId, subject }) => ({
      kind: 'person',
      refId: beneficiaryId,
      subject,
      way: familyWay,
    })),
  ];
}

/** The words with what the vocabulary has in their place; null where it has nothing for one of them. */
async function withSlips(db: Reader['db'], words: readonly string[]): Promise<AskedWord[] | null> {
  const asked: AskedWord[] = [];
  for (const word of words.map(indexedWord)) {
    const known =
      word.length < LEAST_SLIPPED
        ? [word]
        : (await tokensFrom(db, word.slice(0, 1)))
            .filter((token) => isOneSlip(token, word))
            .slice(0, MOST_SPELLINGS);
    if (known.length === 0) return null;
    asked.push({ words: known, isBegun: false });
  }
  return asked;
}
