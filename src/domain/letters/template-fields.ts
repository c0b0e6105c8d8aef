import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';

/**
 * What a field of a letter holds. `text` is what a person typed; `code` a number or reference that is read in its own
 * order; `phrase` words that a rule made, printed as they are; `balance` an amount that may be below zero, for which there
 * are no words; `flag` and `gender` are only chosen by, never printed.
 */
export const FIELD_TYPES = [
  'text',
  'code',
  'phrase',
  'date',
  'month',
  'amount',
  'balance',
  'iban',
  'number',
  'flag',
  'gender',
  'list',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Why a letter of its kind may not do without a field. `purpose`: without it the letter says nothing. */
export type RequiredBy = 'LAW 6' | 'REG 5' | 'REG 28' | 'purpose';

interface FieldWords {
  /** What it means, for whoever writes the template. */
  readonly ar: string;
  readonly en: string;
  /** There may be none: a template names it under a condition. */
  readonly optional?: true;
  readonly requiredBy?: RequiredBy;
  /** Has no sense without this other field, so that what is required may stand under its condition. */
  readonly alongside?: string;
}

export interface PlainField extends FieldWords {
  readonly type: Exclude<FieldType, 'list'>;
}

/** Rows, none or many, each with fields of its own. */
export interface ListField extends FieldWords {
  readonly type: 'list';
  readonly row: Readonly<Record<string, PlainField>>;
}

export type FieldDefinition = PlainField | ListField;

/** The fields that a template may name, by their names. */
export type FieldCatalogue = Readonly<Record<string, FieldDefinition>>;

interface Values {
  text: string;
  code: string;
  phrase: string;
  date: IsoDate;
  month: IsoMonth;
  amount: Halalas;
  balance: Halalas;
  iban: string;
  number: number;
  flag: boolean;
  gender: 'male' | 'female';
}

export type PlainValue = string | number | boolean | null;
export type FactRow = Readonly<Record<string, PlainValue>>;
/** The values of a letter's fields, by their names. */
export type Facts = Readonly<Record<string, PlainValue | readonly FactRow[]>>;

type ValueOf<Field extends FieldDefinition> = Field extends ListField
  ? readonly FactsOf<Field['row']>[]
  : Field extends { readonly type: infer Type extends keyof Values; readonly optional: true }
    ? Values[Type] | null
    : Field extends { readonly type: infer Type extends keyof Values }
      ? Values[Type]
      : never;

/** The values that the fields of a catalogue must have. */
export type FactsOf<Catalogue extends FieldCatalogue> = {
  readonly [Name in keyof Catalogue]: ValueOf<Catalogue[Name]>;
};

/** How a value may be written; the first is what a field without a format gets. */
export const FIELD_FORMATS: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  date: ['both', 'hijri', 'gregorian', 'hijriLong'],
  amount: [
    'both',
    'bothGenitive',
    'bothAccusative',
    'figures',
    'words',
    'wordsGenitive',
    'wordsAccusative',
    'full',
  ],
  balance: ['figures'],
};
