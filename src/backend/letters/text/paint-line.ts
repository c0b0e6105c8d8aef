import type { LetterFont } from '../fonts/letter-font.ts';
import { CARRIER } from '../pdf/embedded-font.ts';
import type { EmbeddedFont } from '../pdf/embedded-font.ts';
import { number } from '../pdf/content.ts';
import type { PlacedGlyph } from './glyph-text.ts';
import { placeRun, runEnd } from './glyph-text.ts';
import type { Line } from './line.ts';

const ZERO_WIDTH_SPACE = '\u200B';
const SAME_PLACE = 0.002;
const SAME_HEIGHT = 0.0005;
const UNEXTRACTED = '/Span <</ActualText <FEFF>>> BDC\n';

/** Content-stream operators that paint a line; `x` its left end and `y` its baseline, points. */
export function paintLine(
  line: Line,
  x: number,
  y: number,
  embedded: (face: LetterFont) => EmbeddedFont,
): string {
  const out: string[] = ['BT\n'];
  let left = x;
  let current: EmbeddedFont | null = null;
  for (const [index, run] of line.runs.entries()) {
    const font = embedded(run.face);
    if (font !== current) {
      out.push(`/${font.resourceName} ${number(line.size)} Tf\n`);
      current = font;
    }
    out.push(showGlyphs(placeRun(line, index, left), y, line.size, font));
    left = runEnd(line, run, left);
  }
  out.push('ET\n');
  return out.join('');
}

function showGlyphs(
  glyphs: readonly PlacedGlyph[],
  baseline: number,
  size: number,
  font: EmbeddedFont,
): string {
  const scale = size / font.face.metrics.unitsPerEm;
  let out = '';
  let array = '';
  let codes = '';
  let pen = 0;
  let height: number | null = null;
  let unextracted = false;
  const closeCodes = (): void => {
    if (codes !== '') array += `<${codes}>`;
    codes = '';
  };
  const show = (): void => {
    closeCodes();
    if (array !== '') out += `[${array}] TJ\n`;
    array = '';
  };
  for (const glyph of glyphs) {
    if (glyph.paintOnly && !unextracted) {
      show();
      out += UNEXTRACTED;
      unextracted = true;
    }
    const y = baseline + glyph.y;
    if (height === null || Math.abs(y - height) > SAME_HEIGHT) {
      show();
      out += `1 0 0 1 ${number(glyph.x)} ${number(y)} Tm\n`;
      pen = glyph.x;
      height = y;
    }
    const shift = glyph.x - pen;
    if (Math.abs(shift) > SAME_PLACE) {
      closeCodes();
      array += number((-shift * 1000) / size);
      pen = glyph.x;
    }
    const code = font.code(glyph.glyph, glyph.paintOnly ? ZERO_WIDTH_SPACE : glyph.unicode);
    codes += code.toString(16).toUpperCase().padStart(4, '0');
    if (glyph.glyph !== CARRIER) pen += font.face.advance(glyph.glyph) * scale;
  }
  show();
  return unextracted ? `${out}EMC\n` : out;
}
