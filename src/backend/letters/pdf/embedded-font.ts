import { createHash } from 'node:crypto';
import type { PDFContext, PDFRef } from 'pdf-lib';
import { PDFString } from 'pdf-lib';
import type { LetterFont } from '../fonts/letter-font.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** An empty glyph without width: it carries a character that shares its glyph with another one. */
export const CARRIER = -1;

interface Code {
  readonly glyph: number;
  readonly unicode: string;
}

interface Subset {
  readonly file: Uint8Array;
  readonly tag: string;
}

/** Subsets of earlier letters: letters of one template use much the same glyphs. */
const subsets = new Map<string, Subset>();
const SUBSETS_KEPT = 32;

/**
 * A face inside one PDF: Type 0 with Identity-H, one code per pair of glyph and text, so that every
 * code extracts as the characters that it stands for.
 */
export class EmbeddedFont {
  readonly resourceName: string;
  readonly face: LetterFont;
  readonly ref: PDFRef;
  readonly #context: PDFContext;
  readonly #codes: Code[] = [{ glyph: 0, unicode: '' }];
  readonly #codeOf = new Map<string, number>();

  constructor(context: PDFContext, face: LetterFont, resourceName: string) {
    this.#context = context;
    this.face = face;
    this.resourceName = resourceName;
    this.ref = context.nextRef();
  }

  get used(): boolean {
    return this.#codes.length > 1;
  }

  /** The code to show for a glyph that stands for this text. */
  code(glyph: number, unicode: string): number {
    const key = `${glyph} ${unicode}`;
    let code = this.#codeOf.get(key);
    if (code === undefined) {
      code = this.#codes.push({ glyph, unicode }) - 1;
      this.#codeOf.set(key, code);
    }
    return code;
  }

  /** Writes the font's objects; call once, after the last page. */
  embed(): void {
    const { metrics } = this.face;
    const perMille = (units: number): number => Math.round((units * 1000) / metrics.unitsPerEm);
    const glyphs = [
      ...new Set(this.#codes.map((code) => code.glyph).filter((glyph) => glyph !== CARRIER)),
    ].sort((a, b) => a - b);
    const subset = subsetOf(this.face, glyphs);
    const name = `${subset.tag}+${this.face.name}`;
    const context = this.#context;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: metrics.box.map(perMille),
        ItalicAngle: metrics.italicAngle,
        Ascent: perMille(metrics.ascent),
        Descent: perMille(metrics.descent),
        CapHeight: perMille(metrics.capHeight),
        StemV: metrics.stemWeight,
        FontFile2: context.register(
          context.flateStream(subset.file, { Length1: subset.file.length }),
        ),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        DW: 0,
        W: [
          0,
          this.#codes.map(({ glyph }) =>
            glyph === CARRIER ? 0 : perMille(this.face.advance(glyph)),
          ),
        ],
        CIDToGIDMap: context.register(context.flateStream(this.#glyphMap(glyphs))),
      }),
    );
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(
          context.flateStream(toUnicodeMap(this.#codes.map((code) => code.unicode))),
        ),
      }),
    );
  }

  #glyphMap(glyphs: readonly number[]): Uint8Array {
    // With glyph numbers retained, a number that the letter does not use is empty and has no width.
    let empty = 1;
    while (glyphs.includes(empty)) empty++;
    const map = new DataView(new ArrayBuffer(this.#codes.length * 2));
    this.#codes.forEach(({ glyph }, code) =>
      map.setUint16(code * 2, glyph === CARRIER ? empty : glyph),
    );
    return new Uint8Array(map.buffer);
  }
}

function subsetOf(face: LetterFont, glyphs: readonly number[]): Subset {
  const key = `${face.name} ${glyphs.join(' ')}`;
  const known = subsets.get(key);
  if (known) return known;
  const digest = createHash('sha256').update(key).digest();
  const tag = [...digest.subarray(0, 6)]
    .map((byte) => String.fromCharCode(65 + (byte % 26)))
    .join('');
  const subset = { file: face.subsetter.subset(glyphs), tag };
  if (subsets.size >= SUBSETS_KEPT) subsets.clear();
  subsets.set(key, subset);
  return subset;
}
