import { inOrder, type ActiveContent } from '../../../domain/documents/document-content.ts';
import type { EvidenceLimits } from '../evidence-limits.ts';
import { activeContentOf } from './active-content.ts';
import { openPdf } from './open-pdf.ts';
import { PdfProblem } from './pdf-problem.ts';
import { checkUnpackedSize } from './unpacked-size.ts';
import { viewerSight } from './viewer-sight.ts';

export interface PdfInspection {
  readonly pages: number;
  readonly contents: readonly ActiveContent[];
}

/**
 * Whether a PDF is whole and bearable, how many pages it has by two readers that agree, and what acts in it.
 * @throws PdfProblem DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED, DOCUMENT_TOO_COMPLEX.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  limits: EvidenceLimits,
): Promise<PdfInspection> {
  const { document } = await openPdf(bytes);
  const pages = document.getPageCount();
  if (pages === 0) throw new PdfProblem('DOCUMENT_DAMAGED');
  if (pages > limits.pages) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
  checkUnpackedSize(document.context, limits);
  const contents = activeContentOf(document.context);
  const seen = await viewerSight(bytes);
  if (seen.pages !== pages) throw new PdfProblem('DOCUMENT_DAMAGED');
  return { pages, contents: inOrder([...contents, ...seen.contents]) };
}
