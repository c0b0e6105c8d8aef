import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { isJpeg } from './inspect-image.ts';
import { jpegOrientation, withoutJpegMetadata, type Orientation } from './jpeg-parts.ts';
import type { CleanPdf } from './pdf/clean-pdf.ts';
import { decimal, type Matrix } from './pdf/matrix.ts';
import { A4 } from './pdf/paper.ts';

/** Points of white around a picture. */
const MARGIN = 24;

/** A picture upright on a sheet of A4, lying where it is wider than high, without what its camera wrote beside it. */
export async function pictureAsPdf(bytes: Uint8Array): Promise<CleanPdf> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const isPhotograph = isJpeg(bytes);
  const orientation = isPhotograph ? jpegOrientation(bytes) : 1;
  const picture = isPhotograph
    ? await document.embedJpg(withoutJpegMetadata(bytes))
    : await document.embedPng(bytes);
  const isTurned = orientation >= 5;
  const wide = isTurned ? picture.height : picture.width;
  const high = isTurned ? picture.width : picture.height;
  const paper = wide > high ? { width: A4.height, height: A4.width } : A4;
  const scale = Math.min((paper.width - 2 * MARGIN) / wide, (paper.height - 2 * MARGIN) / high);
  const matrix = placed(orientation, {
    width: wide * scale,
    height: high * scale,
    left: (paper.width - wide * scale) / 2,
    bottom: (paper.height - high * scale) / 2,
  });
  const page = document.addPage([paper.width, paper.height]);
  const { context } = document;
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Picture: picture.ref } }));
  const drawn = `q ${matrix.map(decimal).join(' ')} cm /Picture Do Q`;
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn)));
  await picture.embed();
  const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { bytes: saved.slice(), pages: 1 };
}

/** Lays the unit square in which a picture is drawn over its place, turned and mirrored as EXIF says. */
function placed(
  orientation: Orientation,
  {
    width: w,
    height: h,
    left: x,
    bottom: y,
  }: {
    readonly width: number;
    readonly height: number;
    readonly left: number;
    readonly bottom: number;
  },
): Matrix {
  switch (orientation) {
    case 1:
      return [w, 0, 0, h, x, y];
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
  }
}
