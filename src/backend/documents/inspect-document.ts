import { ok, refuse } from '../../domain/shared/result.ts';
import type { InspectDocument } from '../app/documents/ports.ts';
import type { DocumentDesk } from './document-desk.ts';
import { inspectJpeg, inspectPng, isJpeg, isPng } from './inspect-image.ts';
import { pdfEndsWell, pdfStart } from './pdf-ends.ts';

/**
 * Tells what a file is by its content, whether it is whole, and what acts in it. Heads and ends are looked at here; a PDF
 * is read in the process of the desk. Errors: DOCUMENT_EMPTY, DOCUMENT_TYPE (neither PDF nor picture, whatever its name),
 * DOCUMENT_DAMAGED (cut or broken), DOCUMENT_ENCRYPTED, DOCUMENT_TOO_COMPLEX.
 */
export function createInspectDocument(desk: Pick<DocumentDesk, 'run'>): InspectDocument {
  return async (bytes, signal) => {
    if (bytes.length === 0) return refuse('DOCUMENT_EMPTY');
    if (isPng(bytes)) {
      const checked = inspectPng(bytes);
      return checked.ok ? ok({ mime: 'image/png', pages: null, contents: [] }) : checked;
    }
    if (isJpeg(bytes)) {
      const checked = inspectJpeg(bytes);
      return checked.ok ? ok({ mime: 'image/jpeg', pages: null, contents: [] }) : checked;
    }
    const start = pdfStart(bytes);
    if (start === null) return refuse('DOCUMENT_TYPE');
    if (!pdfEndsWell(bytes, start)) return refuse('DOCUMENT_DAMAGED');
    const inspected = await desk.run('inspect', bytes, { signal });
    if (!inspected.ok) return inspected;
    return ok({ mime: 'application/pdf', ...inspected.value });
  };
}
