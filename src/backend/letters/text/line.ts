import type { ShapedGlyph } from '../fonts/harfbuzz.ts';
import type { LetterFont } from '../fonts/letter-font.ts';
import type { Direction, ShapedRun } from './paragraph.ts';
import type { StyledText } from './styled-text.ts';

/** A run of one line, shaped; `scale` turns font units into points. */
export interface VisualRun {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly face: LetterFont;
  readonly glyphs: readonly ShapedGlyph[];
  readonly scale: number;
}

/** A set line: runs from left to right, widths in points. */
export interface Line {
  /** The whole paragraph; clusters of glyphs are indices into it. */
  readonly text: string;
  readonly runs: readonly VisualRun[];
  readonly direction: Direction;
  readonly size: number;
  readonly indent: number;
  /** Width as painted, stretched spaces included. */
  readonly width: number;
  /** Added to each space, points. */
  readonly spaceStretch: number;
}

export interface LineRequest {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly direction: Direction;
  readonly indent: number;
  /** Points to fill, or null for the natural width. */
  readonly justifyTo: number | null;
}

/**
 * Ems by which a space may grow: beyond it holes are uglier than a ragged edge, and text extraction takes
 * them for the gaps between columns.
 */
const MAX_STRETCH = 0.8;

/** Cuts the runs of one line out of the paragraph and puts them in visual order (UAX #9, L1 and L2). */
export function setLine(
  { text, shown }: StyledText,
  runs: readonly ShapedRun[],
  request: LineRequest,
): Line {
  const visual = reorder(runs, shown, request).map((run): VisualRun => ({
    start: run.start,
    end: run.end,
    level: run.level,
    face: run.face,
    glyphs: run.glyphs,
    scale: request.size / run.face.metrics.unitsPerEm,
  }));
  const natural = visual.reduce((width, run) => width + runWidth(run), 0);
  const spaces = visual.reduce((count, run) => count + countSpaces(text, run), 0);
  const slack = request.justifyTo === null ? 0 : request.justifyTo - natural;
  const stretches =
    request.justifyTo !== null &&
    spaces > 0 &&
    slack > 0 &&
    slack / spaces <= request.size * MAX_STRETCH;
  return {
    text,
    runs: visual,
    direction: request.direction,
    size: request.size,
    indent: request.indent,
    width: stretches ? natural + slack : natural,
    spaceStretch: stretches ? slack / spaces : 0,
  };
}

export function isStretchable(text: string, glyph: ShapedGlyph): boolean {
  return text[glyph.cluster] === ' ';
}

function runWidth(run: VisualRun): number {
  return run.glyphs.reduce((width, glyph) => width + glyph.advance, 0) * run.scale;
}

function countSpaces(text: string, run: VisualRun): number {
  return run.glyphs.filter((glyph) => isStretchable(text, glyph)).length;
}

function reorder(
  runs: readonly ShapedRun[],
  shown: string,
  { start, end }: LineRequest,
): ShapedRun[] {
  const order: ShapedRun[] = [];
  for (const run of runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    if (from < to) {
      order.push({ ...run, start: from, end: to, glyphs: glyphsOf(run, shown, from, to) });
    }
  }
  const levels = order.map((run) => run.level);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(...levels.filter((level) => (level & 1) === 1), highest + 1);
  for (let level = highest; level >= lowestOdd; level--) {
    for (let index = 0; index < order.length;) {
      let stop = index;
      while ((order[stop]?.level ?? -1) >= level) stop++;
      if (stop > index) order.splice(index, stop - index, ...order.slice(index, stop).reverse());
      index = Math.max(stop, index + 1);
    }
  }
  return order;
}

/** The glyphs of a part of a run, taken from the whole where it may be cut there without other shapes. */
function glyphsOf(run: ShapedRun, shown: string, from: number, to: number): readonly ShapedGlyph[] {
  if (from === run.start && to === run.end) return run.glyphs;
  if (mayCut(run, from) && mayCut(run, to)) {
    return run.glyphs.filter(({ cluster }) => cluster >= from && cluster < to);
  }
  return run.face.shape(shown, from, to, (run.level & 1) === 1, run.script);
}

function mayCut(run: ShapedRun, at: number): boolean {
  if (at === run.start || at === run.end) return true;
  const glyph = run.glyphs.find(({ cluster }) => cluster === at);
  return glyph !== undefined && !glyph.unsafeToBreak;
}
