const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';
const WORD_JOINER = '\u2060';
const ARABIC_LETTER = /(?=\p{L})\p{Script=Arabic}/u;
const LATIN_STRETCH = /[A-Za-z0-9](?:[A-Za-z0-9.,+/-]*[A-Za-z0-9])?/g;

/**
 * Keeps a date, number, reference or address in its own left-to-right order inside Arabic text, and on
 * one line. Of a reference with Arabic letters (`2026-0312/ع`) only the other stretches are isolated:
 * it is read from the right.
 */
export function isolate(text: string): string {
  return ARABIC_LETTER.test(text) ? text.replace(LATIN_STRETCH, wrap) : wrap(text);
}

function wrap(text: string): string {
  const unbroken = text.replace(/[-/](?=\p{L})/gu, `$&${WORD_JOINER}`);
  return `${LEFT_TO_RIGHT_ISOLATE}${unbroken}${POP_ISOLATE}`;
}
