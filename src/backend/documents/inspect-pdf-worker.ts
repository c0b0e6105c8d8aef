import { parentPort, workerData } from 'node:worker_threads';
import { PDFDocument } from 'pdf-lib';
import type { PdfInspection } from './inspect-pdf.ts';

/** Reads one PDF and says how many pages it has. A thread of its own: whoever waits can end it. */
async function inspect(bytes: Uint8Array): Promise<PdfInspection> {
  try {
    const document = await PDFDocument.load(bytes, {
      throwOnInvalidObject: true,
      updateMetadata: false,
    });
    const pages = document.getPageCount();
    return pages > 0 ? { pages } : { problem: 'DOCUMENT_DAMAGED' };
  } catch {
    return { problem: namesEncryption(bytes) ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED' };
  }
}

/** NOTE: packed objects that are encrypted fail before the reader sees why; the trailer is always in the clear. */
function namesEncryption(bytes: Uint8Array): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(Buffer.from(bytes).toString('latin1'));
}

parentPort?.postMessage(await inspect(workerData as Uint8Array));
