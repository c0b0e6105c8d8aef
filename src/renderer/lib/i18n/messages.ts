/** One message in Arabic for each of the six plural categories (CLDR, `ar`). */
export interface ArabicPlural {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

export interface EnglishPlural {
  readonly one: string;
  readonly other: string;
}

export type Message = string | ArabicPlural | EnglishPlural;
export type ArabicMessages = Readonly<Record<string, string | ArabicPlural>>;

/** What the English half of a catalogue must hold: the same keys, and plurals where Arabic has them. */
export type EnglishOf<Arabic extends ArabicMessages> = {
  readonly [Key in keyof Arabic]: Arabic[Key] extends string ? string : EnglishPlural;
};

/** Names between braces: `"{paid} من {due}"` -> `'paid' | 'due'`. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type NamesOf<Content> = Content extends string
  ? Names<Content>
  : Content extends Readonly<Record<string, string>>
    ? Names<Content[keyof Content]> | 'n'
    : never;

/** Values for the braces; `n` is the number that chooses the plural form. */
export type ValuesOf<Content, Value> = [NamesOf<Content>] extends [never]
  ? []
  : [values: { readonly [Name in NamesOf<Content>]: Name extends 'n' ? number : Value }];
