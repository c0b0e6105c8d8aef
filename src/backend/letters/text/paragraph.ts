import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import type { Script, ShapedGlyph } from '../fonts/harfbuzz.ts';
import type { LetterFont } from '../fonts/letter-font.ts';
import { resolveScripts } from './scripts.ts';
import type { StyledText } from './styled-text.ts';
import type { Line } from './line.ts';
import { setLine } from './line.ts';

export type Direction = 'rtl' | 'ltr';

export interface ParagraphStyle {
  /** Points. */
  readonly size: number;
  /** Points; Infinity for a single line. */
  readonly width: number;
  readonly direction: Direction;
  /** Points at the start of the first line. */
  readonly firstLineIndent?: number;
  readonly justify?: boolean;
}

/** A stretch of text of one level, script and face. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: Script;
  readonly face: LetterFont;
}

export interface ShapedRun extends TextRun {
  readonly glyphs: readonly ShapedGlyph[];
}

interface LineRange {
  readonly start: number;
  readonly end: number;
  /** The text ended the line, not the width: such a line is not justified. */
  readonly final: boolean;
}

const BREAKING_SPACE = ' \n\u2003\u3000';

const bidi = bidiFactory();

/** Left-to-right only for a text without a right-to-left letter: the letters are Arabic ones. */
export function textDirection(text: string): Direction {
  return /\p{Script=Latin}/u.test(text) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
    ? 'ltr'
    : 'rtl';
}

/**
 * Sets a paragraph into lines: levels on the whole text, breaks by UAX #14. The paragraph is shaped
 * once; what a break cuts where that changes its shapes is shaped again.
 */
export function layoutParagraph(styled: StyledText, style: ParagraphStyle): Line[] {
  const runs = textRuns(styled, style.direction).map((run): ShapedRun => ({
    ...run,
    glyphs: run.face.shape(styled.shown, run.start, run.end, (run.level & 1) === 1, run.script),
  }));
  return breakLines(styled, runs, style).map((range, index) =>
    setLine(styled, runs, {
      start: range.start,
      end: trimmedEnd(styled.text, range.start, range.end),
      size: style.size,
      direction: style.direction,
      indent: index === 0 ? (style.firstLineIndent ?? 0) : 0,
      justifyTo: style.justify === true && !range.final ? lineWidth(style, index === 0) : null,
    }),
  );
}

function lineWidth(style: ParagraphStyle, first: boolean): number {
  return style.width - (first ? (style.firstLineIndent ?? 0) : 0);
}

function textRuns({ text, faces }: StyledText, direction: Direction): TextRun[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const scripts = resolveScripts(text);
  const runs: TextRun[] = [];
  for (let start = 0; start < text.length;) {
    const level = levels[start] ?? 0;
    const script = scripts[start] ?? 'Arab';
    const face = faces[start];
    if (!face) throw new Error('Text without a face');
    let end = start + 1;
    while (
      end < text.length &&
      levels[end] === level &&
      scripts[end] === script &&
      faces[end] === face
    ) {
      end++;
    }
    runs.push({ start, end, level, script, face });
    start = end;
  }
  return runs;
}

interface Measures {
  /** Advance that begins at each UTF-16 unit, points. */
  readonly advances: Float64Array;
  /** Width of the text before each unit, points. */
  readonly before: Float64Array;
  readonly unsafe: Uint8Array;
}

function measure({ shown }: StyledText, runs: readonly ShapedRun[], size: number): Measures {
  const advances = new Float64Array(shown.length);
  const before = new Float64Array(shown.length + 1);
  const unsafe = new Uint8Array(shown.length);
  for (const run of runs) {
    const scale = size / run.face.metrics.unitsPerEm;
    for (const glyph of run.glyphs) {
      advances[glyph.cluster] = (advances[glyph.cluster] ?? 0) + glyph.advance * scale;
      if (glyph.unsafeToBreak) unsafe[glyph.cluster] = 1;
    }
  }
  for (let index = 0; index < shown.length; index++) {
    before[index + 1] = (before[index] ?? 0) + (advances[index] ?? 0);
  }
  return { advances, before, unsafe };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && BREAKING_SPACE.includes(text[trimmed - 1] ?? '')) trimmed--;
  return trimmed;
}

function breakLines(
  styled: StyledText,
  runs: readonly ShapedRun[],
  style: ParagraphStyle,
): LineRange[] {
  const { text } = styled;
  const { advances, before, unsafe } = measure(styled, runs, style.size);
  const lines: LineRange[] = [];
  const available = (): number => lineWidth(style, lines.length === 0);
  const fits = (start: number, end: number): boolean =>
    (before[trimmedEnd(text, start, end)] ?? 0) - (before[start] ?? 0) <= available();

  let start = 0;
  let lastBreak = 0;
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (!fits(start, next.position) && lastBreak > start) {
      lines.push({ start, end: lastBreak, final: false });
      start = lastBreak;
    }
    while (!fits(start, next.position)) {
      const cut = emergencyBreak(advances, unsafe, start, next.position, available());
      if (cut >= next.position) break;
      lines.push({ start, end: cut, final: false });
      start = cut;
    }
    lastBreak = next.position;
    if (next.required && next.position < text.length) {
      lines.push({ start, end: next.position, final: true });
      start = next.position;
    }
  }
  if (start < text.length) lines.push({ start, end: text.length, final: true });
  return lines;
}

/** Where to cut a word that is wider than the line: between clusters that shape apart if there are any. */
function emergencyBreak(
  advances: Float64Array,
  unsafe: Uint8Array,
  start: number,
  end: number,
  available: number,
): number {
  let cut = start;
  let width = 0;
  while (cut < end && width + (advances[cut] ?? 0) <= available) width += advances[cut++] ?? 0;
  const furthest = cut;
  while (cut > start + 1 && (unsafe[cut] === 1 || advances[cut] === 0)) cut--;
  if (cut > start + 1) return cut;
  cut = furthest;
  while (cut > start + 1 && advances[cut] === 0) cut--;
  return Math.max(cut, start + 1);
}
