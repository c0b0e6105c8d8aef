import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FontFamily } from '../fonts/font-family.ts';
import { loadFontFamily } from '../fonts/font-family.ts';
import { FIXED_LINES, randomLines } from '../testing/sample-lines.ts';
import type { Line } from './line.ts';
import { placeRun } from './glyph-text.ts';
import { layoutParagraph, textDirection } from './paragraph.ts';
import { styleText } from './styled-text.ts';

const fontsDir = fileURLToPath(new URL('../../../../resources/fonts', import.meta.url));

describe('setting a paragraph', () => {
  let family: FontFamily;
  beforeAll(async () => {
    family = await loadFontFamily(fontsDir);
  });

  function lines(text: string, width = 300): Line[] {
    const style = { size: 12, width, direction: 'rtl', justify: true } as const;
    return layoutParagraph(styleText([text], family, 'regular'), style);
  }

  /** The text of a line as it stands on the paper, from left to right. */
  function seen(text: string): string {
    const [line] = lines(text, 10_000);
    if (!line) return '';
    return line.runs
      .flatMap((_, index) => placeRun(line, index, 0))
      .map((glyph) => glyph.unicode)
      .join('')
      .replace(/[\u200e\u200f]/g, '');
  }

  it('paints no missing glyph for any sample text in either weight', () => {
    for (const weight of ['regular', 'bold'] as const) {
      for (const text of [...FIXED_LINES, ...randomLines(200, 11), 'أ 中 😀 ب']) {
        const style = { size: 12, width: 400, direction: 'rtl' } as const;
        const glyphs = layoutParagraph(styleText([text], family, weight), style)
          .flatMap((line) => line.runs)
          .flatMap((run) => run.glyphs);
        expect(glyphs.every((glyph) => glyph.glyph > 0)).toBe(true);
      }
    }
  });

  it('shows numbers, dates and account groups in the order that a reader expects', () => {
    expect(seen('\u20662024-11-14\u2069 تم')).toBe('مت 2024-11-14');
    expect(seen('\u2066-250.00\u2069 تم')).toBe('مت -250.00');
    expect(seen('\u20661234\u00a05678\u2069 تم')).toBe('مت 1234\u00a05678');
    expect(seen('(15/ب)')).toBe(')ب/15(');
  });

  it('shows the same figures turned round without isolates: why templates isolate them', () => {
    expect(seen('تم 2024-11-14')).toBe('14-11-2024 مت');
    expect(seen('تم 1234 5678')).toBe('5678 1234 مت');
    expect(seen('تم -250.00')).toBe('250.00- مت');
  });

  it('stretches the lines of a paragraph to its width, but for the last', () => {
    const set = lines(randomLines(12, 5).join(' '));
    expect(set.length).toBeGreaterThan(4);
    for (const line of set.slice(0, -1)) expect(line.width).toBeCloseTo(300, 6);
    expect(set.at(-1)?.width).toBeLessThanOrEqual(300);
  });

  it('loses no character and never exceeds the width', () => {
    for (const text of randomLines(60, 21)) {
      for (const width of [40, 90, 200]) {
        const set = lines(text, width);
        const shown = set.map((line) =>
          line.runs.reduce((sum, run) => sum + run.end - run.start, 0),
        );
        const trimmed = text.replaceAll(' ', '').length;
        expect(shown.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(trimmed);
        for (const line of set) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      }
    }
  });

  it('keeps an IBAN whole at the end of a line', () => {
    const iban = 'SA03\u00a08000\u00a00000\u00a06080\u00a01016\u00a07519';
    const set = lines(`ويودع في حسابكم المصرفي رقم \u2066${iban}\u2069`, 220);
    expect(set).toHaveLength(2);
    expect(
      set.filter((line) =>
        line.runs.some((run) => line.text.slice(run.start, run.end).includes(iban)),
      ),
    ).toHaveLength(1);
  });

  it('runs from left to right only where there is no Arabic', () => {
    expect(textDirection('English only, 2026')).toBe('ltr');
    expect(textDirection('English ثم العربية')).toBe('rtl');
    expect(textDirection('1,320.00')).toBe('rtl');
  });
});
