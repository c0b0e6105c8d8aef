import { isUtf8 } from 'node:buffer';

/**
 * The encodings Saudi and foreign banks use. Single-byte ones are decoded by our own tables: what a runtime's
 * `TextDecoder` accepts depends on the ICU data it was built with, and it reads bytes that the code page leaves
 * undefined.
 */
export type TextEncoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1256' | 'iso-8859-1' | 'iso-8859-6';

/** Stands for a byte that the code page leaves undefined: such a file is refused. */
const UNDEFINED = '\uFFFD';

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('');

const WINDOWS_1252 =
  `€${UNDEFINED}‚ƒ„…†‡ˆ‰Š‹Œ${UNDEFINED}Ž${UNDEFINED}${UNDEFINED}‘’“”•–—˜™š›œ${UNDEFINED}žŸ` +
  range(0xa0, 0xff);

/** Files that say ISO-8859-1 hold windows-1252 (the Encoding Standard agrees); its holes are C1 controls then. */
const LATIN_1 = [...WINDOWS_1252]
  .map((char, index) => (char === UNDEFINED ? String.fromCharCode(0x80 + index) : char))
  .join('');

const WINDOWS_1256 =
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200C\u200Dں' +
  '\u00A0،¢£¤¥¦§¨©ھ«¬\u00AD®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك' +
  'àلâمنهوçèéêëىيîï\u064B\u064C\u064D\u064Eô\u064F\u0650÷\u0651ù\u0652ûü\u200E\u200Fے';

const blanks = (count: number): string => UNDEFINED.repeat(count);

const ISO_8859_6 =
  range(0x80, 0xa0) +
  `${blanks(3)}¤${blanks(7)}،\u00AD${blanks(13)}؛${blanks(3)}؟${blanks(1)}` +
  `${range(0x621, 0x63a)}${blanks(5)}${range(0x640, 0x652)}${blanks(13)}`;

const HIGH_HALVES = {
  'windows-1252': WINDOWS_1252,
  'windows-1256': WINDOWS_1256,
  'iso-8859-1': LATIN_1,
  'iso-8859-6': ISO_8859_6,
} as const satisfies Partial<Record<TextEncoding, string>>;

const LABELS: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'windows-1256': 'windows-1256',
  cp1256: 'windows-1256',
  'iso-8859-1': 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'iso-8859-6': 'iso-8859-6',
  'iso8859-6': 'iso-8859-6',
};

/** The encoding of a declared name (`Windows-1256`, `UTF8`), or null for one that we do not read. */
export const encodingOfLabel = (label: string): TextEncoding | null =>
  LABELS[label.trim().toLowerCase()] ?? null;

export interface ByteOrderMark {
  readonly encoding: TextEncoding;
  readonly bytes: number;
}

export function byteOrderMark(head: Uint8Array): ByteOrderMark | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/** How many of the last bytes begin a character that the next chunk continues. */
export function incompleteTail(bytes: Uint8Array, encoding: TextEncoding): number {
  const last = bytes.length - 1;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const odd = bytes.length % 2;
    const high = bytes[encoding === 'utf-16le' ? last - odd : last - odd - 1] ?? 0;
    return bytes.length - odd >= 2 && high >= 0xd8 && high <= 0xdb ? odd + 2 : odd;
  }
  if (encoding !== 'utf-8') return 0;
  for (let back = 0; back < 3 && back <= last; back += 1) {
    const byte = bytes[last - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back + 1 ? back + 1 : 0;
    }
  }
  return 0;
}

/**
 * Whole characters as text, or null when the bytes are not that encoding (a broken sequence, a lone surrogate, a byte
 * that the code page leaves undefined).
 */
export function decodeBytes(bytes: Buffer, encoding: TextEncoding): string | null {
  switch (encoding) {
    case 'utf-8':
      return isUtf8(bytes) ? bytes.toString('utf8') : null;
    case 'utf-16le':
    case 'utf-16be': {
      if (bytes.length % 2 !== 0) return null;
      const little = encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16();
      const text = little.toString('utf16le');
      return text.isWellFormed() ? text : null;
    }
    default: {
      const latin = bytes.toString('latin1');
      const table: string = HIGH_HALVES[encoding];
      const text = latin.replace(/[\x80-\xff]+/g, (run) => {
        let decoded = '';
        for (let index = 0; index < run.length; index += 1) {
          decoded += table[run.charCodeAt(index) - 0x80] ?? UNDEFINED;
        }
        return decoded;
      });
      return text.includes(UNDEFINED) ? null : text;
    }
  }
}
