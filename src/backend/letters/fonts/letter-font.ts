import { Shaper, type Script, type ShapedGlyph } from './harfbuzz.ts';
import { TrueTypeFile, type FontMetrics } from './true-type-file.ts';

/** A glyph and the text that it extracts as. */
export interface GlyphText {
  readonly glyph: number;
  readonly unicode: string;
}

/** A font file with its shaper, metrics and outlines. */
export class LetterFont {
  readonly name: string;
  readonly metrics: FontMetrics;
  readonly file: TrueTypeFile;
  readonly #shaper: Shaper;
  readonly #covered: ReadonlySet<number>;
  readonly #advances: Uint16Array;
  readonly #pairs: GlyphText[] = [];
  readonly #pairOf = new Map<string, number>();

  constructor(file: Uint8Array) {
    this.file = new TrueTypeFile(file);
    this.name = this.file.name;
    this.metrics = this.file.metrics;
    this.#advances = this.file.advances();
    this.#shaper = new Shaper(file);
    this.#covered = this.#shaper.characters();
  }

  covers(codePoint: number): boolean {
    return this.#covered.has(codePoint);
  }

  /** Advance of a glyph in font units. */
  advance(glyph: number): number {
    return this.#advances[glyph] ?? 0;
  }

  /** Shapes `text[start, end)` in its context. */
  shape(
    text: string,
    start: number,
    end: number,
    rightToLeft: boolean,
    script: Script,
  ): ShapedGlyph[] {
    return this.#shaper.shape(text, start, end, rightToLeft, script);
  }

  /**
   * A number for a glyph that stands for this text, so that set lines can be kept between letters. It
   * depends on what was set before: no letter may hold it.
   */
  pair(glyph: number, unicode: string): number {
    const key = `${glyph} ${unicode}`;
    let pair = this.#pairOf.get(key);
    if (pair === undefined) {
      pair = this.#pairs.push({ glyph, unicode }) - 1;
      this.#pairOf.set(key, pair);
    }
    return pair;
  }

  pairAt(pair: number): GlyphText {
    const found = this.#pairs[pair];
    if (!found) throw new Error('A glyph without text');
    return found;
  }
}
