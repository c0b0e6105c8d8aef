import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFStream,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { EvidenceLimits } from '../evidence-limits.ts';
import { activeContentIn, activeContentOf } from './active-content.ts';
import { annotationLooks, drawFields } from './annotation-looks.ts';
import { decimal, type Matrix } from './matrix.ts';
import { openPdf } from './open-pdf.ts';
import { pageAsForm, shownBox, type Box } from './page-as-form.ts';
import { dictionariesOf } from './pdf-objects.ts';
import { PdfProblem } from './pdf-problem.ts';
import { checkUnpackedSize } from './unpacked-size.ts';

export interface CleanPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/**
 * A copy of what a PDF shows and nothing that it does: page drawings with the looks of fields and stamps, in their sizes
 * and rotations. Scripts, actions, attachments, forms, links and metadata stay behind; the words of a link stay as print.
 * The same bytes give the same copy.
 * @throws PdfProblem those of the inspection; DOCUMENT_TOO_COMPLEX where anything active would be left.
 */
export async function cleanPdf(bytes: Uint8Array, limits: EvidenceLimits): Promise<CleanPdf> {
  const { document: source } = await openPdf(bytes);
  checkUnpackedSize(source.context, limits);
  const sheets = source.getPages();
  if (sheets.length === 0) throw new PdfProblem('DOCUMENT_DAMAGED');
  if (sheets.length > limits.pages) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
  drawFields(source);
  const copy = await PDFDocument.create({ updateMetadata: false });
  const into = {
    context: copy.context,
    copier: PDFObjectCopier.for(source.context, copy.context),
  };
  for (const sheet of sheets) {
    const box = shownBox(sheet);
    const drawing = pageAsForm(sheet, box, into);
    const looks = annotationLooks(sheet).map(({ stream, matrix }) => ({
      ref: registered(copy.context, into.copier.copy(stream)),
      matrix,
    }));
    addSheet(copy, box, sheet.getRotation().angle, [{ ref: drawing, matrix: AS_IT_IS }, ...looks]);
  }
  removeActive(copy.context);
  const cleaned = await copy.save({ addDefaultPage: false, updateFieldAppearances: false });
  await verify(cleaned, sheets.length);
  return { bytes: cleaned.slice(), pages: sheets.length };
}

const AS_IT_IS: Matrix = [1, 0, 0, 1, 0, 0];

function registered(context: PDFContext, copied: PDFRef | PDFStream): PDFRef {
  return copied instanceof PDFStream ? context.register(copied) : copied;
}

function addSheet(
  copy: PDFDocument,
  box: Box,
  angle: number,
  drawings: readonly { readonly ref: PDFRef; readonly matrix: Matrix }[],
): void {
  const page = copy.addPage([box.width, box.height]);
  const objects = PDFDict.withContext(copy.context);
  const lines = drawings.map(({ ref, matrix }, index) => {
    objects.set(PDFName.of(`D${index}`), ref);
    return `q ${matrix.map(decimal).join(' ')} cm /D${index} Do Q`;
  });
  const drawn = `q 1 0 0 1 ${decimal(-box.x)} ${decimal(-box.y)} cm\n${lines.join('\n')}\nQ`;
  page.node.set(PDFName.of('Resources'), copy.context.obj({ XObject: objects }));
  page.node.set(PDFName.of('Contents'), copy.context.register(copy.context.flateStream(drawn)));
  if (angle % 360 !== 0) page.setRotation(degrees(angle));
}

/** What was copied along with a drawing although it draws nothing. */
function removeActive(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict && activeContentIn(dict).length > 0) context.delete(ref);
  }
  for (const dict of dictionariesOf(context)) {
    for (const [key, value] of dict.entries()) {
      if (value instanceof PDFDict && activeContentIn(value).length > 0) dict.delete(key);
    }
  }
}

async function verify(bytes: Uint8Array, pages: number): Promise<void> {
  const { document } = await openPdf(bytes);
  const isClean = activeContentOf(document.context).length === 0;
  if (!isClean || document.getPageCount() !== pages) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
}
