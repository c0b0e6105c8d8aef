import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { PdfProblem } from './pdf-problem.ts';

/** Table 33: what drawing needs. Whatever else hangs on a page stays behind. */
const DRAWING = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties'];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a reader shows of a page, in points. @throws PdfProblem DOCUMENT_DAMAGED for a page without extent. */
export function shownBox(page: PDFPage): Box {
  const { x, y, width, height } = page.getCropBox();
  const box = {
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.abs(width),
    height: Math.abs(height),
  };
  if (!Object.values(box).every(Number.isFinite) || box.width < 1 || box.height < 1) {
    throw new PdfProblem('DOCUMENT_DAMAGED');
  }
  return box;
}

/** The drawing of a page, and nothing else of it, as one object of another file. */
export function pageAsForm(
  page: PDFPage,
  box: Box,
  into: { readonly context: PDFContext; readonly copier: PDFObjectCopier },
): PDFRef {
  const { context, copier } = into;
  const group = page.node.lookup(PDFName.of('Group'));
  const form = context.flateStream(contentsOf(page), {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    Resources: drawingResources(page, into),
  });
  if (group instanceof PDFDict) form.dict.set(PDFName.of('Group'), copier.copy(group));
  return context.register(form);
}

function drawingResources(
  page: PDFPage,
  { context, copier }: { readonly context: PDFContext; readonly copier: PDFObjectCopier },
): PDFDict {
  const kept = PDFDict.withContext(context);
  const resources = page.node.Resources();
  for (const kind of DRAWING) {
    const name = PDFName.of(kind);
    const found = resources?.lookup(name);
    if (found instanceof PDFDict) kept.set(name, copier.copy(found));
  }
  return kept;
}

function contentsOf(page: PDFPage): Uint8Array {
  const contents = page.node.lookup(PDFName.of('Contents'));
  const parts: (PDFObject | undefined)[] =
    contents instanceof PDFArray
      ? contents.asArray().map((part) => page.node.context.lookup(part))
      : [contents];
  const newline = Uint8Array.of(10);
  return Buffer.concat(
    parts.flatMap((part) => (part instanceof PDFStream ? [unpacked(part), newline] : [])),
  );
}

function unpacked(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream
    ? decodePDFRawStream(stream).decode()
    : stream.getContents();
}
