import type { LetterLogo, LetterModel } from '../../domain/letters/letter-model.ts';
import type { FontFamily, LetterFace } from './fonts/font-family.ts';
import { loadFontFamily } from './fonts/font-family.ts';
import { blocksFlow } from './layout/flow-blocks.ts';
import { paginate } from './layout/flow.ts';
import { firstPage, laterPage } from './layout/furniture.ts';
import { PageCanvas } from './layout/page-canvas.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, pageGeometry } from './layout/page-geometry.ts';
import { sealPainter } from './layout/seal.ts';
import { SetTexts, TextSetter } from './layout/text-setter.ts';
import { loadColourProfile } from './pdf/colour-profile.ts';
import { LetterPdf } from './pdf/letter-pdf.ts';
import { readLogo, type LogoImage } from './pdf/logo-image.ts';
import type { CompressedData } from './pdf/pdf-objects.ts';

export interface RenderedLetter {
  /** A tagged PDF/A-1b; the same letter always gives the same bytes. */
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no bundled face has: painted as a placeholder, extracted as themselves. */
  readonly missingCharacters: readonly string[];
}

export interface LetterRenderer {
  /** Rejects when the letterhead's logo is no image that a letter may hold. */
  render(letter: LetterModel): Promise<RenderedLetter>;
}

/** What letters of one process share; none of it changes what a letter looks like. */
interface Workshop {
  readonly family: FontFamily;
  readonly colourProfile: CompressedData;
  readonly texts: SetTexts;
  readonly logoOf: (logo: LetterLogo) => Promise<LogoImage>;
}

/**
 * Loads the letter faces once; keep the renderer for the life of the process.
 * @param fontsDir Folder with the bundled TTF files; the colour profile is in `icc` beside it.
 */
export async function createLetterRenderer({
  fontsDir,
  face,
}: {
  readonly fontsDir: string;
  /** Naskh unless told. */
  readonly face?: LetterFace;
}): Promise<LetterRenderer> {
  const workshop: Workshop = {
    family: await loadFontFamily(fontsDir, face),
    colourProfile: await loadColourProfile(fontsDir),
    texts: new SetTexts(),
    logoOf: lastLogo(),
  };
  return { render: (letter) => renderLetter(letter, workshop) };
}

/** A branch has one logo: the last is kept as it is written. */
function lastLogo(): Workshop['logoOf'] {
  let last: { readonly base64: string; readonly image: Promise<LogoImage> } | null = null;
  return (logo) => {
    if (last?.base64 !== logo.base64) last = { base64: logo.base64, image: readLogo(logo) };
    return last.image;
  };
}

async function renderLetter(letter: LetterModel, workshop: Workshop): Promise<RenderedLetter> {
  const { family, texts, colourProfile, logoOf } = workshop;
  const setter = new TextSetter(family, texts);
  const pdf = new LetterPdf({
    title: letter.title,
    date: letter.date,
    identifier: letter.seal?.payload ?? null,
    pageWidth: PAGE_WIDTH,
    pageHeight: PAGE_HEIGHT,
    colourProfile,
  });
  const { tags } = pdf;
  const page = pageGeometry(letter.layout);
  const logo = letter.letterhead?.logo
    ? pdf.embedImage(await logoOf(letter.letterhead.logo))
    : null;
  const first = firstPage({ letter, setter, page }, tags, logo);
  const later = laterPage({ letter, setter, page });
  const furnitureOf = (index: number) => (index === 0 ? first : later);
  const items = blocksFlow(letter, { setter, page, tags, justify: letter.layout.justify });
  const paintSeal = letter.seal ? sealPainter(letter.seal, { setter, page, tags }) : null;
  const pages = paginate(items, (index) => furnitureOf(index).room);
  pages.forEach((placed, index) => {
    const canvas = new PageCanvas(index, pdf.embedded);
    const furniture = furnitureOf(index);
    furniture.paint(canvas, index + 1, pages.length);
    for (const { item, top, inFoot } of placed) {
      item.paint(canvas, furniture.bodyTop + top, inFoot);
    }
    if (index === 0) paintSeal?.(canvas);
    pdf.addPage(canvas.content());
  });
  return {
    bytes: await pdf.finish(),
    pages: pages.length,
    missingCharacters: [...setter.missing],
  };
}
