import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { shapeDigits } from '../../domain/letters/digits.ts';
import { formatLetterDate } from '../../domain/shared/hijri.ts';
import { isolate } from '../../domain/shared/isolate.ts';
import type { StampCopy } from '../app/letters/ports.ts';
import { loadFontFamily, type FontFamily } from './fonts/font-family.ts';
import type { LetterFont } from './fonts/letter-font.ts';
import { PageCanvas } from './layout/page-canvas.ts';
import { mm, PAGE_HEIGHT, type TextSize } from './layout/page-geometry.ts';
import { SetTexts, TextSetter } from './layout/text-setter.ts';
import { number, strokeRectangle, type Colour } from './pdf/content.ts';
import { EmbeddedFont } from './pdf/embedded-font.ts';
import { PdfObjects } from './pdf/pdf-objects.ts';
import { ARTIFACT } from './pdf/tags.ts';

/** The free corner over the number and date of the letter. */
const BOX = { left: mm(12), top: mm(3.5), width: mm(58), height: mm(12.5) } as const;
const INK: Colour = [0.7, 0.1, 0.12];
const WORD: TextSize = { size: 15, line: 18 };
const FACTS: TextSize = { size: 7.5, line: 9 };

/**
 * Lays the stamp of a copy over a letter as it was archived: «نسخة», the day in both calendars and who made it, on every
 * page. Nothing of the letter itself is set anew.
 * @param fontsDir Folder with the bundled TTF files.
 */
export function createCopyStamp(fontsDir: string): StampCopy {
  let loading: Promise<FontFamily> | undefined;
  return async (bytes, stamp) => {
    loading ??= loadFontFamily(fontsDir).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return stampCopy(bytes, stamp, await loading);
  };
}

async function stampCopy(
  archived: Uint8Array,
  { officer, date, digits }: Parameters<StampCopy>[1],
  family: FontFamily,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(archived, { updateMetadata: false });
  const { context } = document;
  const objects = new PdfObjects(context);
  const fonts = new Map<LetterFont, EmbeddedFont>();
  const embedded = (face: LetterFont): EmbeddedFont => {
    let font = fonts.get(face);
    if (!font) {
      font = new EmbeddedFont(face, `Copy${fonts.size + 1}`, objects.reserve());
      fonts.set(face, font);
    }
    return font;
  };
  const content = objects.stream(
    '',
    stampContent(
      new TextSetter(family, new SetTexts()),
      [shapeDigits(formatLetterDate(date), digits), isolate(officer)],
      embedded,
    ),
  );
  for (const page of document.getPages()) {
    for (const font of fonts.values()) {
      page.node.setFontDictionary(PDFName.of(font.resourceName), objects.refOf(font.reference));
    }
    page.node.addContentStream(objects.refOf(content));
  }
  for (const font of fonts.values()) font.embed(objects);
  // The copy of one day and officer has an id of its own.
  const digest = createHash('sha256').update(archived).update(`${officer}\n${date}`).digest('hex');
  const id = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  const bytes = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    useObjectStreams: false,
  });
  return new Uint8Array(bytes);
}

function stampContent(
  setter: TextSetter,
  facts: readonly string[],
  embedded: (face: LetterFont) => EmbeddedFont,
): string {
  const canvas = new PageCanvas(0, embedded);
  const wordWidth = mm(19);
  const [word] = setter.set(['نسخة'], WORD, { width: wordWidth, weight: 'bold' });
  const word_box = { left: BOX.left + BOX.width - wordWidth, width: wordWidth };
  if (word) {
    const top = BOX.top + (BOX.height - WORD.line) / 2;
    canvas.text(word, word_box, top + setter.baseline(WORD), ARTIFACT, 'center');
  }
  const room = { left: BOX.left + mm(1.5), width: BOX.width - wordWidth - mm(1.5) };
  const lines = facts.flatMap((fact) =>
    setter.set([fact], FACTS, { width: room.width }).slice(0, 2),
  );
  const height = lines.length * FACTS.line;
  lines.forEach((line, index) => {
    const top = BOX.top + (BOX.height - height) / 2 + index * FACTS.line;
    canvas.text(line, room, top + setter.baseline(FACTS), ARTIFACT, 'center');
  });
  const { left: x, width, height: boxHeight } = BOX;
  const box = { x, y: PAGE_HEIGHT - BOX.top - boxHeight, width, height: boxHeight };
  const frame = strokeRectangle(box, 1.1, INK);
  return `q ${INK.map(number).join(' ')} rg\n${canvas.content()}Q\n/Artifact BMC\n${frame}EMC\n`;
}
