import { useMemo } from 'react';
import type { Digits } from '../format/numbers.ts';
import { useSettings, type Language } from '../settings-store.ts';
import type { ContentOf, Key } from './catalogs.ts';
import type { ValuesOf } from './messages.ts';
import { messageOf, translate, type TextValue } from './translate.ts';

/**
 * `t('complaints.title')`, `t('ui.dueIn', { n: 3 })`: keys and the names between their braces are checked by the
 * compiler. `t.maybe(key, values)` is for keys that only run time knows (error codes, reason codes).
 */
export interface Translate {
  <K extends Key>(key: K, ...values: ValuesOf<ContentOf<K>, TextValue>): string;
  readonly maybe: (key: string, values?: Readonly<Record<string, TextValue>>) => string | undefined;
  readonly language: Language;
  readonly digits: Digits;
}

export function translatorOf(language: Language, digits: Digits): Translate {
  const t = (key: Key, values?: Readonly<Record<string, TextValue>>): string =>
    translate(language, digits, key, values);
  return Object.assign(t, {
    language,
    digits,
    maybe: (key: string, values?: Readonly<Record<string, TextValue>>) =>
      messageOf(language, key) === undefined ? undefined : translate(language, digits, key, values),
  });
}

export function useT(): Translate {
  const language = useSettings((settings) => settings.language);
  const digits = useSettings((settings) => settings.digits);
  return useMemo(() => translatorOf(language, digits), [language, digits]);
}
