import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  PDFString,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { BoundDossier, DossierBinding, DossierPart } from '../app/dossier/ports.ts';
import { decimal, type Matrix } from '../documents/pdf/matrix.ts';
import { openPdf } from '../documents/pdf/open-pdf.ts';
import { pageAsForm, shownBox, type Box } from '../documents/pdf/page-as-form.ts';
import { A4 } from '../documents/pdf/paper.ts';
import { addBookmarks, type Bookmark } from './bookmarks.ts';

/** Points at the foot of each sheet that no content enters. */
const MARGIN_STRIP = 26;

/** A page of another file, ready to be drawn. */
interface Sheet {
  readonly form: PDFRef;
  readonly box: Box;
  /** Clockwise, as the page asks to be shown. */
  readonly angle: number;
}

/**
 * Binds parts into one PDF: each page whole above a margin strip on its own sheet of A4, lying where it is wider than
 * high, with bookmarks. The same parts give the same bytes.
 */
export async function bindDossier(
  { title, date, parts, margins }: DossierBinding,
  progress: (done: number, total: number) => void,
): Promise<BoundDossier> {
  const dossier = await PDFDocument.create({ updateMetadata: false });
  const strips = await sheetsOf(dossier, margins);
  const firstPages: PDFRef[] = [];
  for (const [index, part] of parts.entries()) {
    progress(index, parts.length);
    await breathe();
    const sheets = await sheetsOf(dossier, part.bytes);
    const added = sheets.map((sheet) => {
      const strip = strips[dossier.getPageCount()];
      if (strip === undefined) throw new Error('A dossier has more pages than margins');
      return addSheet(dossier, sheet, strip);
    });
    const first = added[0];
    if (first === undefined || added.length !== part.pages) {
      throw new Error('A part of a dossier has other pages than counted');
    }
    firstPages.push(first.ref);
  }
  addBookmarks(dossier, bookmarksOf(parts, firstPages));
  describe(dossier, title, date, [margins, ...parts.map(({ bytes }) => bytes)]);
  const saved = await dossier.save({ addDefaultPage: false, updateFieldAppearances: false });
  progress(parts.length, parts.length);
  return { bytes: saved.slice(), pages: dossier.getPageCount() };
}

async function sheetsOf(dossier: PDFDocument, bytes: Uint8Array): Promise<Sheet[]> {
  const { document } = await openPdf(bytes);
  const into = {
    context: dossier.context,
    copier: PDFObjectCopier.for(document.context, dossier.context),
  };
  return document.getPages().map((page) => {
    const box = shownBox(page);
    const angle = ((page.getRotation().angle % 360) + 360) % 360;
    return { form: pageAsForm(page, box, into), box, angle };
  });
}

function addSheet(dossier: PDFDocument, sheet: Sheet, strip: Sheet): PDFPage {
  const isTurned = sheet.angle % 180 !== 0;
  const wide = isTurned ? sheet.box.height : sheet.box.width;
  const high = isTurned ? sheet.box.width : sheet.box.height;
  const paper = wide > high ? { width: A4.height, height: A4.width } : A4;
  const room = paper.height - MARGIN_STRIP;
  const scale = Math.min(1, paper.width / wide, room / high);
  const left = (paper.width - wide * scale) / 2;
  const bottom = MARGIN_STRIP + (room - high * scale) / 2;
  const [a, b, c, d, e, f] = upright(sheet);
  const content: Matrix = [
    a * scale,
    b * scale,
    c * scale,
    d * scale,
    e * scale + left,
    f * scale + bottom,
  ];
  const margin: Matrix = [1, 0, 0, 1, (paper.width - A4.width) / 2, 0];
  const { context } = dossier;
  const objects = PDFDict.withContext(context);
  objects.set(PDFName.of('Content'), sheet.form);
  objects.set(PDFName.of('Margin'), strip.form);
  const page = dossier.addPage([paper.width, paper.height]);
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: objects }));
  const drawn = [drawing(content, 'Content'), drawing(margin, 'Margin')].join('\n');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn)));
  return page;
}

function drawing(matrix: Matrix, name: string): string {
  return `q ${matrix.map(decimal).join(' ')} cm /${name} Do Q`;
}

/** Turns a page as it asks for and moves its lower left corner to the origin. */
function upright({ box: { x, y, width, height }, angle }: Sheet): Matrix {
  switch (angle) {
    case 90:
      return [0, -1, 1, 0, -y, width + x];
    case 180:
      return [-1, 0, 0, -1, width + x, height + y];
    case 270:
      return [0, 1, -1, 0, height + y, -x];
    default:
      return [1, 0, 0, 1, -x, -y];
  }
}

function bookmarksOf(parts: readonly DossierPart[], pages: readonly PDFRef[]): Bookmark[] {
  const bookmarks: (Bookmark & { readonly children: Bookmark[] })[] = [];
  parts.forEach(({ title, group }, index) => {
    const page = pages[index];
    if (page === undefined) return;
    const own = { title, page, children: [] };
    if (group === null) {
      bookmarks.push(own);
      return;
    }
    const last = bookmarks.at(-1);
    if (last?.title === group) last.children.push(own);
    else bookmarks.push({ title: group, page, children: [own] });
  });
  return bookmarks;
}

/** The title is shown instead of the file's name, and the file's identity follows from what it holds. */
function describe(
  dossier: PDFDocument,
  title: string,
  date: DossierBinding['date'],
  contents: readonly Uint8Array[],
): void {
  const { catalog, context } = dossier;
  const day = new Date(`${date}T00:00:00Z`);
  dossier.setTitle(title);
  dossier.setProducer('Insaf');
  dossier.setCreator('Insaf');
  dossier.setCreationDate(day);
  dossier.setModificationDate(day);
  catalog.set(PDFName.of('Lang'), PDFString.of('ar-SA'));
  catalog.set(
    PDFName.of('ViewerPreferences'),
    context.obj({ DisplayDocTitle: true, Direction: 'R2L' }),
  );
  const digest = createHash('sha256').update(title).update(date);
  for (const bytes of contents) digest.update(bytes);
  const id = PDFHexString.of(digest.digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}
