import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** A value as it is kept, from anything; errors say what it must be. */
export type Read<T> = (value: unknown) => Result<T, Refusal>;

export function wholeBetween(min: number, max: number): Read<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? ok(value)
      : refuse('SETTING_NUMBER', { min, max });
}

/** One line of words; no control characters, since it is printed. */
export function line(min: number, max: number): Read<string> {
  return (value) => {
    if (typeof value !== 'string') return refuse('SETTING_SHAPE');
    const text = value.trim();
    const isPlain = !/\p{Cc}/u.test(text);
    return isPlain && text.length >= min && text.length <= max
      ? ok(text)
      : refuse('SETTING_WORDS', { min, max });
  };
}

export function yesOrNo(value: unknown): Result<boolean, Refusal> {
  return typeof value === 'boolean' ? ok(value) : refuse('SETTING_SHAPE');
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]): Read<Choice> {
  return (value) => {
    const chosen = choices.find((choice) => choice === value);
    return chosen === undefined ? refuse('SETTING_CHOICE') : ok(chosen);
  };
}

export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return refuse('SETTING_SHAPE');
    const items: T[] = [];
    for (const item of value as readonly unknown[]) {
      const known = read(item);
      if (!known.ok) return known;
      items.push(known.value);
    }
    return ok(items);
  };
}

/** Exactly these fields: what a setting does not know is dropped. */
export function shape<T extends object>(fields: {
  readonly [Key in keyof T]: Read<T[Key]>;
}): Read<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return refuse('SETTING_SHAPE');
    const given = new Map<string, unknown>(Object.entries(value));
    const kept: Partial<T> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const read = fields[key](given.get(key));
      if (!read.ok) return refuse(read.error.code, { ...read.error.details, field: key });
      kept[key] = read.value;
    }
    return ok(kept as T);
  };
}
