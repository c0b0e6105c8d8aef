import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GENERAL_ERRORS } from '../../contract/errors.ts';
import { errorWords } from './error-words.ts';
import { translatorOf } from './i18n/use-t.ts';

const ar = translatorOf('ar', 'latn');

describe('the words for a refusal', () => {
  it.each(GENERAL_ERRORS)('exist for %s', (code) => {
    expect(ar.maybe(`errors.${code}`)).toBeDefined();
  });

  it('carry the reference of the log line', () => {
    expect(errorWords(ar, { code: 'INTERNAL', details: { reference: 'E-2041' } })).toContain(
      'E-2041',
    );
  });

  it('fall back to one general sentence with the code for what nobody has words for', () => {
    expect(errorWords(ar, { code: 'SOMETHING_NEW' })).toContain('SOMETHING_NEW');
  });

  it('say days and months as the officer writes them', () => {
    expect(errorWords(ar, { code: 'CYCLE_CLOSED', details: { month: '2026-11' } })).toBe(
      'دورة نوفمبر 2026 مقفلة. لا تُعدّل.',
    );
    const at = '2026-11-22T06:15:00.000Z';
    expect(errorWords(ar, { code: 'LIST_ALREADY_IMPORTED', details: { at } })).toContain(
      '22/11/2026 09:15',
    );
  });

  it('leave out the sentence whose detail did not come', () => {
    expect(errorWords(ar, { code: 'BANK_FILE_TRUNCATED' })).toBe(
      'الملف مقطوع. نزّله من البنك مرة أخرى.',
    );
    expect(errorWords(ar, { code: 'BANK_FILE_TRUNCATED', details: { line: 48210 } })).toContain(
      'السطر 48,210',
    );
  });

  it('exist for every code that a rule or a use-case refuses with', () => {
    const wordless = codesRefusedWith().filter(
      (code) => (ar.maybe(`errors.${code}`) ?? ar.maybe(`cases.error.${code}`)) === undefined,
    );
    expect(wordless).toEqual([]);
  });
});

/** `refuse('CODE'` and `return 'CODE'` in the sources of the rules and use-cases. */
function codesRefusedWith(): readonly string[] {
  const source = path.join(import.meta.dirname, '../..');
  const files = ['domain', 'backend/app', 'main'].flatMap((layer) =>
    readdirSync(path.join(source, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .map((name) => path.join(source, layer, name)),
  );
  const codes = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:refuse(?:<[^>(]*>)?\(\s*|error: \{ code: |return (?:\{ code: )?)'([A-Z][A-Z_]{3,})'/g,
      ),
    ].map(([, code]) => code ?? ''),
  );
  return [...new Set(codes)].toSorted();
}
