import { describe, expect, it } from 'vitest';
import { catalogs } from './catalogs.ts';
import type { Message } from './messages.ts';
import { partsOf, translate } from './translate.ts';
import { translatorOf } from './use-t.ts';

const areas = Object.keys(catalogs.ar) as (keyof typeof catalogs.ar)[];
const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.entries(message).map(([, text]) => String(text));
const namesOf = (message: Message): string[] =>
  [
    ...new Set(
      textsOf(message)
        .flatMap(partsOf)
        .flatMap((part) => ('name' in part ? part.name : [])),
    ),
  ]
    .filter((name) => name !== 'n')
    .toSorted();

describe('catalogues', () => {
  it.each(areas)('of %s say the same things in Arabic and English', (area) => {
    const arabic: Readonly<Record<string, Message>> = catalogs.ar[area];
    const english: Readonly<Record<string, Message>> = catalogs.en[area];
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(arabic).toSorted());
    for (const [key, message] of Object.entries(arabic)) {
      expect(namesOf(english[key] ?? ''), `${area}.${key}`).toEqual(namesOf(message));
      expect(
        textsOf(message).every((text) => text.trim() !== ''),
        `${area}.${key}`,
      ).toBe(true);
    }
  });
});

describe('sentences', () => {
  const ar = translatorOf('ar', 'latn');
  const en = translatorOf('en', 'latn');

  it.each([
    [1, 'غداً'],
    [2, 'بعد يومين'],
    [3, 'بعد 3 أيام'],
    [10, 'بعد 10 أيام'],
    [11, 'بعد 11 يوماً'],
    [99, 'بعد 99 يوماً'],
    [100, 'بعد 100 يوم'],
    [103, 'بعد 103 أيام'],
  ])('count %d days as Arabic does', (n, words) => {
    expect(ar('ui.dueIn', { n })).toBe(words);
  });

  it('count days in English too', () => {
    expect(en('ui.overdueBy', { n: 1 })).toBe('1 day overdue');
    expect(en('ui.overdueBy', { n: 2 })).toBe('2 days overdue');
  });

  it('use the officer’s digits', () => {
    expect(translatorOf('ar', 'arab')('ui.dueIn', { n: 12 })).toBe('بعد ١٢ يوماً');
  });

  it('isolate a ticket, a signed amount and Latin words, which Arabic would tear apart', () => {
    const named = (name: string) => translate('ar', 'latn', 'shell.account', { name });
    expect(named('2026-031274')).toBe('حساب \u20662026-031274\u2069');
    expect(named('+660.00')).toBe('حساب \u2066+660.00\u2069');
    expect(named('camt.053.xml')).toBe('حساب \u2066camt.053.xml\u2069');
    expect(named('سارة الغامدي')).toBe('حساب سارة الغامدي');
    expect(named('23/11/2026')).toBe('حساب 23/11/2026');
  });

  it('isolate an Arabic name in an English sentence', () => {
    expect(translate('en', 'latn', 'shell.account', { name: 'سارة' })).toBe(
      'Account of \u2068سارة\u2069',
    );
  });

  it('show a missing value as an ellipsis and an unknown key as itself, never as a crash', () => {
    expect(translate('ar', 'latn', 'shell.account')).toBe('حساب …');
    expect(translate('ar', 'latn', 'nowhere.nothing')).toBe('nowhere.nothing');
    expect(ar.maybe('errors.SOMETHING_NEW')).toBeUndefined();
    expect(ar.maybe('errors.constructor')).toBeUndefined();
  });
});
