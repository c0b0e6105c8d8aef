import type { LetterModel } from '../../domain/letters/letter-model.ts';
import type { FontFamily } from './fonts/font-family.ts';
import { loadFontFamily } from './fonts/font-family.ts';
import { blocksFlow } from './layout/flow-blocks.ts';
import { paginate } from './layout/flow.ts';
import { firstPage, laterPage } from './layout/furniture.ts';
import { PageCanvas } from './layout/page-canvas.ts';
import { PAGE, PAGE_HEIGHT, PAGE_WIDTH } from './layout/page-geometry.ts';
import { TextSetter } from './layout/text-setter.ts';
import { LetterPdf } from './pdf/letter-pdf.ts';

export interface RenderedLetter {
  /** A PDF; the same letter always gives the same bytes. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no bundled face has: painted as a placeholder, extracted as themselves. */
  readonly missingCharacters: readonly string[];
}

export interface LetterRenderer {
  render(letter: LetterModel): Promise<RenderedLetter>;
}

/**
 * Loads the letter faces once; keep the renderer for the life of the process.
 * @param fontsDir Folder with the bundled TTF files.
 */
export async function createLetterRenderer({
  fontsDir,
}: {
  readonly fontsDir: string;
}): Promise<LetterRenderer> {
  const family = await loadFontFamily(fontsDir);
  return { render: (letter) => renderLetter(letter, family) };
}

async function renderLetter(letter: LetterModel, family: FontFamily): Promise<RenderedLetter> {
  const setter = new TextSetter(family);
  const pdf = await LetterPdf.create({
    title: letter.title,
    date: letter.date,
    pageWidth: PAGE_WIDTH,
    pageHeight: PAGE_HEIGHT,
  });
  const logo = letter.letterhead?.logo ? await pdf.embedImage(letter.letterhead.logo) : null;
  const first = firstPage(letter, setter, logo);
  const later = laterPage(letter, setter);
  const furnitureOf = (page: number) => (page === 0 ? first : later);
  const items = blocksFlow(letter.blocks, setter);
  const pages = paginate(items, (page) => furnitureOf(page).bodyHeight, PAGE.footRoom);
  pages.forEach((placed, index) => {
    const canvas = new PageCanvas(pdf.embedded);
    const furniture = furnitureOf(index);
    furniture.paint(canvas, index + 1, pages.length);
    for (const { item, top } of placed) item.paint(canvas, furniture.bodyTop + top);
    pdf.addPage(canvas.content());
  });
  return {
    bytes: await pdf.finish(),
    pages: pages.length,
    missingCharacters: [...setter.missing],
  };
}
