import type { ActiveContent } from '../../../domain/documents/document-content.ts';
import { PdfProblem } from './pdf-problem.ts';

export interface ViewerSight {
  readonly pages: number;
  readonly contents: readonly ActiveContent[];
}

/**
 * What another reader, the one that shows documents on the screen, makes of the same bytes. Two readers that disagree
 * about the pages would show an officer something else than what is printed.
 * @throws PdfProblem DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED.
 */
export async function viewerSight(bytes: Uint8Array): Promise<ViewerSight> {
  const { getDocument, VerbosityLevel } = await viewer();
  const task = getDocument({
    // NOTE: it takes the buffer away from its owner, and refuses Node's own kind of bytes.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    await document.getPage(document.numPages);
    const contents: ActiveContent[] = [];
    if (await document.hasJSActions()) contents.push('javaScript');
    if ((await document.getAttachments()) !== null) contents.push('embeddedFile');
    return { pages: document.numPages, contents };
  } catch (failure) {
    const isLocked = failure instanceof Error && failure.name === 'PasswordException';
    throw new PdfProblem(isLocked ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED');
  } finally {
    await task.destroy();
  }
}

/**
 * NOTE: with its worker handed to it the viewer starts none, wherever it runs. It takes every process of Electron's for a
 * page of a browser, and asks for a browser's matrix when it loads; only drawing would use that, and nothing is drawn.
 */
async function viewer() {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
  if ('type' in process) Object.defineProperty(process, 'type', { value: undefined });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
