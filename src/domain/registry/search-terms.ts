import { latinDigits, searchKey } from '../shared/search-key.ts';

/** What a person who types into the search box may mean; each field is one way to find it, null where it is none. */
export interface SearchTerms {
  /** Words of a name or number, folded; empty when there is nothing to search for. */
  readonly words: readonly string[];
  /** How a whole name would begin. */
  readonly namePrefix: string | null;
  readonly nationalIdPrefix: string | null;
  /** `SA...`, from the country on. */
  readonly ibanPrefix: string | null;
  /** At least four digits: what people read out of an account number. */
  readonly ibanEnd: string | null;
  /** National part of a mobile number without its zero, `55...`. */
  readonly phonePrefix: string | null;
}

const NOTHING: SearchTerms = {
  words: [],
  namePrefix: null,
  nationalIdPrefix: null,
  ibanPrefix: null,
  ibanEnd: null,
  phonePrefix: null,
};

/** A national id has ten digits; fewer than this many find half the branch. */
const LEAST_ID_DIGITS = 4;
const IBAN_END_DIGITS = 4;
const MAX_WORDS = 8;

export function searchTerms(text: string): SearchTerms {
  const key = searchKey(text);
  if (key === '') return NOTHING;
  const words = key.split(' ').slice(0, MAX_WORDS);
  const compact = latinDigits(text)
    .replace(/[\s\-()]/g, '')
    .toUpperCase();
  const isNumber = /^\+?\d+$/.test(compact);
  return {
    words,
    namePrefix: /\d/.test(key) ? null : key,
    nationalIdPrefix:
      compact.length >= LEAST_ID_DIGITS && /^[12]\d{0,9}$/.test(compact) ? compact : null,
    ibanPrefix: /^SA\d{4,22}$/.test(compact) ? compact : null,
    ibanEnd:
      isNumber && compact.length >= IBAN_END_DIGITS && /^\d{4,20}$/.test(compact) ? compact : null,
    phonePrefix: isNumber ? phonePrefix(compact) : null,
  };
}

/** `05XXXXXXXX`, `5XXXXXXXX`, `+9665XXXXXXXX` and `009665XXXXXXXX` are one number. */
function phonePrefix(digits: string): string | null {
  const national = /^(?:\+966|00966|966|0)?(5\d{2,8})$/.exec(digits)?.[1];
  return national ?? null;
}
