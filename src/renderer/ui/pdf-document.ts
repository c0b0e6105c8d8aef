import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const STANDARD_FONTS = import.meta.glob<string>(
  '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  { query: '?url', import: 'default', eager: true },
);

/** Hands the fourteen standard fonts from our own bundle; nothing else may be fetched for a document. */
class BundledFonts {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const entry = Object.entries(STANDARD_FONTS).find(([path]) => path.endsWith(`/${filename}`));
    if (kind !== 'standardFontDataUrl' || entry === undefined) throw new Error('Not bundled');
    const answer = await fetch(entry[1]);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens bytes that may be hostile: a worker of its own that can be ended, no scripts, forms, annotations, attachments,
 * system fonts or fetching, images and canvases bounded.
 *
 * @throws what pdf.js throws for bytes that are no PDF, protected or damaged
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, PDFWorker, VerbosityLevel } =
    await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(workerUrl, { type: 'module' });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  // pdf.js takes the buffer away from its owner, and the caller's bytes may live in a cache.
  const task: PDFDocumentLoadingTask = getDocument({
    data: bytes.slice(),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    stopAtErrors: true,
    maxImageSize: 16 * 1024 * 1024,
    canvasMaxAreaInBytes: 64 * 1024 * 1024,
    useSystemFonts: false,
    BinaryDataFactory: BundledFonts,
  });
  const close = (): void => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    return { document: await task.promise, close };
  } catch (failure) {
    close();
    throw failure;
  }
}
