import type { EvidenceLimits } from './evidence-limits.ts';
import { isJpeg, isPng } from './inspect-image.ts';
import { cleanPdf, type CleanPdf } from './pdf/clean-pdf.ts';
import { pictureAsPdf } from './picture-as-pdf.ts';

/**
 * What may leave the archive of a document, as a PDF: the drawings of its pages, or its picture on a sheet.
 * @throws PdfProblem as `cleanPdf` does.
 */
export function cleanDocument(bytes: Uint8Array, limits: EvidenceLimits): Promise<CleanPdf> {
  return isPng(bytes) || isJpeg(bytes) ? pictureAsPdf(bytes) : cleanPdf(bytes, limits);
}
