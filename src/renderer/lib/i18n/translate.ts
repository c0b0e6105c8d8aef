import { formatNumber, type Digits } from '../format/numbers.ts';
import type { Language } from '../settings-store.ts';
import { catalogs, type Key } from './catalogs.ts';
import type { Message } from './messages.ts';

export type TextValue = string | number;
type Values<Value> = Readonly<Record<string, Value>>;

const pluralRules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') } as const;

/** The message of a key; undefined for a key that only run time can name and no catalogue holds. */
export function messageOf(language: Language, key: string): Message | undefined {
  const dot = key.indexOf('.');
  const area: Readonly<Record<string, Message>> | undefined = areaOf(language, key.slice(0, dot));
  const name = key.slice(dot + 1);
  return area !== undefined && Object.hasOwn(area, name) ? area[name] : undefined;
}

function areaOf(language: Language, area: string): Readonly<Record<string, Message>> | undefined {
  const areas: Readonly<Record<string, Readonly<Record<string, Message>>>> = catalogs[language];
  return Object.hasOwn(areas, area) ? areas[area] : undefined;
}

/** Chooses the plural form by the value named `n`. */
export function textOf(language: Language, message: Message, count: unknown): string {
  if (typeof message === 'string') return message;
  const category = pluralRules[language].select(typeof count === 'number' ? Math.abs(count) : 0);
  const forms: Readonly<Record<string, string | undefined>> = { ...message };
  return forms[category] ?? message.other;
}

/** Splits `"{paid} of {due}"` into its texts and names, in order. */
export function partsOf(text: string): readonly ({ text: string } | { name: string })[] {
  return text
    .split(/(\{[A-Za-z]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{[A-Za-z]+\}$/.test(part) ? { name: part.slice(1, -1) } : { text: part }));
}

export function translate(
  language: Language,
  digits: Digits,
  key: Key | (string & {}),
  values: Values<TextValue> = {},
): string {
  const message = messageOf(language, key);
  if (message === undefined) return key;
  return fill(textOf(language, message, values['n']), language, digits, values);
}

/** Puts the values in their braces: numbers in the officer's digits, everything isolated that needs it. */
export function fill(
  text: string,
  language: Language,
  digits: Digits,
  values: Values<TextValue>,
): string {
  return partsOf(text)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = values[part.name];
      if (value === undefined) return '…';
      return isolate(typeof value === 'number' ? formatNumber(value, digits) : value, language);
    })
    .join('');
}

/**
 * Wraps what the bidirectional algorithm would tear apart in a sentence (`2026-031274`, `+660.00`, Latin in
 * Arabic, Arabic in English) in an isolate; plain digits and same-script words stay untouched.
 */
export function isolate(value: string, language: Language): string {
  const breaks =
    language === 'ar'
      ? /[A-Za-z]/.test(value) || (/[\d٠-٩]/.test(value) && /[-+−*•:()]/.test(value))
      : /[\u0590-\u08ff]/.test(value);
  if (!breaks) return value;
  return /[\u0590-\u08ff]/.test(value) && !/^[٠-٩]/.test(value)
    ? `\u2068${value}\u2069`
    : `\u2066${value}\u2069`;
}
