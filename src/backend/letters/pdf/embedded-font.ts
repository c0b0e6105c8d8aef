import { createHash } from 'node:crypto';
import { subsetFont } from '../fonts/font-subset.ts';
import type { GlyphText, LetterFont } from '../fonts/letter-font.ts';
import { literalByte, type PdfObjects, type Reference } from './pdf-objects.ts';
import { toUnicodeMap } from './to-unicode.ts';

/** An empty glyph without width: it carries a character that shares its glyph with another one. */
export const CARRIER = -1;

/** An empty glyph that bridges a wide gap between two letters of a word. */
export const FILLER = -2;
/** Ems. */
export const FILLER_WIDTH = 0.08;

const SUBSET_TAG_LETTERS = 6;
/** Symbolic (ISO 32000-1, table 123): the glyphs are chosen by number. */
const FLAGS = 4;

/**
 * A face inside one PDF: Type 0 with Identity-H, one code per pair of glyph and text, so that every
 * code extracts as the characters that it stands for.
 */
export class EmbeddedFont {
  readonly resourceName: string;
  readonly reference: Reference;
  readonly #face: LetterFont;
  readonly #codes: GlyphText[] = [{ glyph: 0, unicode: '' }];
  /** By the pairs of the face. */
  readonly #shown: string[] = [];

  constructor(face: LetterFont, resourceName: string, reference: Reference) {
    this.#face = face;
    this.resourceName = resourceName;
    this.reference = reference;
  }

  /** What its codes stand for. */
  get key(): string {
    return this.#codes.map(({ glyph, unicode }) => `${glyph}${unicode}`).join(' ');
  }

  /** The code of a pair of this face, as it stands in a literal string. */
  show(pair: number): string {
    let shown = this.#shown[pair];
    if (shown === undefined) {
      const code = this.#codes.push(this.#face.pairAt(pair)) - 1;
      shown = literalByte(code >> 8) + literalByte(code & 0xff);
      this.#shown[pair] = shown;
    }
    return shown;
  }

  /** Writes the font's objects; call once, after the last page. */
  embed(objects: PdfObjects): void {
    const { metrics, name: faceName } = this.#face;
    const perMille = (units: number): number => Math.round((units * 1000) / metrics.unitsPerEm);
    const codes = this.#codes;
    const glyphs = new Set(codes.map(({ glyph }) => glyph).filter((glyph) => glyph >= 0));
    const gaps = emptyGlyphs(glyphs);
    const fillerWidth = Math.round(FILLER_WIDTH * metrics.unitsPerEm);
    const file = subsetFont(this.#face, glyphs, { [gaps.filler]: fillerWidth });
    const name = `${subsetTag(faceName, glyphs)}+${faceName}`;
    const fontFile = objects.stream(`/Length1 ${file.length}`, file);
    const cidSet = objects.plainStream('', presentCodes(codes.length));
    const descriptor = objects.add(
      `<</Type/FontDescriptor/FontName/${name}/Flags ${FLAGS}/FontBBox[${metrics.box.map(perMille).join(' ')}]` +
        `/ItalicAngle ${metrics.italicAngle}/Ascent ${perMille(metrics.ascent)}/Descent ${perMille(metrics.descent)}` +
        `/CapHeight ${perMille(metrics.capHeight)}/StemV ${metrics.stemWeight}/FontFile2 ${fontFile}/CIDSet ${cidSet}>>`,
    );
    const widths = codes.map(({ glyph }) =>
      perMille(glyph === CARRIER ? 0 : glyph === FILLER ? fillerWidth : this.#face.advance(glyph)),
    );
    const descendant = objects.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor}/DW 0/W[0[${widths.join(' ')}]]/CIDToGIDMap ${objects.stream('', this.#glyphMap(gaps))}>>`,
    );
    const toUnicode = objects.stream('', toUnicodeMap(codes.map(({ unicode }) => unicode)));
    objects.set(
      this.reference,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${toUnicode}>>`,
    );
  }

  #glyphMap({ carrier, filler }: EmptyGlyphs): Uint8Array {
    const map = new DataView(new ArrayBuffer(this.#codes.length * 2));
    this.#codes.forEach(({ glyph }, code) =>
      map.setUint16(code * 2, glyph === CARRIER ? carrier : glyph === FILLER ? filler : glyph),
    );
    return new Uint8Array(map.buffer);
  }
}

interface EmptyGlyphs {
  readonly carrier: number;
  readonly filler: number;
}

/** Numbers that the letter does not use: with glyph numbers retained they are empty. */
function emptyGlyphs(used: ReadonlySet<number>): EmptyGlyphs {
  let carrier = 1;
  while (used.has(carrier)) carrier++;
  let filler = carrier + 1;
  while (used.has(filler)) filler++;
  return { carrier, filler };
}

function subsetTag(faceName: string, glyphs: ReadonlySet<number>): string {
  const key = [...glyphs].sort((one, other) => one - other).join(' ');
  const digest = createHash('sha256').update(`${faceName} ${key}`).digest();
  return [...digest.subarray(0, SUBSET_TAG_LETTERS)]
    .map((byte) => String.fromCharCode(65 + (byte % 26)))
    .join('');
}

/** One bit for each code, the first in the highest bit (PDF/A-1, 6.3.5). */
function presentCodes(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8)).fill(0xff);
  const last = bits.length - 1;
  bits[last] = (0xff << (8 * bits.length - count)) & 0xff;
  return bits;
}
