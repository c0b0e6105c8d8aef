import { setImmediate as breathe } from 'node:timers/promises';
import { PDFDocument, PDFName } from 'pdf-lib';
import { shapeDigits } from '../../domain/letters/digits.ts';
import type { DigitShape } from '../../domain/letters/letter-model.ts';
import { pageLabel } from '../../domain/letters/page-labels.ts';
import { loadFontFamily, type FontFamily } from '../letters/fonts/font-family.ts';
import type { LetterFont } from '../letters/fonts/letter-font.ts';
import { PageCanvas } from '../letters/layout/page-canvas.ts';
import { mm, PAGE_HEIGHT, PAGE_WIDTH, SIZES } from '../letters/layout/page-geometry.ts';
import { SetTexts, TextSetter } from '../letters/layout/text-setter.ts';
import { EmbeddedFont } from '../letters/pdf/embedded-font.ts';
import { PdfObjects } from '../letters/pdf/pdf-objects.ts';
import { ARTIFACT } from '../letters/pdf/tags.ts';
import type { SetMargins } from '../app/dossier/ports.ts';

/** From the foot of the sheet to the line of the number, inside the strip that no content enters. */
const FOOT = mm(3);
const SIDE = mm(15);
/** Some 15 ms of work. */
const PAGES_IN_A_BREATH = 10;

/**
 * Sets what stands in the margin of each page of a dossier: whose it is at the right, `صفحة 3 من 14` in the middle.
 * @param fontsDir Folder with the bundled TTF files.
 */
export function createMarginSetter(fontsDir: string): SetMargins {
  let loading: Promise<FontFamily> | undefined;
  return async (title, pages, digits, check) => {
    loading ??= loadFontFamily(fontsDir).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return setMargins(await loading, { title, pages, digits }, check);
  };
}

async function setMargins(
  family: FontFamily,
  {
    title,
    pages,
    digits,
  }: { readonly title: string; readonly pages: number; readonly digits: DigitShape },
  check: () => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const objects = new PdfObjects(document.context);
  const setter = new TextSetter(family, new SetTexts());
  const fonts = new Map<LetterFont, EmbeddedFont>();
  const embedded = (face: LetterFont): EmbeddedFont => {
    let font = fonts.get(face);
    if (!font) {
      font = new EmbeddedFont(face, `Margin${fonts.size + 1}`, objects.reserve());
      fonts.set(face, font);
    }
    return font;
  };
  const { small } = SIZES;
  const box = { left: SIDE, width: PAGE_WIDTH - 2 * SIDE };
  const baseline = PAGE_HEIGHT - FOOT - small.line + setter.baseline(small);
  for (let number = 1; number <= pages; number += 1) {
    const canvas = new PageCanvas(0, embedded);
    const label = pageLabel(number, pages, digits);
    for (const [text, align] of [
      [shapeDigits(title, digits), 'start'],
      [label, 'center'],
    ] as const) {
      const [line] = setter.set([text], small, { width: box.width });
      if (line) canvas.text(line, box, baseline, ARTIFACT, align);
    }
    const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    for (const font of fonts.values()) {
      page.node.setFontDictionary(PDFName.of(font.resourceName), objects.refOf(font.reference));
    }
    page.node.addContentStream(objects.refOf(objects.stream('', canvas.content())));
    if (number % PAGES_IN_A_BREATH === 0) {
      await breathe();
      check();
    }
  }
  for (const font of fonts.values()) font.embed(objects);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}
