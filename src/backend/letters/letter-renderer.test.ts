import { execFileSync } from 'node:child_process';
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
import { BLOCK_LETTERS } from './testing/block-letters.ts';
import { composeShipped } from './testing/compose-shipped.ts';
import { hasPreflight, preflight } from './testing/preflight.ts';
import { SAMPLE_LETTERS } from './testing/sample-letters.ts';
import { FIXED_LINES, randomLines } from './testing/sample-lines.ts';

const fontsDir = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));
const needsPdftotext = hasPdftotext ? '' : ' (skipped: pdftotext of poppler-utils is missing)';
const needsPreflight = hasPreflight ? '' : ' (skipped: PDFBox Preflight is missing)';
const needsQpdf = hasQpdf ? '' : ' (skipped: qpdf is missing)';

const seal = {
  payload: 'INSAF1:9F3C61A7:1448/2087:2026-11-23:9F3C61A70123ABCD:K7QD93FM',
  caption: 'رمز التحقق: \u2066K7QD-93FM\u2069',
};

const shipped = Object.entries(SAMPLE_LETTERS).map(
  ([name, content]) => [name, composeShipped(content)] as const,
);
const samples = [
  ...shipped,
  ...shipped
    .filter(([name]) => name.endsWith('normal') || name.endsWith('digits'))
    .map(([name, letter]) => [`${name}, sealed`, { ...letter, seal }] as const),
  ...Object.entries(BLOCK_LETTERS),
];

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
    async function linesNotExtracted(
      lines: readonly string[],
      inFace: LetterRenderer = renderer,
    ): Promise<string[]> {
      const { bytes } = await inFace.render(plainLetter({ title: 'نص', paragraphs: lines }));
      const extracted = new Set(
        extractPages(bytes).flatMap((page) => page.split('\n').map(normaliseLetterText)),
      );
      return lines.filter((line) => !extracted.has(normaliseLetterText(line)));
    }

    it('gives back every difficult line exactly', async () => {
      expect(await linesNotExtracted(FIXED_LINES)).toEqual([]);
    });

    it('gives back 1,000 random lines exactly', async () => {
      expect(await linesNotExtracted(randomLines(500, 42))).toEqual([]);
      expect(await linesNotExtracted(randomLines(500, 7))).toEqual([]);
    });

    it('gives back 99 of 100 lines in the second face', async () => {
      const plex = await createLetterRenderer({ fontsDir, face: 'plex' });
      const lines = [...FIXED_LINES, ...randomLines(500, 42), ...randomLines(500, 7)];
      const lost = await linesNotExtracted(lines, plex);
      expect(lost.length).toBeLessThanOrEqual(lines.length / 100);
    });

    it('gives back long justified paragraphs in reading order', async () => {
      const paragraphs = Array.from({ length: 12 }, (_, index) =>
        randomLines(9, 100 + index).join(' '),
      );
      const letter = plainLetter({ title: 'فقرات طويلة', paragraphs });
      const { bytes } = await renderer.render(letter);
      expect(withoutPageFurniture(letter, extractPages(bytes))).toBe(letterPlainText(letter));
    });

    // The cells of a row that pages part are read page by page.
    test.each(samples.filter(([name]) => name !== 'a row of two pages'))(
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

  it('has the same bytes whatever was set before it', async () => {
    const other = await createLetterRenderer({ fontsDir });
    const [there, back] = [new Map<string, string>(), new Map<string, string>()];
    for (const [name, letter] of samples) {
      there.set(name, sha256((await renderer.render(letter)).bytes));
    }
    for (const [name, letter] of samples.toReversed()) {
      back.set(name, sha256((await other.render(letter)).bytes));
    }
    for (const [name] of samples) expect([name, back.get(name)]).toEqual([name, there.get(name)]);
  }, 60_000);

  it('has the same bytes in another process', async () => {
    const letter = sample('complaintAccepted, normal, sealed');
    const script = `
      import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
      import { text } from 'node:stream/consumers';
      import { createLetterRenderer } from './src/backend/letters/letter-renderer.ts';
      const renderer = await createLetterRenderer({ fontsDir: 'resources/fonts' });
      const { bytes } = await renderer.render(JSON.parse(await text(process.stdin)));
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const there = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      input: JSON.stringify(letter),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    expect(there.trim()).toBe(sha256((await renderer.render(letter)).bytes));
  });

  it.skipIf(!hasPreflight)(
    `is a valid PDF/A-1b file, every one${needsPreflight}`,
    async () => {
      const files: Record<string, Uint8Array> = {};
      for (const [name, letter] of samples) files[name] = (await renderer.render(letter)).bytes;
      expect(preflight(files)).toEqual({});
    },
    120_000,
  );

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

  it('sets an ordinary letter with its seal on one page of about 30 KB', async () => {
    const { bytes, pages } = await renderer.render(sample('complaintAccepted, normal, sealed'));
    expect(pages).toBe(1);
    expect(bytes.length).toBeLessThan(31 * 1024);
  });

  it('goes on with a row that is taller than a page', async () => {
    const [, letter] = samples.find(([name]) => name === 'a row of two pages') ?? [];
    if (!letter) throw new Error('No such letter');
    const { bytes, pages } = await renderer.render(letter);
    expect(pages).toBeGreaterThan(2);
    if (!hasPdftotext) return;
    const words = new Set(
      extractPages(bytes).flatMap((page) => normaliseLetterText(page).split(' ')),
    );
    for (let part = 1; part <= 120; part++) expect(words).toContain(String(part));
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
