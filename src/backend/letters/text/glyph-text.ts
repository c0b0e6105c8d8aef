import { CARRIER, FILLER } from '../pdf/embedded-font.ts';
import type { Line, VisualRun } from './line.ts';
import { isStretchable } from './line.ts';

/** A glyph at its place (points from the line's left end and baseline) and the text it extracts as. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly unicode: string;
  readonly x: number;
  readonly y: number;
  /** A mark whose character rides on its letter: painted, never extracted. */
  readonly paintOnly: boolean;
}

const RIGHT_TO_LEFT_MARK = '\u200F';
const LEFT_TO_RIGHT_MARK = '\u200E';
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const NO_TEXT: readonly string[] = [];
/** What extractors order as a number or Latin word even inside an Arabic run. */
const NUMBER_LIKE = /^[،:.,/+\-%٪٫٬#$€£¥°±\u2010-\u2015\u2212\p{Nd}\p{Script=Latin}]$/u;
const ENDS_STRONG = /[\p{L}\p{Nd}]$/u;
/** Ems between a letter and the carriers of its further characters. */
const CARRIER_STEP = 0.02;
/** Ems between two letters of a word that extractors begin to take for a space. */
const WIDE_GAP = 0.08;
/** A word joiner. */
const BRIDGE = '\u2060';

/**
 * Places the glyphs of a run and gives each the text that it extracts as: one character a glyph,
 * the others of a cluster (lam-alef, tashkeel) on empty carriers. Directional marks at the edges of
 * numbers and Latin words keep extractors that guess the order again from breaking them.
 */
export function placeRun(line: Line, index: number, left: number): PlacedGlyph[] {
  const run = line.runs[index];
  if (!run) return [];
  const rightToLeft = (run.level & 1) === 1;
  const chars = charactersOfGlyphs(line.text, run, rightToLeft);
  const placed: PlacedGlyph[] = [];
  let pen = left;
  let wordEnd: number | null = null;
  run.glyphs.forEach((glyph, position) => {
    const x = pen + glyph.dx * run.scale;
    const y = glyph.dy * run.scale;
    pen += glyph.advance * run.scale;
    if (isStretchable(line.text, glyph)) pen += line.spaceStretch;
    const own = chars[position] ?? [];
    if (own.length > 0) {
      const gap = wordEnd === null ? 0 : x - wordEnd;
      if (rightToLeft && gap > WIDE_GAP * line.size && own[0] !== ' ') {
        placed.push({ glyph: FILLER, unicode: BRIDGE, x: wordEnd ?? x, y, paintOnly: false });
      }
      wordEnd = own[0] === ' ' ? null : x + run.face.advance(glyph.glyph) * run.scale;
    }
    if (own.length === 0) {
      placed.push({ glyph: glyph.glyph, unicode: '', x, y, paintOnly: true });
    } else if (own.length === 1 || !rightToLeft) {
      placed.push({ glyph: glyph.glyph, unicode: own.join(''), x, y, paintOnly: false });
    } else {
      const further = own.slice(1).reverse();
      further.forEach((unicode, step) =>
        placed.push({
          glyph: CARRIER,
          unicode,
          x: x - (further.length - step) * CARRIER_STEP * line.size,
          y,
          paintOnly: false,
        }),
      );
      placed.push({ glyph: glyph.glyph, unicode: own[0] ?? '', x, y, paintOnly: false });
    }
  });
  const marked =
    line.direction === 'rtl'
      ? markEdges(placed, rightToLeft, {
          first: !continues(line.runs[index - 1], run),
          last: !continues(run, line.runs[index + 1]),
        })
      : placed;
  // Painted marks come last, so that they never stand inside a word.
  return [
    ...marked.filter((glyph) => !glyph.paintOnly),
    ...marked.filter((glyph) => glyph.paintOnly),
  ];
}

/** Right edge of a run that begins at `left`. */
export function runEnd(line: Line, run: VisualRun, left: number): number {
  return run.glyphs.reduce(
    (pen, glyph) =>
      pen + glyph.advance * run.scale + (isStretchable(line.text, glyph) ? line.spaceStretch : 0),
    left,
  );
}

/** The characters that each glyph of a run extracts as; a cluster's stand on its widest glyph. */
function charactersOfGlyphs(
  text: string,
  run: VisualRun,
  rightToLeft: boolean,
): readonly (readonly string[])[] {
  const { glyphs } = run;
  const chars: (readonly string[])[] = glyphs.map(() => NO_TEXT);
  const step = rightToLeft ? -1 : 1;
  let base: string[] | null = null;
  // Logical order, cluster by cluster.
  for (let from = rightToLeft ? glyphs.length - 1 : 0; glyphs[from];) {
    const cluster = glyphs[from]?.cluster ?? 0;
    let after = from;
    let widest = from;
    while (glyphs[after]?.cluster === cluster) {
      if ((glyphs[after]?.advance ?? 0) > (glyphs[widest]?.advance ?? 0)) widest = after;
      after += step;
    }
    // Of equally wide ones the leftmost.
    for (let index = from; index !== after; index += step) {
      if (glyphs[index]?.advance === glyphs[widest]?.advance && index < widest) widest = index;
    }
    for (let index = from; index !== after; index += step) {
      const own: string[] =
        index === widest ? charactersOf(text, cluster, glyphs[after]?.cluster ?? run.end) : [];
      const advances = glyphs[index]?.advance !== 0;
      if (base && (!advances || own.length === 0)) {
        base.push(...own);
      } else {
        chars[index] = own;
        if (advances) base = own;
      }
    }
    from = after;
  }
  return chars;
}

function charactersOf(text: string, start: number, end: number): string[] {
  return end === start + 1
    ? [text[start] ?? '']
    : [...text.slice(start, end).replace(INVISIBLE, '')];
}

/** Whether the right one of two neighbours goes on in the left one's left-to-right text. */
function continues(left: VisualRun | undefined, right: VisualRun | undefined): boolean {
  if (!left || !right) return false;
  return (left.level & 1) === 0 && (right.level & 1) === 0 && left.end === right.start;
}

function markEdges(
  glyphs: readonly PlacedGlyph[],
  rightToLeft: boolean,
  edges: { readonly first: boolean; readonly last: boolean },
): PlacedGlyph[] {
  if (rightToLeft) {
    return glyphs.map((glyph) =>
      isNumberLike(glyph.unicode)
        ? { ...glyph, unicode: RIGHT_TO_LEFT_MARK + glyph.unicode }
        : glyph,
    );
  }
  return glyphs.map((glyph, index) => {
    const before = edges.first && index === 0 ? RIGHT_TO_LEFT_MARK : '';
    const last = edges.last && index === glyphs.length - 1 && !ENDS_STRONG.test(glyph.unicode);
    return { ...glyph, unicode: before + glyph.unicode + (last ? LEFT_TO_RIGHT_MARK : '') };
  });
}

function isNumberLike(unicode: string): boolean {
  const unit = unicode.charCodeAt(0);
  const arabicLetter = unit >= 0x0620 && unit < 0x0660;
  return !arabicLetter && unit !== 0x20 && NUMBER_LIKE.test(unicode);
}
