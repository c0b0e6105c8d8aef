import * as hb from 'harfbuzzjs';
import { FontSubsetter } from './font-subsetter.ts';

/** One glyph in visual order; distances in font units, `cluster` the index of its first character. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** A line may not be broken before this cluster without shaping anew. */
  readonly unsafeToBreak: boolean;
}

export type Script = 'Arab' | 'Latn';

export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly stemWeight: number;
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const CAP_HEIGHT_SINCE_OS2_VERSION = 2;
const DEFAULT_CAP_HEIGHT = 700;

/** A font file with its shaper, metrics and subsetter. */
export class LetterFont {
  readonly name: string;
  readonly metrics: FontMetrics;
  readonly subsetter: FontSubsetter;
  readonly #font: hb.Font;
  readonly #buffer = new hb.Buffer();
  readonly #advances = new Map<number, number>();
  readonly #covered: ReadonlySet<number>;

  constructor(file: Uint8Array) {
    const face = new hb.Face(new hb.Blob(file));
    this.#font = new hb.Font(face);
    this.#covered = new Set(face.collectUnicodes());
    this.name = face.getName(6, 'en');
    this.metrics = readMetrics(face);
    this.subsetter = new FontSubsetter(file);
  }

  covers(codePoint: number): boolean {
    return this.#covered.has(codePoint);
  }

  glyphFor(codePoint: number): number | undefined {
    return this.#font.nominalGlyph(codePoint);
  }

  /** Advance of a glyph in font units. */
  advance(glyph: number): number {
    let advance = this.#advances.get(glyph);
    if (advance === undefined) {
      advance = this.#font.glyphHAdvance(glyph);
      this.#advances.set(glyph, advance);
    }
    return advance;
  }

  /**
   * Shapes `text[start, end)` in its context. harfbuzzjs frees its objects only when they are
   * collected, so one buffer serves every call.
   */
  shape(
    text: string,
    start: number,
    end: number,
    rightToLeft: boolean,
    script: Script,
  ): ShapedGlyph[] {
    const buffer = this.#buffer;
    buffer.clearContents();
    buffer.addText(text, start, end - start);
    buffer.setFlags(
      (start === 0 ? hb.BufferFlag.BOT : 0) | (end === text.length ? hb.BufferFlag.EOT : 0),
    );
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage('ar');
    hb.shape(this.#font, buffer);
    const glyphs: ShapedGlyph[] = [];
    for (const info of buffer.getGlyphInfosAndPositions()) {
      const advance = info.xAdvance ?? 0;
      // HarfBuzz gives directional controls a visible glyph without width: never painted.
      if (advance === 0 && INVISIBLE.test(text[info.cluster] ?? '')) continue;
      glyphs.push({
        glyph: info.codepoint,
        cluster: info.cluster,
        advance,
        dx: info.xOffset ?? 0,
        dy: info.yOffset ?? 0,
        unsafeToBreak: (info.flags & hb.GlyphFlag.UNSAFE_TO_BREAK) !== 0,
      });
    }
    return glyphs;
  }
}

function readMetrics(face: hb.Face): FontMetrics {
  const table = (name: string): DataView => {
    const bytes = face.referenceTable(name);
    if (!bytes) throw new Error(`The letter font has no table ${name}`);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  const head = table('head');
  const hhea = table('hhea');
  const os2 = table('OS/2');
  const weight = os2.getUint16(4);
  return {
    unitsPerEm: face.upem,
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight:
      os2.getUint16(0) >= CAP_HEIGHT_SINCE_OS2_VERSION ? os2.getInt16(88) : DEFAULT_CAP_HEIGHT,
    italicAngle: table('post').getInt32(4) / 0x10000,
    // The usual estimate of the stem from the weight class: fonts do not say it.
    stemWeight: Math.round(50 + (weight / 65) ** 2),
  };
}
