import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { textString } from './pdf-objects.ts';

const PRODUCER = 'Insaf';

export interface DocumentFacts {
  readonly title: string;
  readonly date: IsoDate | null;
  /** The text of the letter's QR code: a file that was altered still says which letter it claims to be. */
  readonly identifier: string | null;
}

/** The information dictionary: the same facts as {@link xmp}, which PDF/A-1 wants twice (6.7.3). */
export function information({ title, date }: DocumentFacts): string {
  const day = date === null ? '' : `(D:${date.replaceAll('-', '')}000000Z)`;
  const dates = date === null ? '' : `/CreationDate${day}/ModDate${day}`;
  return `<</Title${textString(plainTitle(title))}/Producer(${PRODUCER})${dates}>>`;
}

/** The metadata of the file as XMP: title, producer, the letter's own date, PDF/A-1b. */
export function xmp({ title, date, identifier }: DocumentFacts): Uint8Array {
  const instant = date === null ? '' : `${date}T00:00:00Z`;
  const dates = date === null ? '' : ` xmp:CreateDate="${instant}" xmp:ModifyDate="${instant}"`;
  return Buffer.from(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"' +
      ` pdfaid:part="1" pdfaid:conformance="B" pdf:Producer="${PRODUCER}"${dates}>` +
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(plainTitle(title))}</rdf:li></rdf:Alt></dc:title>` +
      (identifier === null ? '' : `<dc:identifier>${escapeXml(identifier)}</dc:identifier>`) +
      '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  );
}

/** Without directional marks and characters that XML has no place for. */
function plainTitle(title: string): string {
  return title
    .toWellFormed()
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim();
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
