import type { DecisionLetterData } from '../letter-data.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';

/** What a kind of letter can say: its fields, and how they follow from its data. */
export interface KindDefinition<Data, Catalogue extends FieldCatalogue = FieldCatalogue> {
  readonly fields: Catalogue;
  /** Pure: rules and grammar, no wording of the letter. */
  readonly facts: (data: Data) => FactsOf<Catalogue>;
  /** To whom it is written when that is not the person that it is about. */
  readonly recipient?: (data: Data) => string;
  /** Papers that the letter lists itself. */
  readonly listedEnclosures?: (data: Data) => number;
}

/** Lets the compiler hold `facts` to the types of the catalogue. */
export function defineKind<Data>() {
  return <const Catalogue extends FieldCatalogue>(
    definition: KindDefinition<Data, Catalogue>,
  ): KindDefinition<Data, Catalogue> => definition;
}

/** What every letter to or about a person can name. */
export const HEAD_FIELDS = {
  letterNumber: { type: 'code', ar: 'رقم الخطاب', en: 'Number of the letter' },
  letterDate: { type: 'date', ar: 'تاريخ الخطاب', en: 'Date of the letter' },
  addressee: {
    type: 'gender',
    ar: 'جنس المستفيد، لاختيار الصيغة: {addressee|المستفيد|المستفيدة}',
    en: 'Gender of the beneficiary, to choose a form: {addressee|he|she}',
  },
  name: { type: 'text', ar: 'اسم المستفيد', en: 'Name of the beneficiary' },
  nationalId: { type: 'code', ar: 'رقم هوية المستفيد', en: 'National ID of the beneficiary' },
  branch: { type: 'text', ar: 'الفرع كما في رأس الخطاب', en: 'The branch, as in the letterhead' },
} as const satisfies FieldCatalogue;

export function headFacts(data: DecisionLetterData): FactsOf<typeof HEAD_FIELDS> {
  return {
    letterNumber: data.number,
    letterDate: data.date,
    addressee: data.addressee.sex,
    name: data.addressee.name,
    nationalId: data.addressee.nationalId,
    branch: data.settings.branch,
  };
}

export const REASON_ROW = {
  reason: {
    type: 'phrase',
    ar: 'السبب جملةً تامة مع مادته',
    en: 'The reason as a whole sentence with its article',
  },
} as const satisfies FieldCatalogue;

export const IBAN_FIELD = {
  type: 'iban',
  optional: true,
  ar: 'رقم الحساب المصرفي',
  en: 'Bank account (IBAN)',
} as const;

export const APPEAL_FIELD = {
  type: 'phrase',
  ar: 'جملة حق التظلم بمدتها ومادتها',
  en: 'The sentence on the right to contest, with its period and article',
} as const;
