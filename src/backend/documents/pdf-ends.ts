/** Where a PDF begins: `%PDF-` at the start, after nothing but a byte order mark or white space; null for no PDF. */
export function pdfStart(bytes: Uint8Array): number | null {
  const head = latin1(bytes.subarray(0, 64));
  const found = /^(?:\u00ef\u00bb\u00bf)?\s*%PDF-\d/.exec(head);
  return found === null ? null : found[0].indexOf('%PDF-') + (found.index ?? 0);
}

/**
 * Whether a PDF ends as it must: with the end mark, and a cross-reference where it says. Readers mend a cut file and
 * show fewer pages than there were, so what they accept proves nothing.
 */
export function pdfEndsWell(bytes: Uint8Array, start: number): boolean {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const end = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*(?!.*startxref)/s.exec(tail);
  if (end === null) return false;
  const offset = Number(end[1]);
  return offset > 0 && [offset, offset + start].some((at) => isCrossReference(bytes, at));
}

function isCrossReference(bytes: Uint8Array, at: number): boolean {
  return /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(latin1(bytes.subarray(at, at + 32)));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
