import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
} from '@cantoo/pdf-lib';
import type { EvidenceLimits } from '../evidence-limits.ts';
import { PdfProblem } from './pdf-problem.ts';
import { plainName } from './pdf-objects.ts';

/**
 * Unpacks what a reader would have to unpack, up to the limits and no further, so that a small file cannot grow without
 * end in whoever opens it.
 * @throws PdfProblem DOCUMENT_TOO_COMPLEX beyond the limits.
 */
export function checkUnpackedSize(context: PDFContext, limits: EvidenceLimits): void {
  let total = 0;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (plainName(object.dict.lookup(PDFName.of('Subtype'))) === 'Image') {
      checkPicture(object, limits.pixels);
      continue;
    }
    total += unpackedSize(object, limits.streamBytes);
    if (total > limits.unpackedBytes) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
  }
}

function checkPicture({ dict }: PDFRawStream, pixels: number): void {
  const [width, height] = ['Width', 'Height'].map((side) => {
    const length = dict.lookup(PDFName.of(side));
    return length instanceof PDFNumber ? length.asNumber() : 0;
  });
  if ((width ?? 0) * (height ?? 0) > pixels) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
}

function unpackedSize(stream: PDFRawStream, limit: number): number {
  const filters = filtersOf(stream);
  if (filters.length === 0) return stream.getContentsSize();
  const size =
    filters.length === 1 && filters[0] === 'FlateDecode'
      ? inflatedSize(stream.contents, limit)
      : decodedSize(stream, limit);
  if (size > limit) throw new PdfProblem('DOCUMENT_TOO_COMPLEX');
  return size;
}

function filtersOf({ dict }: PDFRawStream): (string | null)[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter instanceof PDFArray) {
    return filter.asArray().map((name) => plainName(dict.context.lookup(name)));
  }
  const name = plainName(filter);
  return name === null ? [] : [name];
}

function inflatedSize(contents: Uint8Array, limit: number): number {
  try {
    return inflateSync(contents, { maxOutputLength: limit }).length;
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : '';
    // Damaged or cut data is shown as far as it goes; here only the size matters.
    return code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0;
  }
}

/** Chains of filters and the rarer ones, block by block: pictures inside another filter stay packed. */
function decodedSize(stream: PDFRawStream, limit: number): number {
  try {
    return decodePDFRawStream(stream).getBytes(limit + 1).length;
  } catch {
    return 0;
  }
}
