import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  letterPlainText,
  normaliseLetterText,
  withoutPageFurniture,
} from '../../domain/letters/letter-plain-text.ts';
import type { LetterModel } from '../../domain/letters/letter-model.ts';
import { plainLetter } from '../../domain/letters/plain-letter.ts';
import type { LetterRenderer } from './letter-renderer.ts';
import { createLetterRenderer } from './letter-renderer.ts';
import { checkStructure, extractPages, hasPdftotext, hasQpdf } from './testing/pdf-tools.ts';
import { composeShipped } from './testing/compose-shipped.ts';
import { SAMPLE_LETTERS } from './testing/sample-letters.ts';
import { FIXED_LINES, randomLines } from './testing/sample-lines.ts';

const fontsDir = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const needsPdftotext = hasPdftotext ? '' : ' (skipped: pdftotext of poppler-utils is missing)';
const needsQpdf = hasQpdf ? '' : ' (skipped: qpdf is missing)';

const samples = Object.entries(SAMPLE_LETTERS).map(
  ([name, content]) => [name, composeShipped(content)] as const,
);

function sample(name: string): LetterModel {
  const found = samples.find(([sampleName]) => sampleName === name);
  if (!found) throw new Error(`No sample letter ${name}`);
  return found[1];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('letters on paper', () => {
  let renderer: LetterRenderer;
  beforeAll(async () => {
    renderer = await createLetterRenderer({ fontsDir });
  });

  describe.skipIf(!hasPdftotext)(`extracted text${needsPdftotext}`, () => {
    async function linesNotExtracted(lines: readonly string[]): Promise<string[]> {
      const { bytes } = await renderer.render(plainLetter({ title: 'نص', paragraphs: lines }));
      const extracted = new Set(
        extractPages(bytes).flatMap((page) => page.split('\n').map(normaliseLetterText)),
      );
      return lines.filter((line) => !extracted.has(normaliseLetterText(line)));
    }

    it('gives back every difficult line exactly', async () => {
      expect(await linesNotExtracted(FIXED_LINES)).toEqual([]);
    });

    it('gives back 600 random lines exactly', async () => {
      expect(await linesNotExtracted(randomLines(300, 42))).toEqual([]);
      expect(await linesNotExtracted(randomLines(300, 7))).toEqual([]);
    });

    it('gives back long justified paragraphs in reading order', async () => {
      const paragraphs = Array.from({ length: 12 }, (_, index) =>
        randomLines(9, 100 + index).join(' '),
      );
      const letter = plainLetter({ title: 'فقرات طويلة', paragraphs });
      const { bytes } = await renderer.render(letter);
      expect(withoutPageFurniture(letter, extractPages(bytes))).toBe(letterPlainText(letter));
    });

    test.each(samples)(
      'the letter "%s" says what was decided, in reading order',
      async (_, letter) => {
        const { bytes, pages } = await renderer.render(letter);
        const extracted = extractPages(bytes);
        expect(extracted).toHaveLength(pages);
        expect(withoutPageFurniture(letter, extracted)).toBe(letterPlainText(letter));
      },
    );

    it('keeps directional order where the algorithm alone would mislead a reader', async () => {
      const letter = plainLetter({
        title: 'أرقام',
        paragraphs: ['التاريخ 2024-11-14 والهاتف +966 50 123 4567 والرصيد -250.00 ريال'],
      });
      const [page] = extractPages((await renderer.render(letter)).bytes);
      expect(normaliseLetterText(page ?? '')).toContain(
        'التاريخ 2024-11-14 والهاتف +966 50 123 4567 والرصيد -250.00 ريال',
      );
    });
  });

  test.each(samples)(
    'the letter "%s" needs no character that the faces lack',
    async (_, letter) => {
      expect((await renderer.render(letter)).missingCharacters).toEqual([]);
    },
  );

  test.each(samples)('the letter "%s" has the same bytes each time', async (_, letter) => {
    const other = await createLetterRenderer({ fontsDir });
    const [first, second] = [await renderer.render(letter), await other.render(letter)];
    expect(sha256(first.bytes)).toBe(sha256(second.bytes));
  });

  describe.skipIf(!hasQpdf)(`file structure${needsQpdf}`, () => {
    test.each(samples)('of the letter "%s" is clean', async (_, letter) => {
      const { bytes } = await renderer.render(letter);
      expect(() => checkStructure(bytes)).not.toThrow();
    });
  });

  it('says on each page which of how many it is', async () => {
    const { bytes, pages } = await renderer.render(sample('forty months, Arabic digits'));
    expect(pages).toBeGreaterThan(2);
    if (!hasPdftotext) return;
    extractPages(bytes).forEach((page, index) => {
      const arabic = (value: number) =>
        String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + +digit));
      expect(normaliseLetterText(page)).toContain(`صفحة ${arabic(index + 1)} من ${arabic(pages)}`);
    });
  });

  it('sets an ordinary letter on one page of less than 30 KB', async () => {
    const { bytes, pages } = await renderer.render(sample('complaint accepted'));
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(30 * 1024);
  });

  it('names the characters that no face has and still prints the letter', async () => {
    const rendered = await renderer.render(
      plainLetter({ title: 'عنوان', paragraphs: ['كلمة 中 وأخرى 😀'] }),
    );
    expect(rendered.missingCharacters).toEqual(['中', '😀']);
    expect(rendered.pages).toBe(1);
  });

  it('prints an empty letter as one page', async () => {
    expect((await renderer.render(plainLetter({ title: '', paragraphs: [''] }))).pages).toBe(1);
  });

  it('breaks a word that is wider than the line instead of letting it leave the paper', async () => {
    const rendered = await renderer.render(
      plainLetter({ title: 'عنوان', paragraphs: ['كلمةطويلة'.repeat(60), 'A'.repeat(400)] }),
    );
    expect(rendered.pages).toBe(1);
  });
});
