import { letterheadOf } from '../letters/letter-frame.ts';
import type { LetterSettings } from '../letters/letter-data.ts';
import { isolateFigures } from '../letters/isolate-figures.ts';
import type {
  FormField,
  LetterBlock,
  LetterLayout,
  LetterModel,
  LetterTable,
  RichText,
} from '../letters/letter-model.ts';
import { formatHalalas, type Halalas } from '../shared/halalas.ts';
import { formatLetterDate } from '../shared/hijri.ts';
import { isolate } from '../shared/isolate.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** Sheets of a dossier are the branch's own: no frame, and their numbers are those of the dossier. */
const LAYOUT: LetterLayout = {
  margins: { top: 12, right: 15, bottom: 15, left: 15 },
  frame: false,
  justify: false,
  numbered: false,
};

export interface SheetFrame {
  readonly date: IsoDate;
  readonly settings: LetterSettings;
}

/** A part of a dossier that the branch writes itself. Only the cover carries the letterhead. */
export function dossierSheet(
  { date, settings }: SheetFrame,
  title: string,
  blocks: readonly LetterBlock[],
  { withHead = false }: { readonly withHead?: boolean } = {},
): LetterModel {
  return {
    title,
    number: null,
    date,
    digits: settings.digits,
    layout: LAYOUT,
    letterhead: withHead ? { ...letterheadOf(settings), addressLine: null } : null,
    meta: [],
    mark: null,
    seal: null,
    blocks: [{ kind: 'heading', text: [title] }, ...blocks],
  };
}

export function section(title: string): LetterBlock {
  return { kind: 'section', text: [title] };
}

/** Fields in two columns; what is not known is left out, never left to be filled in by hand. */
export function fields(
  items: readonly (readonly [label: string, value: string | null])[],
  columns: 1 | 2 = 2,
): LetterBlock {
  return {
    kind: 'fields',
    columns,
    items: items.flatMap(([label, value]): FormField[] =>
      value === null || value === '' ? [] : [{ label: `${label}:`, value: [value] }],
    ),
  };
}

/** Words that a person wrote, a paragraph a line of his. */
export function written(text: string): LetterBlock[] {
  return text
    .split(/\n+/)
    .map((line) => isolateFigures(line.replace(/\s+/g, ' ').trim()))
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: [line] }));
}

export function table(
  columns: LetterTable['columns'],
  rows: LetterTable['rows'],
  total: LetterTable['total'] = null,
): LetterBlock {
  return { kind: 'table', columns, rows, total };
}

export function numbered(items: readonly RichText[]): LetterBlock {
  return {
    kind: 'numbered',
    items: items.map((text, index) => ({ marker: `${index + 1}.`, text })),
  };
}

/** A SHA-256 in four groups, so that people can compare it. */
export function fingerprint(sha256: string): string {
  return isolate(sha256.replace(/(.{16})(?=.)/g, '$1 '));
}

export function day(date: IsoDate | null): string | null {
  return date === null ? null : formatLetterDate(date);
}

/** Riyals without their sign, for tables; a dash where nothing is known. */
export function amount(halalas: Halalas | null): string {
  if (halalas === null) return '-';
  return halalas < 0 ? isolate(formatHalalas(halalas)) : formatHalalas(halalas);
}

export function riyals(halalas: Halalas): string {
  return `${amount(halalas)} ريال`;
}
