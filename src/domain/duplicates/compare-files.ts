import type { IsoDate } from '../shared/iso-date.ts';
import { birthDay, birthLikeness, type BirthDay, type BirthLikeness } from './birth-likeness.ts';
import { nameLikeness, nameParts, type NameLikeness } from './name-likeness.ts';
import {
  ibanLikeness,
  idLikeness,
  nationalIdKey,
  phoneKey,
  phoneLikeness,
  type HeldIban,
  type IbanLikeness,
  type IdLikeness,
  type PhoneLikeness,
} from './number-likeness.ts';

/** What is compared of a file of the registry. */
export interface ComparedFile {
  /** Number of the file within the branch. */
  readonly no: number;
  readonly nationalId: string;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
  readonly ibans: readonly HeldIban[];
}

/** A file with what is compared of it in its one form, worked out once for many comparisons. */
export interface ComparableFile {
  readonly file: ComparedFile;
  readonly id: string;
  readonly parts: readonly string[];
  readonly birth: BirthDay | null;
  readonly phone: string | null;
}

/** @param birthDays Those worked out for other files: many people were born on one day. */
export function comparable(
  file: ComparedFile,
  birthDays: Map<IsoDate, BirthDay> = new Map(),
): ComparableFile {
  const { birthDate } = file;
  const known = birthDate === null ? null : (birthDays.get(birthDate) ?? birthDay(birthDate));
  if (known !== null) birthDays.set(known.date, known);
  return {
    file,
    id: nationalIdKey(file.nationalId),
    parts: nameParts(file.name),
    birth: known,
    phone: phoneKey(file.phone),
  };
}

export const COMPARED_FIELDS = ['nationalId', 'name', 'birthDate', 'iban', 'phone', 'sex'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type Likeness =
  | IdLikeness
  | NameLikeness
  | BirthLikeness
  | IbanLikeness
  | PhoneLikeness
  | 'same'
  | 'unknown'
  | 'differs';

export interface FieldLikeness {
  readonly field: ComparedField;
  readonly likeness: Likeness;
  /** What it adds to the score; below zero where it speaks against. */
  readonly points: number;
}

export interface Comparison {
  /** 0 to 100. */
  readonly score: number;
  readonly fields: readonly FieldLikeness[];
}

/** From here on name, birth and phone together are worth an officer's look: a like name and a like birth date are. */
export const LIKELY_SCORE = 45;

/** On which ground a pair is shown; `likeness` is name, birth and phone together. */
export const PAIR_GROUNDS = ['nationalId', 'iban', 'likeness'] as const;
export type PairGround = (typeof PAIR_GROUNDS)[number];

const ID_POINTS: Readonly<Record<IdLikeness, number>> = {
  same: 60,
  mistyped: 35,
  slip: 15,
  differs: 0,
};
const BIRTH_POINTS: Readonly<Record<BirthLikeness, number>> = {
  same: 25,
  neighbour: 20,
  swapped: 20,
  partly: 8,
  unknown: 0,
  differs: -10,
};
const IBAN_POINTS: Readonly<Record<IbanLikeness, number>> = {
  shared: 30,
  sharedOnce: 20,
  unknown: 0,
  differs: 0,
};
const PHONE_POINTS: Readonly<Record<PhoneLikeness, number>> = {
  same: 15,
  slip: 6,
  unknown: 0,
  differs: 0,
};
const OTHER_SEX = -10;

/** A name of one or two parts is that of many. */
const SAME_NAME = [0, 10, 24, 30] as const;
const LESS_THAN_SAME: Readonly<Record<'same' | 'otherOrder' | 'slip', number>> = {
  same: 0,
  otherOrder: 3,
  slip: 5,
};

/**
 * How likely two files are one person's, field by field. The same whichever file is named first, and a field that agrees
 * more never lowers the score.
 */
export function compareFiles(one: ComparableFile, other: ComparableFile): Comparison {
  const fields: FieldLikeness[] = [
    withPoints('nationalId', idLikeness(one.id, other.id), ID_POINTS),
    nameField(one.parts, other.parts),
    withPoints('birthDate', birthLikeness(one.birth, other.birth), BIRTH_POINTS),
    withPoints('iban', ibanLikeness(one.file.ibans, other.file.ibans), IBAN_POINTS),
    withPoints('phone', phoneLikeness(one.phone, other.phone), PHONE_POINTS),
    sexField(one.file.sex, other.file.sex),
  ];
  const points = fields.reduce((sum, field) => sum + field.points, 0);
  return { score: Math.min(100, Math.max(0, points)), fields };
}

/** Why a pair is worth an officer's look; empty where it is not. */
export function groundsOf({ score, fields }: Comparison, leastScore: number): PairGround[] {
  const likenessOf = (field: ComparedField) =>
    fields.find((one) => one.field === field)?.likeness ?? 'unknown';
  const holds: Readonly<Record<PairGround, boolean>> = {
    nationalId: ['same', 'mistyped'].includes(likenessOf('nationalId')),
    iban: ['shared', 'sharedOnce'].includes(likenessOf('iban')),
    likeness: score >= leastScore,
  };
  return PAIR_GROUNDS.filter((ground) => holds[ground]);
}

function withPoints<Code extends Likeness>(
  field: ComparedField,
  likeness: Code,
  points: Readonly<Record<Code, number>>,
): FieldLikeness {
  return { field, likeness, points: points[likeness] };
}

function nameField(one: readonly string[], other: readonly string[]): FieldLikeness {
  const likeness = nameLikeness(one, other);
  return { field: 'name', likeness, points: namePoints(likeness, one, other) };
}

function namePoints(
  likeness: NameLikeness,
  { length: left }: readonly string[],
  { length: right }: readonly string[],
): number {
  if (likeness === 'differs') return 0;
  if (likeness === 'partial') return 8;
  if (likeness === 'shorter') return 18;
  const same = SAME_NAME[Math.min(left, right, SAME_NAME.length - 1)] ?? 0;
  return same - LESS_THAN_SAME[likeness];
}

function sexField(one: ComparedFile['sex'], other: ComparedFile['sex']): FieldLikeness {
  if (one === null || other === null) return { field: 'sex', likeness: 'unknown', points: 0 };
  const isSame = one === other;
  return { field: 'sex', likeness: isSame ? 'same' : 'differs', points: isSame ? 0 : OTHER_SEX };
}
