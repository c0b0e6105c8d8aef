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
  /** Words stand at the start (the right), figures in the middle; `center` where it is not said. */
  readonly align?: 'start' | 'center' | 'end';
}

export interface ChecklistItem {
  readonly text: RichText;
  /** Ticked: what has been handed in. */
  readonly done: boolean;
}

/** A line of a form; without a value a dotted line is left to write on. */
export interface FormField {
  readonly label: string;
  readonly value: RichText | null;
}

export interface LetterTable {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: RichText }
  /** Title of a part of a form or dossier, at the right. */
  | { readonly kind: 'section'; readonly text: RichText }
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
  | { readonly kind: 'bullets'; readonly items: readonly RichText[] }
  | { readonly kind: 'checklist'; readonly items: readonly ChecklistItem[] }
  | { readonly kind: 'fields'; readonly columns: 1 | 2; readonly items: readonly FormField[] }
  /** A paragraph in a box: a deadline, a warning. */
  | { readonly kind: 'note'; readonly text: RichText }
  | LetterTable
  | { readonly kind: 'closing'; readonly text: RichText }
  /** `stamp` leaves room for the branch's stamp beside the signature. */
  | {
      readonly kind: 'signature';
      readonly post: string;
      readonly name: string;
      readonly stamp: boolean;
    }
  | { readonly kind: 'copies'; readonly items: readonly string[] };

/** Millimetres from the edges of the paper to the frame. */
export interface PageMargins {
  /** From what stands above the frame (letterhead, or number of the letter) to the frame. */
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface LetterLayout {
  readonly margins: PageMargins;
  readonly frame: boolean;
  readonly justify: boolean;
  /** False for sheets of a dossier, whose pages carry its numbers and none of their own. */
  readonly numbered?: boolean;
}

/** Article 7 of the regulation of official correspondence. */
export const OFFICIAL_LAYOUT: LetterLayout = {
  margins: { top: 5, right: 12, bottom: 20, left: 12 },
  frame: true,
  justify: true,
};

/** What lets anyone ask the branch whether a paper is its own: a QR code and the code under it. */
export interface LetterSeal {
  /** The text of the QR code. */
  readonly payload: string;
  /** Printed beside it for those without a reader, for example `رمز التحقق: K7QD-93FM`. */
  readonly caption: string;
}

/** A letter as data: what it says and in which order, not where it stands on the paper. */
export interface LetterModel {
  /** Title of the document as readers and screen readers show it. */
  readonly title: string;
  /** Number of the letter as continuation pages repeat it; null for an unnumbered text. */
  readonly number: string | null;
  /** Date of the letter; the file carries it instead of the time of rendering. */
  readonly date: IsoDate | null;
  readonly digits: DigitShape;
  readonly layout: LetterLayout;
  readonly letterhead: Letterhead | null;
  readonly meta: readonly MetaRow[];
  /** Confidentiality or urgency, centred under the top of the frame. */
  readonly mark: string | null;
  /** Null for texts that are not on the register. */
  readonly seal: LetterSeal | null;
  readonly blocks: readonly LetterBlock[];
}

export function spanText(span: TextSpan): string {
  return typeof span === 'string' ? span : span.strong;
}

export function richTextToString(text: RichText): string {
  return text.map(spanText).join('');
}
