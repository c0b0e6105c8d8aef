import { ok, refuse } from '../../domain/shared/result.ts';
import type { InspectDocument } from '../app/documents/ports.ts';
import { inspectJpeg, inspectPng, isJpeg, isPng } from './inspect-image.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { pdfEndsWell, pdfStart } from './pdf-ends.ts';

/**
 * Tells what a file is by its content and whether it is whole. Errors: DOCUMENT_EMPTY, DOCUMENT_TYPE (neither PDF nor
 * picture, whatever its name), DOCUMENT_DAMAGED (cut or broken), DOCUMENT_ENCRYPTED, DOCUMENT_TOO_COMPLEX.
 */
export const inspectDocument: InspectDocument = async (bytes) => {
  if (bytes.length === 0) return refuse('DOCUMENT_EMPTY');
  if (isPng(bytes)) {
    const checked = inspectPng(bytes);
    return checked.ok ? ok({ mime: 'image/png', pages: null }) : checked;
  }
  if (isJpeg(bytes)) {
    const checked = inspectJpeg(bytes);
    return checked.ok ? ok({ mime: 'image/jpeg', pages: null }) : checked;
  }
  const start = pdfStart(bytes);
  if (start === null) return refuse('DOCUMENT_TYPE');
  if (!pdfEndsWell(bytes, start)) return refuse('DOCUMENT_DAMAGED');
  const inspection = await inspectPdf(bytes);
  return 'problem' in inspection
    ? refuse(inspection.problem)
    : ok({ mime: 'application/pdf', pages: inspection.pages });
};
