/** Encodings in which a table is read where nothing in the file says which. */
export const TABLE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'iso-8859-6',
  'windows-1252',
  'iso-8859-1',
] as const;
export type TableEncoding = (typeof TABLE_ENCODINGS)[number];

export const DECIMAL_SIGNS = ['.', ','] as const;
/** `none` for a table that does not group: a grouped number is then unreadable. */
export const THOUSANDS_SIGNS = [',', '.', ' ', "'", 'none'] as const;
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;

export interface NumberSigns {
  readonly decimalSign: (typeof DECIMAL_SIGNS)[number];
  readonly thousandsSign: (typeof THOUSANDS_SIGNS)[number];
}
export type DateOrder = (typeof DATE_ORDERS)[number];

const MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A table's own word as it is compared: case, blanks and direction marks aside. Nothing else is folded: `R1` is not `R01`. */
export const tableWord = (text: string): string =>
  text.replace(MARKS, '').normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a table is recognised by the next time: the titles of its columns, in their order. */
export function headerKey(titles: readonly string[]): string {
  const words = titles.map((title) => tableWord(title).slice(0, 80));
  while (words.length > 0 && words[words.length - 1] === '') words.pop();
  return words.join('\u001F');
}
