import type { Refusal } from '../shared/result.ts';

const OPENS_ISOLATE = /[\u2066-\u2068]/;
const CLOSES_ISOLATE = '\u2069';

/** Line breaks and other controls, and what turns the direction of text without closing it again. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\ufeff\ufffd\p{Co}\p{Cn}\p{Cs}]/u;

/** Nothing to see, so no face needs to have it. */
const INVISIBLE = /[\s\u00a0\u200b-\u200f\u2060\u2066-\u2069]/u;

type CharacterFault = Refusal<
  'EMPTY_ISOLATE' | 'UNBALANCED_ISOLATE' | 'FORBIDDEN_CHARACTER' | 'MISSING_CHARACTER'
>;

/** The characters of a template's text that no letter may hold, each named once by its code point. */
export function checkCharacters(
  text: string,
  covers?: (character: string) => boolean,
): CharacterFault[] {
  const faults: CharacterFault[] = [];
  let open = 0;
  let isBalanced = true;
  let before = '';
  const told = new Set<string>();
  for (const character of text) {
    if (OPENS_ISOLATE.test(character)) open += 1;
    if (character === CLOSES_ISOLATE) {
      open -= 1;
      if (open < 0) isBalanced = false;
      if (OPENS_ISOLATE.test(before)) faults.push({ code: 'EMPTY_ISOLATE' });
    }
    before = character;
    if (told.has(character)) continue;
    if (FORBIDDEN.test(character)) {
      told.add(character);
      faults.push({ code: 'FORBIDDEN_CHARACTER', details: { character: codePoint(character) } });
    } else if (covers !== undefined && !INVISIBLE.test(character) && !covers(character)) {
      told.add(character);
      faults.push({ code: 'MISSING_CHARACTER', details: { character } });
    }
  }
  if (!isBalanced || open !== 0) faults.push({ code: 'UNBALANCED_ISOLATE' });
  return faults;
}

/** `U+202E`. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
