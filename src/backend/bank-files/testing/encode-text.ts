import { decodeBytes, type TextEncoding } from '../source/text-encoding.ts';

/** Text in one of the encodings that banks use; null where it has a character that the code page lacks. */
export function encodeText(text: string, encoding: TextEncoding): Buffer | null {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const bytes = Buffer.alloc(text.length);
  const codes = codePage(encoding);
  for (let index = 0; index < text.length; index += 1) {
    const code = codes.get(text[index] ?? '');
    if (code === undefined) return null;
    bytes[index] = code;
  }
  return bytes;
}

const PAGES = new Map<TextEncoding, ReadonlyMap<string, number>>();

function codePage(encoding: TextEncoding): ReadonlyMap<string, number> {
  const known = PAGES.get(encoding);
  if (known) return known;
  const page = new Map<string, number>();
  for (let code = 0; code < 256; code += 1) {
    const char = decodeBytes(Buffer.from([code]), encoding);
    if (char !== null) page.set(char, code);
  }
  PAGES.set(encoding, page);
  return page;
}
