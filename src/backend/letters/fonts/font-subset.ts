import type { LetterFont } from './letter-font.ts';
import type { TrueTypeFile } from './true-type-file.ts';

const HEAD_CHECKSUM = 8;
const HEAD_OFFSET_FORMAT = 50;
const SHORT_OFFSETS = 0;
const LONG_OFFSETS = 1;
const LONGEST_SHORT = 2 * 0xffff;
const CHECKSUM_OF_FILE = 0xb1b0afba;
const TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;

/**
 * A TrueType file of some glyphs, with the tables that a PDF needs (ISO 32000-1, 9.9). They keep their
 * numbers, so that what is painted can be compared with other programs' glyphs; the others are empty
 * and have no width but where `emptyWidths` gives one.
 */
export function subsetFont(
  font: LetterFont,
  wanted: Iterable<number>,
  emptyWidths: Readonly<Record<number, number>>,
): Uint8Array {
  const { file: source } = font;
  const glyphs = withComponents(source, wanted);
  const empty = Object.entries(emptyWidths).map(
    ([glyph, width]) => [Number(glyph), width] as const,
  );
  const count = Math.max(...glyphs, ...empty.map(([glyph]) => glyph)) + 1;
  const outlines = glyphs.map((glyph) => source.outline(glyph).bytes);
  const size = outlines.reduce((sum, { length }) => sum + length + (length & 1), 0);
  const long = size > LONGEST_SHORT;
  const sizes = {
    glyf: size,
    head: source.table('head').byteLength,
    hhea: source.table('hhea').byteLength,
    hmtx: 4 * count,
    loca: (long ? 4 : 2) * (count + 1),
    maxp: source.table('maxp').byteLength,
  };
  const { file, view, offsets } = emptyFile(sizes);
  for (const name of ['head', 'hhea', 'maxp'] as const) {
    const { buffer, byteOffset, byteLength } = source.table(name);
    file.set(new Uint8Array(buffer, byteOffset, byteLength), offsets[name]);
  }
  view.setUint32(offsets.head + HEAD_CHECKSUM, 0);
  view.setInt16(offsets.head + HEAD_OFFSET_FORMAT, long ? LONG_OFFSETS : SHORT_OFFSETS);
  view.setUint16(offsets.hhea + 34, count);
  view.setUint16(offsets.maxp + 4, count);
  let at = 0;
  let next = 0;
  for (let glyph = 0; glyph <= count; glyph++) {
    if (long) view.setUint32(offsets.loca + 4 * glyph, at);
    else view.setUint16(offsets.loca + 2 * glyph, at / 2);
    if (glyphs[next] !== glyph) continue;
    const outline = outlines[next++] ?? new Uint8Array();
    file.set(outline, offsets.glyf + at);
    at += outline.length + (outline.length & 1);
    view.setUint16(offsets.hmtx + 4 * glyph, font.advance(glyph));
    // The left bearing is where the outline begins.
    if (outline.length > 0) view.setInt16(offsets.hmtx + 4 * glyph + 2, leftEdge(outline));
  }
  for (const [glyph, width] of empty) view.setUint16(offsets.hmtx + 4 * glyph, width);
  addChecksums(view, sizes, offsets);
  return file;
}

/** The glyphs and what they are composed of, in order. */
function withComponents(font: TrueTypeFile, wanted: Iterable<number>): number[] {
  const glyphs = new Set(wanted);
  for (const glyph of glyphs) {
    for (const component of font.outline(glyph).components) glyphs.add(component);
  }
  return [...glyphs].sort((one, other) => one - other);
}

function leftEdge(outline: Uint8Array): number {
  return new DataView(outline.buffer, outline.byteOffset).getInt16(2);
}

type Sizes = Readonly<Record<(typeof TABLES)[number], number>>;

function padded(size: number): number {
  return (size + 3) & ~3;
}

function emptyFile(sizes: Sizes) {
  const start = 12 + 16 * TABLES.length;
  const offsets = { glyf: 0, head: 0, hhea: 0, hmtx: 0, loca: 0, maxp: 0 };
  let end = start;
  for (const name of TABLES) {
    offsets[name] = end;
    end += padded(sizes[name]);
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(TABLES.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, TABLES.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (TABLES.length - 2 ** power));
  return { file, view, offsets };
}

function addChecksums(view: DataView, sizes: Sizes, offsets: Sizes): void {
  TABLES.forEach((name, index) => {
    const entry = 12 + 16 * index;
    for (let char = 0; char < 4; char++) view.setUint8(entry + char, name.charCodeAt(char));
    view.setUint32(entry + 4, checksum(view, offsets[name], padded(sizes[name])));
    view.setUint32(entry + 8, offsets[name]);
    view.setUint32(entry + 12, sizes[name]);
  });
  const whole = checksum(view, 0, view.byteLength);
  view.setUint32(offsets.head + HEAD_CHECKSUM, (CHECKSUM_OF_FILE - whole) >>> 0);
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
