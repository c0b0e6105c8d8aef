import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { PdfProblem } from './pdf-problem.ts';

export interface OpenedPdf {
  readonly document: PDFDocument;
  /** The file asks every reader for its owner's password before it may be changed; reading it needs none. */
  readonly isProtected: boolean;
}

/**
 * Reads a PDF strictly. A file that opens without a password is opened, as every reader does, also where its owner
 * forbade changes; its archived bytes stay as they came.
 * @throws PdfProblem DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED, DOCUMENT_TOO_COMPLEX (nested without end).
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const strictly = { throwOnInvalidObject: true, updateMetadata: false };
  try {
    return { document: await PDFDocument.load(bytes, strictly), isProtected: false };
  } catch (failure) {
    if (failure instanceof RangeError) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
    if (!(failure instanceof EncryptedPDFError) && !namesEncryption(bytes)) {
      throw new PdfProblem('DOCUMENT_DAMAGED');
    }
  }
  try {
    // NOTE: never `ignoreEncryption`: it hands out ciphertext as if it were the document.
    const document = await PDFDocument.load(bytes, { ...strictly, password: '' });
    if (document.isEncrypted) throw new PdfProblem('DOCUMENT_ENCRYPTED');
    return { document, isProtected: true };
  } catch {
    throw new PdfProblem('DOCUMENT_ENCRYPTED');
  }
}

/** NOTE: packed objects that are encrypted fail before the reader sees why; the trailer is always in the clear. */
function namesEncryption(bytes: Uint8Array): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(Buffer.from(bytes).toString('latin1'));
}
