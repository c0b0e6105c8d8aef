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
});
