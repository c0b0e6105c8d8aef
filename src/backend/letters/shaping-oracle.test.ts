import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isolateFigures } from '../../domain/letters/isolate-figures.ts';
import { plainLetter } from '../../domain/letters/plain-letter.ts';
import { SIZES } from './layout/page-geometry.ts';
import { createLetterRenderer, type LetterRenderer } from './letter-renderer.ts';
import { tracedLines, type TracedGlyph } from './testing/glyph-trace.ts';
import { FIXED_LINES, randomLines } from './testing/sample-lines.ts';
import type * as scripts from './text/scripts.ts';

// A browser shapes with the same shaper and a bidirectional algorithm of its own: where both paint the same glyphs in
// the same places, neither the levels, the scripts, the fallback nor the positions are wrong.

const BROWSER = '/usr/bin/chromium';
const fontsDir = path.resolve('resources/fonts');

function hasMutool(): boolean {
  try {
    execFileSync('mutool', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
const missing = [
  ...(existsSync(BROWSER) ? [] : ['Chromium']),
  ...(hasMutool() ? [] : ['mutool of mupdf-tools']),
];

/** After a bracket the full stop and the colon have a form for each script: which, the opener decides. */
const BRACKETED = [
  'راجع البرنامج (PDF). ثم أعد المحاولة',
  'الأنظمة المساندة (SAP ERP): اثنان [X-12].',
  'John Smith (مقيم). وغيره',
];

/** Ems. */
const TOLERANCE = 0.01;
const BROWSER_SIZE = 16;

/** Each line on one row, in the letter's own face with its second face behind it. */
function page(lines: readonly string[]): string {
  const face = (name: string, file: string): string =>
    `@font-face{font-family:${name};src:url(data:font/ttf;base64,${readFileSync(path.join(fontsDir, file)).toString('base64')})}`;
  const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>
    ${face('first', 'NotoNaskhArabic-Regular.ttf')}${face('second', 'IBMPlexSansArabic-Regular.ttf')}
    @page{size:595.28pt 841.89pt;margin:0}*{margin:0;padding:0}
    body{font:${BROWSER_SIZE}pt first,second;width:560pt}
    p{height:40pt;line-height:40pt;white-space:nowrap;break-inside:avoid}</style>
    ${escaped.map((line) => `<p>${line}</p>`).join('')}</html>`;
}

describe.skipIf(missing.length > 0)(
  `glyphs beside a browser's${missing.length > 0 ? ` (skipped: ${missing.join(', ')} is missing)` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: BROWSER,
        args: ['--no-sandbox', '--font-render-hinting=none'],
      });
    });
    afterAll(() => browser.close());
    afterEach(() => {
      vi.doUnmock('./text/scripts.ts');
      vi.resetModules();
    });

    async function browserLines(lines: readonly string[]): Promise<TracedGlyph[][]> {
      const tab = await browser.newPage();
      await tab.setContent(page(lines));
      await tab.evaluate(() => document.fonts.ready);
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
      await tab.close();
      return tracedLines(pdf, { size: BROWSER_SIZE, lineGap: 18, maker: 'browser' });
    }

    async function ourLines(
      lines: readonly string[],
      renderer: LetterRenderer,
    ): Promise<TracedGlyph[][]> {
      const { bytes } = await renderer.render(plainLetter({ title: '', paragraphs: lines }));
      const { size } = SIZES.body;
      return tracedLines(bytes, { size, lineGap: 11, maker: 'insaf' });
    }

    /** Lines that do not fit on one row of a letter are told by their count. */
    async function differing(
      lines: readonly string[],
      renderer: LetterRenderer,
    ): Promise<{ lines: string[]; glyphs: number; furthest: number }> {
      const isolated = lines.map(isolateFigures);
      const [ours, theirs] = [await ourLines(lines, renderer), await browserLines(isolated)];
      expect(theirs).toHaveLength(lines.length);
      expect(ours).toHaveLength(lines.length);
      const result = { lines: [] as string[], glyphs: 0, furthest: 0 };
      lines.forEach((line, index) => {
        const distance = furthestGlyph(ours[index] ?? [], theirs[index] ?? []);
        if (distance === null || distance > TOLERANCE) result.lines.push(line);
        else {
          result.glyphs += ours[index]?.length ?? 0;
          result.furthest = Math.max(result.furthest, distance);
        }
      });
      return result;
    }

    it('are the same, in the same places, on every difficult line', async () => {
      const renderer = await createLetterRenderer({ fontsDir });
      const { lines, glyphs } = await differing([...FIXED_LINES, ...BRACKETED], renderer);
      expect(lines).toEqual([]);
      expect(glyphs).toBeGreaterThan(500);
    });

    it('are the same, in the same places, on 1,000 random lines', async () => {
      const renderer = await createLetterRenderer({ fontsDir });
      const { lines, glyphs } = await differing(
        [...randomLines(500, 20), ...randomLines(500, 21)],
        renderer,
      );
      expect(lines).toEqual([]);
      expect(glyphs).toBeGreaterThan(20_000);
    });

    it('differ where closing brackets do not follow their opener', async () => {
      vi.resetModules();
      vi.doMock('./text/scripts.ts', async (original) => {
        const { resolveScripts } = await original<typeof scripts>();
        // Every bracket read as one that does not pair.
        return { resolveScripts: (text: string) => resolveScripts(text.replace(/[([{]/g, '«')) };
      });
      const wrong = await import('./letter-renderer.ts');
      const { lines } = await differing(BRACKETED, await wrong.createLetterRenderer({ fontsDir }));
      expect(lines).toContain(BRACKETED[0]);
    });
  },
);

/** The largest distance, in ems, between glyphs of one number; null when one line has a glyph the other has not. */
function furthestGlyph(
  ours: readonly TracedGlyph[],
  theirs: readonly TracedGlyph[],
): number | null {
  if (ours.length !== theirs.length) return null;
  const left = [...theirs];
  let furthest = 0;
  for (const { glyph, x, y } of ours) {
    let nearest = -1;
    let distance = Infinity;
    left.forEach((other, index) => {
      const away = Math.hypot(other.x - x, other.y - y);
      if (other.glyph === glyph && away < distance) [nearest, distance] = [index, away];
    });
    if (nearest < 0) return null;
    left.splice(nearest, 1);
    furthest = Math.max(furthest, distance);
  }
  return furthest;
}
