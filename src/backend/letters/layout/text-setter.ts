import type { RichText } from '../../../domain/letters/letter-model.ts';
import { spanText } from '../../../domain/letters/letter-model.ts';
import type { FontFamily, Weight } from '../fonts/font-family.ts';
import type { Line } from '../text/line.ts';
import type { Direction } from '../text/paragraph.ts';
import { layoutParagraph, textDirection } from '../text/paragraph.ts';
import { styleText } from '../text/styled-text.ts';
import type { TextSize } from './page-geometry.ts';

export interface SetOptions {
  readonly width: number;
  readonly weight?: Weight;
  /** Right-to-left unless told; `auto` follows the first letter of the text. */
  readonly direction?: Direction | 'auto';
  readonly firstLineIndent?: number;
  readonly justify?: boolean;
}

interface SetText {
  readonly lines: Line[];
  readonly missing: readonly string[];
}

const TEXTS_KEPT = 256;
const TEXTS_REMEMBERED = 512;
/** Texts of this many characters are not kept: they are an officer's own words. */
const LONGEST_KEPT = 600;

/**
 * Texts that were set last, with all that they depend on: letterhead, greetings and many sentences are
 * the same in every letter of a branch.
 */
export class SetTexts {
  readonly #texts = new Map<string, SetText>();
  readonly #once = new Set<string>();

  get(key: string): SetText | undefined {
    const text = this.#texts.get(key);
    if (!text) return undefined;
    this.#texts.delete(key);
    this.#texts.set(key, text);
    return text;
  }

  /** Keeps a text that is set for the second time: names and amounts are set once. */
  keep(key: string, text: SetText): void {
    if (!this.#once.delete(key)) {
      this.#once.add(key);
      dropOldest(this.#once, TEXTS_REMEMBERED);
      return;
    }
    this.#texts.set(key, text);
    dropOldest(this.#texts, TEXTS_KEPT);
  }
}

function dropOldest(
  keys: { readonly size: number; keys(): Iterable<string>; delete(key: string): boolean },
  most: number,
): void {
  if (keys.size <= most) return;
  for (const oldest of keys.keys()) {
    keys.delete(oldest);
    return;
  }
}

/** Sets the texts of one letter and remembers the characters that no face has. */
export class TextSetter {
  readonly missing = new Set<string>();
  readonly #family: FontFamily;
  readonly #kept: SetTexts;

  constructor(family: FontFamily, kept: SetTexts) {
    this.#family = family;
    this.#kept = kept;
  }

  set(text: RichText, { size }: TextSize, options: SetOptions): Line[] {
    const { width, weight = 'regular', direction = 'rtl' } = options;
    const { firstLineIndent = 0, justify = false } = options;
    const key = `${size} ${width} ${weight} ${direction} ${firstLineIndent} ${justify} ${textKey(text)}`;
    let set = this.#kept.get(key);
    if (!set) {
      set = this.#setAnew(text, { size, width, firstLineIndent, justify }, weight, direction);
      if (key.length <= LONGEST_KEPT) this.#kept.keep(key, set);
    }
    for (const char of set.missing) this.missing.add(char);
    return set.lines;
  }

  #setAnew(
    text: RichText,
    style: { size: number; width: number; firstLineIndent: number; justify: boolean },
    weight: Weight,
    direction: Direction | 'auto',
  ): SetText {
    const styled = styleText(text, this.#family, weight);
    const lines = layoutParagraph(styled, {
      ...style,
      direction: direction === 'auto' ? textDirection(styled.text) : direction,
    });
    return { lines, missing: styled.missing };
  }

  /** Distance from the top of a line's box to its baseline, points. */
  baseline({ size, line }: TextSize): number {
    const { ascent, descent, unitsPerEm } = this.#family.primary('regular').metrics;
    const scale = size / unitsPerEm;
    return (line - (ascent - descent) * scale) / 2 + ascent * scale;
  }
}

function textKey(text: RichText): string {
  let key = '';
  for (const span of text) {
    const { length } = spanText(span);
    key += `${typeof span === 'string' ? '' : '*'}${length}:${spanText(span)}`;
  }
  return key;
}
