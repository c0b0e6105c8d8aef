import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A painted glyph of a PDF: its number in the font, its place in ems from the right end of its line. */
export interface TracedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

interface PageGlyph {
  readonly unicode: string;
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  /** Ems. */
  readonly advance: number;
  readonly size: number;
}

const TOKENS =
  /<fill_text[^>]*transform="([^"]+)"|<span [^>]*trm="([^"]+)"|<g unicode="([^"]*)" glyph="([^"]+)" x="([^"]+)" y="([^"]+)" adv="([^"]+)"/g;

function numbers(text: string): number[] {
  return text.split(' ').map(Number);
}

function pageGlyphs(trace: string): PageGlyph[] {
  const glyphs: PageGlyph[] = [];
  let [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = [];
  let size = 1;
  for (const [, transform, textMatrix, unicode, glyph, x, y, advance] of trace.matchAll(TOKENS)) {
    if (transform !== undefined) [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(transform);
    else if (textMatrix !== undefined) size = Math.abs(numbers(textMatrix)[0] ?? 1) * Math.abs(a);
    else if (unicode !== undefined) {
      const [left, up] = [Number(x), Number(y)];
      glyphs.push({
        unicode,
        glyph: Number(glyph),
        x: left * a + up * c + e,
        y: left * b + up * d + f,
        advance: Number(advance),
        size,
      });
    }
  }
  return glyphs;
}

const SPACE = /^[ \u00a0]$/;
const CONTROL = /^[\u200b-\u200f\u2066-\u2069]$/;
/** Bridges a wide gap inside a word. */
const BRIDGE = '\u2060';
const MIN_ADVANCE = 0.05;

/**
 * What is seen of a line. In our files a glyph without advance is a mark, which extracts as nothing, or carries a
 * further character and paints nothing; in a browser's, directional controls have glyphs.
 */
const INKED: Readonly<Record<Maker, (glyph: PageGlyph) => boolean>> = {
  insaf: ({ unicode, advance }) =>
    advance === 0 ? unicode === '\u200b' : unicode !== BRIDGE && !SPACE.test(unicode),
  browser: ({ unicode }) => !SPACE.test(unicode) && !CONTROL.test(unicode),
};

type Maker = 'insaf' | 'browser';

/** Glyphs by lines: those that advance say where the lines are, marks belong to the nearest. */
function byLines(glyphs: readonly PageGlyph[], lineGap: number): PageGlyph[][] {
  const baselines: number[] = [];
  for (const { advance, y } of glyphs) {
    if (advance > MIN_ADVANCE && !baselines.some((known) => Math.abs(known - y) < lineGap)) {
      baselines.push(y);
    }
  }
  baselines.sort((one, other) => one - other);
  const lines = baselines.map((): PageGlyph[] => []);
  for (const glyph of glyphs) {
    let nearest = 0;
    baselines.forEach((y, index) => {
      if (Math.abs(y - glyph.y) < Math.abs((baselines[nearest] ?? 0) - glyph.y)) nearest = index;
    });
    lines[nearest]?.push(glyph);
  }
  return lines;
}

function inEms(line: readonly PageGlyph[], maker: Maker): TracedGlyph[] {
  const inked = line.filter(INKED[maker]);
  const right = Math.max(...inked.map((glyph) => glyph.x + glyph.advance * glyph.size));
  const heights = line
    .filter((glyph) => glyph.advance > MIN_ADVANCE)
    .map((glyph) => glyph.y)
    .sort((one, other) => one - other);
  const baseline = heights[heights.length >> 1] ?? 0;
  return inked.map(({ glyph, x, y, size }) => ({
    glyph,
    x: (x - right) / size,
    y: (y - baseline) / size,
  }));
}

/**
 * The painted glyphs of a PDF's lines set in one size, as `mutool` traces them; what only carries text is left out.
 * @param size Points: other lines (titles, page numbers) are not looked at.
 * @param lineGap Points between which two heights are of one line.
 */
export function tracedLines(
  bytes: Uint8Array,
  {
    size,
    lineGap,
    maker,
  }: { readonly size: number; readonly lineGap: number; readonly maker: Maker },
): TracedGlyph[][] {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-trace-'));
  try {
    const file = join(folder, 'traced.pdf');
    writeFileSync(file, bytes);
    const trace = execFileSync('mutool', ['draw', '-q', '-F', 'trace', '-o', '-', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return trace
      .split(/<page /)
      .slice(1)
      .flatMap((page) => {
        const glyphs = pageGlyphs(page).filter((glyph) => Math.abs(glyph.size - size) < 0.05);
        return byLines(glyphs, lineGap).map((line) => inEms(line, maker));
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
