import type { LetterFont } from '../fonts/letter-font.ts';
import { number } from '../pdf/content.ts';
import { CARRIER, FILLER, FILLER_WIDTH, type EmbeddedFont } from '../pdf/embedded-font.ts';
import { placeRun, runEnd, type PlacedGlyph } from './glyph-text.ts';
import type { Line } from './line.ts';

/** Glyphs of one face with their places; marks from the lowest to the highest, the rest from the left. */
interface FaceGlyphs {
  readonly face: LetterFont;
  readonly pairs: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** How far the pen goes, ems. */
  readonly advances: readonly number[];
}

interface PlacedLine {
  readonly shown: readonly FaceGlyphs[];
  /** Marks whose characters ride on their letters: painted last, never extracted. */
  readonly marks: readonly FaceGlyphs[];
}

const ZERO_WIDTH_SPACE = '\u200B';
const UNEXTRACTED = '/Span<</ActualText<FEFF>>>BDC\n';
const PER_MILLE = 1000;
/** Places are written in hundredths of a point. */
const STEPS_PER_POINT = 100;
/** Heights are rounded to a twentieth of a point, so that more marks stand at one. */
const STEPS_OF_HEIGHT = 5;

/** Lines that several letters share are placed once. */
const placedLines = new WeakMap<Line, PlacedLine>();

/** Adds the operators that paint a line to a text object; `x` its left end and `y` its baseline, points. */
export function paintLine(line: Line, x: number, y: number, pen: TextPen): void {
  let placed = placedLines.get(line);
  if (!placed) {
    placed = placeLine(line);
    placedLines.set(line, placed);
  }
  for (const glyphs of placed.shown) pen.show(glyphs, line.size, x, y);
  if (placed.marks.length === 0) return;
  pen.operators(UNEXTRACTED);
  for (const glyphs of placed.marks) pen.show(glyphs, line.size, x, y);
  pen.operators('EMC\n');
}

function placeLine(line: Line): PlacedLine {
  const shown: { face: LetterFont; glyphs: PlacedGlyph[] }[] = [];
  const marks = new Map<LetterFont, PlacedGlyph[]>();
  let left = 0;
  line.runs.forEach((run, index) => {
    const { face } = run;
    const last = shown.at(-1);
    const ofFace = last?.face === face ? last : { face, glyphs: [] };
    if (ofFace !== last) shown.push(ofFace);
    for (const glyph of placeRun(line, index, left)) {
      if (!glyph.paintOnly) {
        ofFace.glyphs.push(glyph);
        continue;
      }
      const others = marks.get(face);
      if (others) others.push(glyph);
      else marks.set(face, [glyph]);
    }
    left = runEnd(line, run, left);
  });
  return {
    shown: shown.map(({ face, glyphs }) => faceGlyphs(face, glyphs)),
    // The dots of a line stand at few heights: those of one height are one operator.
    marks: [...marks].map(([face, glyphs]) =>
      faceGlyphs(
        face,
        glyphs.sort((a, b) => a.y - b.y || a.x - b.x),
      ),
    ),
  };
}

function faceGlyphs(face: LetterFont, glyphs: readonly PlacedGlyph[]): FaceGlyphs {
  return {
    face,
    pairs: glyphs.map(({ glyph, unicode, paintOnly }) =>
      face.pair(glyph, paintOnly ? ZERO_WIDTH_SPACE : unicode),
    ),
    x: glyphs.map((glyph) => glyph.x),
    y: glyphs.map((glyph) => glyph.y),
    advances: glyphs.map(({ glyph }) => advanceInEms(face, glyph)),
  };
}

function advanceInEms(face: LetterFont, glyph: number): number {
  if (glyph === CARRIER) return 0;
  return glyph === FILLER ? FILLER_WIDTH : face.advance(glyph) / face.metrics.unitsPerEm;
}

function heightInSteps(points: number): number {
  return Math.round((points * STEPS_PER_POINT) / STEPS_OF_HEIGHT) * STEPS_OF_HEIGHT;
}

/** The text objects of one page: faces, sizes and places are said only where they change. */
export class TextPen {
  #out = '';
  readonly #embedded: (face: LetterFont) => EmbeddedFont;
  #open = false;
  /** Face and size last said on the page. */
  #said = '';
  /** Where the current text line began, in steps. */
  #lineX = 0;
  #lineY = 0;

  constructor(embedded: (face: LetterFont) => EmbeddedFont) {
    this.#embedded = embedded;
  }

  /** What was written since the last time, the text object closed. */
  take(): string {
    const out = this.#open ? `${this.#out}ET\n` : this.#out;
    this.#out = '';
    this.#open = false;
    return out;
  }

  operators(operators: string): void {
    this.#out += operators;
  }

  show(
    { face, pairs, x: xs, y: ys, advances }: FaceGlyphs,
    size: number,
    left: number,
    baseline: number,
  ) {
    const font = this.#embedded(face);
    let array = '';
    let codes = '';
    let pen = 0;
    let height: number | null = null;
    this.#begin(`/${font.resourceName} ${number(size)} Tf\n`);
    for (let index = 0; index < pairs.length; index++) {
      const pair = pairs[index] ?? 0;
      const x = left + (xs[index] ?? 0);
      const y = heightInSteps(baseline + (ys[index] ?? 0));
      if (y !== height) {
        if (codes !== '') this.#showCodes(array, codes);
        array = '';
        codes = '';
        pen = this.#moveTo(Math.round(x * STEPS_PER_POINT), y);
        height = y;
      } else {
        const shift = Math.round(((x - pen) * PER_MILLE) / size);
        if (shift !== 0) {
          if (codes !== '') array += `(${codes})`;
          codes = '';
          array += String(-shift);
          pen += (shift * size) / PER_MILLE;
        }
      }
      codes += font.show(pair);
      pen += (advances[index] ?? 0) * size;
    }
    if (codes !== '') this.#showCodes(array, codes);
  }

  #begin(font: string): void {
    if (!this.#open) {
      this.#out += 'BT\n';
      this.#open = true;
      this.#lineX = 0;
      this.#lineY = 0;
    }
    if (font === this.#said) return;
    this.#out += font;
    this.#said = font;
  }

  /** Moves to a place in steps and answers its distance from the left in points. */
  #moveTo(x: number, y: number): number {
    this.#out += `${(x - this.#lineX) / STEPS_PER_POINT} ${(y - this.#lineY) / STEPS_PER_POINT} Td\n`;
    this.#lineX = x;
    this.#lineY = y;
    return x / STEPS_PER_POINT;
  }

  #showCodes(array: string, codes: string): void {
    this.#out += array === '' ? `(${codes})Tj\n` : `[${array}(${codes})]TJ\n`;
  }
}
