import type { IsoDate } from '../shared/iso-date.ts';

/** A piece of a line of text; `strong` is set in the bold weight. */
export type TextSpan = string | { readonly strong: string };

/** Text in logical order, with isolates (U+2066 to U+2069) around figures; never markup. */
export type RichText = readonly TextSpan[];

export type DigitShape = 'latin' | 'arabic-indic';

export interface LetterLogo {
  readonly format: 'png' | 'jpeg';
  readonly base64: string;
}

/** What stands above and under the frame of every letter of a branch. */
export interface Letterhead {
  /** Top right, one line each; the first is set bold. */
  readonly lines: readonly string[];
  readonly basmala: string | null;
  readonly logo: LetterLogo | null;
  /** Centred under the frame: address, telephones, e-mail. */
  readonly addressLine: string | null;
}

/** Number, dates and enclosures at the top left. */
export interface MetaRow {
  readonly label: string;
  readonly value: string;
}

export interface NumberedItem {
  /** As printed, for example `1.` */
  readonly marker: string;
  readonly text: RichText;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the table's width; the shares of a table are relative to each other. */
  readonly share: number;
}

export interface LetterTable {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: RichText }
  | { readonly kind: 'subject'; readonly text: RichText }
  | {
      readonly kind: 'addressee';
      readonly label: string;
      readonly name: RichText;
      readonly details: readonly RichText[];
    }
  | { readonly kind: 'salutation'; readonly text: RichText }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  | LetterTable
  | { readonly kind: 'closing'; readonly text: RichText }
  | { readonly kind: 'signature'; readonly post: string; readonly name: string }
  | { readonly kind: 'copies'; readonly items: readonly string[] };

/** A letter as data: what it says and in which order, not where it stands on the paper. */
export interface LetterModel {
  /** Title of the document as readers and screen readers show it. */
  readonly title: string;
  /** Number of the letter as continuation pages repeat it; null for an unnumbered text. */
  readonly number: string | null;
  /** Date of the letter; the file carries it instead of the time of rendering. */
  readonly date: IsoDate | null;
  readonly digits: DigitShape;
  readonly letterhead: Letterhead | null;
  readonly meta: readonly MetaRow[];
  /** Confidentiality or urgency, centred under the top of the frame. */
  readonly mark: string | null;
  readonly blocks: readonly LetterBlock[];
}

export function spanText(span: TextSpan): string {
  return typeof span === 'string' ? span : span.strong;
}

export function richTextToString(text: RichText): string {
  return text.map(spanText).join('');
}
