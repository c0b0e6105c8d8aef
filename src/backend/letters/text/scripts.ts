import type { Script } from '../fonts/harfbuzz.ts';

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const OPENING = '([{';
const CLOSING = ')]}';
const CHARACTERS_KEPT = 2000;

interface OpenBracket {
  readonly bracket: number;
  readonly index: number;
}

/**
 * Script of each UTF-16 unit (UAX #24): neutral characters take the script before them, and a closing
 * bracket the script of its opener, as browsers do. Quotation marks « » do not pair. Text without any
 * letter is Latin: an Arabic full stop hangs below the line, which a column of amounts cannot use.
 */
export function resolveScripts(text: string): Script[] {
  const base: Script = 'Latn';
  const scripts: Script[] = new Array<Script>(text.length).fill(base);
  const open: OpenBracket[] = [];
  let current: Script | null = null;
  for (let index = 0; index < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const own = scriptOf(char);
    if (own && current === null) scripts.fill(own, 0, index);
    current = own ?? pairedScript(char, open, scripts) ?? current;
    const script: Script = current ?? base;
    scripts.fill(script, index, index + char.length);
    const opener = OPENING.indexOf(char);
    if (opener >= 0) open.push({ bracket: opener, index });
    index += char.length;
  }
  return scripts;
}

const known = new Map<string, Script | null>();

function scriptOf(char: string): Script | null {
  let script = known.get(char);
  if (script === undefined) {
    script = lookUpScript(char);
    if (known.size < CHARACTERS_KEPT) known.set(char, script);
  }
  return script;
}

function lookUpScript(char: string): Script | null {
  if (ARABIC.test(char)) return 'Arab';
  return LATIN.test(char) ? 'Latn' : null;
}

function pairedScript(
  char: string,
  open: OpenBracket[],
  scripts: readonly Script[],
): Script | null {
  const closer = CLOSING.indexOf(char);
  if (closer < 0) return null;
  const match = open.findLastIndex((entry) => entry.bracket === closer);
  const opener = open[match];
  if (!opener) return null;
  open.length = match;
  return scripts[opener.index] ?? null;
}
