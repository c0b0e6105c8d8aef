import { compactOutline } from './compact-outline.ts';

/** What a PDF says of a face; font units but for the angle. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly stemWeight: number;
}

/** A glyph's outline without hinting, and the glyphs that it is made of. */
interface Outline {
  readonly bytes: Uint8Array;
  readonly components: readonly number[];
}

const CAP_HEIGHT_SINCE_OS2_VERSION = 2;
const DEFAULT_CAP_HEIGHT = 700;
const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;
const COMPONENT_WORDS = 0x0001;
const COMPONENT_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const COMPONENT_SCALE_XY = 0x0040;
const COMPONENT_MATRIX = 0x0080;
const COMPONENT_HINTING = 0x0100;

/** A TrueType file (ISO 14496-22) with its outlines. */
export class TrueTypeFile {
  readonly metrics: FontMetrics;
  readonly name: string;
  readonly #tables = new Map<string, DataView>();
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #outlines = new Map<number, Outline>();
  readonly #longOffsets: boolean;

  /** @throws Error when a table is missing: not a TrueType file. */
  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes);
    const { buffer } = this.#bytes;
    const file = new DataView(buffer);
    for (let index = 0; index < file.getUint16(4); index++) {
      const entry = 12 + 16 * index;
      const name = String.fromCharCode(...this.#bytes.subarray(entry, entry + 4));
      const table = new DataView(buffer, file.getUint32(entry + 8), file.getUint32(entry + 12));
      this.#tables.set(name, table);
    }
    this.metrics = this.#readMetrics();
    this.name = this.#readName();
    this.#longOffsets = this.table('head').getInt16(50) === 1;
  }

  table(name: string): DataView {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`The letter font has no table ${name}`);
    return table;
  }

  /** Advance of each glyph in font units. */
  advances(): Uint16Array {
    const hmtx = this.table('hmtx');
    const last = this.table('hhea').getUint16(34) - 1;
    return Uint16Array.from({ length: this.table('maxp').getUint16(4) }, (_, glyph) =>
      hmtx.getUint16(4 * Math.min(glyph, last)),
    );
  }

  outline(glyph: number): Outline {
    let outline = this.#outlines.get(glyph);
    if (!outline) {
      outline = this.#readOutline(glyph);
      this.#outlines.set(glyph, outline);
    }
    return outline;
  }

  #readOutline(glyph: number): Outline {
    const loca = this.table('loca');
    const offset = (index: number): number =>
      this.#longOffsets ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index);
    const glyf = this.table('glyf');
    const from = glyf.byteOffset;
    const whole = this.#bytes.slice(from + offset(glyph), from + offset(glyph + 1));
    if (whole.length === 0) return { bytes: whole, components: [] };
    const contours = new DataView(whole.buffer).getInt16(0);
    return contours < 0
      ? compositeOutline(whole)
      : { bytes: compactOutline(whole, contours), components: [] };
  }

  #readMetrics(): FontMetrics {
    const head = this.table('head');
    const hhea = this.table('hhea');
    const os2 = this.table('OS/2');
    const weight = os2.getUint16(4);
    return {
      unitsPerEm: head.getUint16(18),
      box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
      ascent: hhea.getInt16(4),
      descent: hhea.getInt16(6),
      capHeight:
        os2.getUint16(0) >= CAP_HEIGHT_SINCE_OS2_VERSION ? os2.getInt16(88) : DEFAULT_CAP_HEIGHT,
      italicAngle: this.table('post').getInt32(4) / 0x10000,
      // The usual estimate of the stem from the weight class: fonts do not say it.
      stemWeight: Math.round(50 + (weight / 65) ** 2),
    };
  }

  #readName(): string {
    const names = this.table('name');
    const texts = names.getUint16(4);
    for (let record = 6; record < texts; record += 12) {
      if (names.getUint16(record) !== WINDOWS || names.getUint16(record + 6) !== POSTSCRIPT_NAME) {
        continue;
      }
      const from = texts + names.getUint16(record + 10);
      const length = names.getUint16(record + 8) / 2;
      return Array.from({ length }, (_, index) =>
        String.fromCharCode(names.getUint16(from + 2 * index)),
      ).join('');
    }
    throw new Error('The letter font has no PostScript name');
  }
}

function compositeOutline(whole: Uint8Array<ArrayBuffer>): Outline {
  const view = new DataView(whole.buffer);
  const components: number[] = [];
  let at = 10;
  for (let flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0;) {
    flags = view.getUint16(at);
    view.setUint16(at, flags & ~COMPONENT_HINTING);
    components.push(view.getUint16(at + 2));
    at += (flags & COMPONENT_WORDS) !== 0 ? 8 : 6;
    if ((flags & COMPONENT_SCALE) !== 0) at += 2;
    else if ((flags & COMPONENT_SCALE_XY) !== 0) at += 4;
    else if ((flags & COMPONENT_MATRIX) !== 0) at += 8;
  }
  return { bytes: whole.slice(0, at), components };
}
