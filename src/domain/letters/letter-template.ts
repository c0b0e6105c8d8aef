import type { LetterKind } from './letter-kinds.ts';
import type { LetterMark } from './letter-data.ts';

/**
 * Text of a template. `{field}` and `{field:format}` stand for a value, `{field|yes|no}` chooses words by a flag, a
 * gender or whether there is a value at all, `**words**` are bold.
 */
export type TemplateText = string;

/** When a part is printed: the named field holds something (a flag is set, a list has rows), or does not. */
export interface PartCondition {
  readonly when?: string | undefined;
  readonly unless?: string | undefined;
}

/** Once for each row of the named list, with the row's own fields. */
export interface Repeated {
  readonly each?: string | undefined;
}

export interface TemplateItem extends PartCondition, Repeated {
  readonly text: TemplateText;
}

export interface TemplateCheckItem extends TemplateItem {
  /** A flag: whether the box is ticked. */
  readonly done?: string | undefined;
}

export interface TemplateFormField extends PartCondition {
  readonly label: TemplateText;
  /** A dotted line to write on where it is null or its field holds nothing. */
  readonly value: TemplateText | null;
}

export interface TemplateColumn {
  readonly title: TemplateText;
  /** Share of the table's width; the shares of a table are relative to each other. */
  readonly share: number;
  readonly align?: 'start' | 'center' | 'end' | undefined;
}

export interface TemplateRow extends PartCondition, Repeated {
  readonly cells: readonly TemplateText[];
}

export interface TemplateTotal extends PartCondition {
  readonly cells: readonly TemplateText[];
}

type TextBlock = PartCondition &
  Repeated & {
    readonly kind: 'heading' | 'section' | 'paragraph' | 'note';
    readonly text: TemplateText;
  };

type ListBlock = PartCondition & {
  readonly kind: 'numbered' | 'bullets';
  readonly items: readonly TemplateItem[];
};

type ChecklistBlock = PartCondition & {
  readonly kind: 'checklist';
  readonly items: readonly TemplateCheckItem[];
};

type FieldsBlock = PartCondition & {
  readonly kind: 'fields';
  readonly columns: 1 | 2;
  readonly items: readonly TemplateFormField[];
};

type TableBlock = PartCondition & {
  readonly kind: 'table';
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly TemplateRow[];
  readonly total?: TemplateTotal | undefined;
};

/** Where greeting, signature and copies stand; at the end where a template does not say. */
interface SignatureBlock {
  readonly kind: 'signature';
  /** Whether room is left for the branch's stamp. */
  readonly stamp: boolean;
}

export type TemplateBlock =
  TextBlock | ListBlock | ChecklistBlock | FieldsBlock | TableBlock | SignatureBlock;

/** The words of a kind of letter: what administrators edit. Head, addressee and signature are the same for all. */
export interface LetterTemplate {
  readonly kind: LetterKind;
  readonly version: number;
  /** The name of the template, on screens. */
  readonly title: { readonly ar: string; readonly en: string };
  readonly subject: TemplateText;
  /** For letters that say nothing of their own. */
  readonly mark?: LetterMark | null | undefined;
  readonly blocks: readonly TemplateBlock[];
}

/** Whether two templates say the same, whatever their versions. */
export function sameWords(one: LetterTemplate, other: LetterTemplate): boolean {
  return JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });
}
