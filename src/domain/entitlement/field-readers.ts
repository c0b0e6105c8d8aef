import { halalas, type Halalas } from '../shared/halalas.ts';
import { isIsoDate, isIsoMonth, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** A value from anything, or a refusal that names the field: `incomes[1].person`. */
export type FieldReader<T> = (value: unknown, field: string) => Result<T, Refusal>;

/** A billion riyals: what is more is a slip of the pen. */
const MOST_MONEY = 100_000_000_000;

const LONGEST_TEXT = 100;

/** Years below it are Hijri ones, or slips. */
const FIRST_YEAR = '1900';

export const text: FieldReader<string> = (value, field) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
    ? ok(value)
    : refuse('CALCULATION_TEXT', { field });

export const yesOrNo: FieldReader<boolean> = (value, field) =>
  typeof value === 'boolean' ? ok(value) : refuse('CALCULATION_YES_OR_NO', { field });

/** Whole halalas from 0. */
export const money: FieldReader<Halalas> = (value, field) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value > MOST_MONEY)
    return refuse('CALCULATION_MONEY', { field, most: MOST_MONEY });
  if (value < 0) return refuse('CALCULATION_MONEY_NEGATIVE', { field });
  return ok(halalas(value === 0 ? 0 : value));
};

export function whole(min: number, max: number): FieldReader<number> {
  return (value, field) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? ok(value === 0 ? 0 : value)
      : refuse('CALCULATION_NUMBER', { field, min, max });
}

export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
): FieldReader<Choice> {
  return (value, field) => {
    const chosen = choices.find((choice) => choice === value);
    return chosen === undefined
      ? refuse('CALCULATION_CHOICE', { field, choices: choices.join(', ') })
      : ok(chosen);
  };
}

/** Any words: those that are not among the known ones mean `other`. */
export function otherwise<const Choice extends string>(
  choices: readonly (Choice | 'other')[],
): FieldReader<Choice | 'other'> {
  return (value, field) => {
    const words = text(value, field);
    return words.ok
      ? ok(choices.find((choice) => choice === words.value.trim().toLowerCase()) ?? 'other')
      : words;
  };
}

export const month: FieldReader<IsoMonth> = (value, field) =>
  typeof value === 'string' && isIsoMonth(value) && value > FIRST_YEAR
    ? ok(value)
    : refuse('CALCULATION_MONTH', { field });

/** A Gregorian date that has come. */
export function pastDate(today: IsoDate): FieldReader<IsoDate> {
  return (value, field) => {
    if (typeof value !== 'string' || !isIsoDate(value) || value < FIRST_YEAR)
      return refuse('CALCULATION_DATE', { field });
    return value > today ? refuse('CALCULATION_DATE_FUTURE', { field, today }) : ok(value);
  };
}

/** What a field is where it is not given. */
export function optional<T, Absent>(read: FieldReader<T>, absent: Absent): FieldReader<T | Absent> {
  return (value, field) => (value === undefined ? ok(absent) : read(value, field));
}

export function listOf<T>(read: FieldReader<T>): FieldReader<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) return refuse('CALCULATION_LIST', { field });
    const items: T[] = [];
    for (const [at, item] of (value as readonly unknown[]).entries()) {
      const known = read(item, `${field}[${at}]`);
      if (!known.ok) return known;
      items.push(known.value);
    }
    return ok(items);
  };
}

/**
 * Exactly these fields, read in their order; what is not among them is refused, since a sum would be made without it.
 * Fields that come out as undefined are left out.
 */
export function shape<T extends object>(fields: {
  readonly [Key in keyof T]-?: FieldReader<T[Key]>;
}): FieldReader<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('CALCULATION_OBJECT', { field });
    const prefix = field === '' ? '' : `${field}.`;
    const given = new Map<string, unknown>(Object.entries(value));
    for (const name of given.keys())
      if (!Object.hasOwn(fields, name))
        return refuse('CALCULATION_FIELD_UNKNOWN', { field: `${prefix}${name}` });
    const kept: Partial<T> = {};
    for (const key of keys) {
      const at = `${prefix}${key}`;
      const read = fields[key](given.get(key), at);
      if (!read.ok)
        return given.get(key) === undefined
          ? refuse('CALCULATION_FIELD_MISSING', { field: at })
          : read;
      if (read.value !== undefined) kept[key] = read.value;
    }
    return ok(kept as T);
  };
}
