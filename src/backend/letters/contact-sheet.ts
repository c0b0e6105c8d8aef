import { PDFDocument, StandardFonts } from 'pdf-lib';

/** One letter on a contact sheet: its file and what it is called there, in Latin letters. */
export interface SheetLetter {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SHEET = { width: 1190.55, height: 841.89 };
const ACROSS = 4;
const DOWN = 2;
const MARGIN = 14;
const LABEL = { size: 9, height: 16 };
const CELL = {
  width: (SHEET.width - (ACROSS + 1) * MARGIN) / ACROSS,
  height: (SHEET.height - (DOWN + 1) * MARGIN) / DOWN,
};

/** Every page of many letters, small and side by side on A3: for the eye that compares them. */
export async function contactSheet(letters: readonly SheetLetter[]): Promise<Uint8Array> {
  const sheets = await PDFDocument.create({ updateMetadata: false });
  const font = await sheets.embedFont(StandardFonts.Helvetica);
  let at = 0;
  let sheet = sheets.addPage([SHEET.width, SHEET.height]);
  for (const { name, bytes } of letters) {
    const letter = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = await sheets.embedPdf(letter, letter.getPageIndices());
    for (const [index, page] of pages.entries()) {
      if (at === ACROSS * DOWN) {
        sheet = sheets.addPage([SHEET.width, SHEET.height]);
        at = 0;
      }
      const left = MARGIN + (at % ACROSS) * (CELL.width + MARGIN);
      const top = SHEET.height - MARGIN - Math.floor(at / ACROSS) * (CELL.height + MARGIN);
      const scale = Math.min(CELL.width / page.width, (CELL.height - LABEL.height) / page.height);
      const label = pages.length === 1 ? name : `${name} ${index + 1}/${pages.length}`;
      sheet.drawText(label, { x: left, y: top - LABEL.size, size: LABEL.size, font });
      const width = page.width * scale;
      const height = page.height * scale;
      const bottom = top - LABEL.height - height;
      sheet.drawPage(page, { x: left, y: bottom, width, height });
      sheet.drawRectangle({ x: left, y: bottom, width, height, borderWidth: 0.4, opacity: 0 });
      at += 1;
    }
  }
  return sheets.save();
}
