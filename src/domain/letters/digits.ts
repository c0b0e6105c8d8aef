import type { DigitShape, LetterBlock, LetterModel, RichText } from './letter-model.ts';
import { assertNever } from '../shared/assert-never.ts';

const ARABIC_INDIC_ZERO = 0x0660;
const DECIMAL = '\u066B';
const THOUSANDS = '\u066C';

/** Isolated codes (`2026-031274`, an IBAN, an e-mail) are typed back by people: they stay Latin. */
const CODE = /\u2066(?=[^\u2069]*[^\d.,/%\u2069])[^-\u2069][^\u2069]*\u2069/g;

function shapePlain(text: string): string {
  return text
    .replace(/(\d),(?=\d{3}(?!\d))/g, `$1${THOUSANDS}`)
    .replace(/(\d)\.(?=\d)/g, `$1${DECIMAL}`)
    .replace(/(\d)%/g, '$1\u066A')
    .replace(/\d/g, (digit) => String.fromCodePoint(ARABIC_INDIC_ZERO + Number(digit)));
}

/** The text with the digits of the branch's setting; codes inside isolates keep Latin digits. */
export function shapeDigits(text: string, digits: DigitShape): string {
  if (digits === 'latin') return text;
  let shaped = '';
  let from = 0;
  for (const code of text.matchAll(CODE)) {
    shaped += shapePlain(text.slice(from, code.index)) + code[0];
    from = code.index + code[0].length;
  }
  return shaped + shapePlain(text.slice(from));
}

/** The letter with every text it prints in the digits that it names. */
export function withDigits(letter: LetterModel): LetterModel {
  if (letter.digits === 'latin') return letter;
  const plain = (text: string): string => shapeDigits(text, letter.digits);
  return {
    ...letter,
    number: letter.number === null ? null : plain(letter.number),
    meta: letter.meta.map((row) => ({ label: row.label, value: plain(row.value) })),
    letterhead: letter.letterhead && {
      ...letter.letterhead,
      lines: letter.letterhead.lines.map(plain),
      addressLine: letter.letterhead.addressLine && plain(letter.letterhead.addressLine),
    },
    blocks: letter.blocks.map((block) => shapeBlock(block, plain)),
  };
}

function shapeBlock(block: LetterBlock, plain: (text: string) => string): LetterBlock {
  const rich = (text: RichText): RichText =>
    text.map((span) => (typeof span === 'string' ? plain(span) : { strong: plain(span.strong) }));
  switch (block.kind) {
    case 'heading':
    case 'section':
    case 'note':
    case 'subject':
    case 'salutation':
    case 'paragraph':
    case 'closing':
      return { kind: block.kind, text: rich(block.text) };
    case 'addressee':
      return { ...block, name: rich(block.name), details: block.details.map(rich) };
    case 'numbered':
      return {
        ...block,
        items: block.items.map((item) => ({ marker: plain(item.marker), text: rich(item.text) })),
      };
    case 'bullets':
      return { ...block, items: block.items.map(rich) };
    case 'checklist':
      return { ...block, items: block.items.map((item) => ({ ...item, text: rich(item.text) })) };
    case 'fields':
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({
          label: plain(label),
          value: value && rich(value),
        })),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: plain(column.title) })),
        rows: block.rows.map((row) => row.map(plain)),
        total: block.total && block.total.map(plain),
      };
    case 'signature':
      return block;
    case 'copies':
      return { ...block, items: block.items.map(plain) };
    default:
      return assertNever(block);
  }
}
