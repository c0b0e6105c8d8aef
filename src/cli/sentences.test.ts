import { describe, expect, it } from 'vitest';
import { BANK_FILE_ERROR_CODES } from '../backend/bank-files/bank-file-error.ts';
import { GENERAL_ERRORS } from '../contract/errors.ts';
import { sentenceFor } from './sentences.ts';
import { ar } from './sentences-ar.ts';
import { en } from './sentences-en.ts';

/** What only a window can meet. */
const NOT_HERE = new Set(['NOT_SIGNED_IN', 'UNKNOWN_OPERATION', 'BACKEND_STOPPED']);

describe('the words for a refusal', () => {
  it('are there for every code of a file and of any call', () => {
    const needed = [...BANK_FILE_ERROR_CODES, ...GENERAL_ERRORS].filter(
      (code) => !NOT_HERE.has(code),
    );
    expect(needed.filter((code) => !Object.hasOwn(en, code))).toEqual([]);
  });

  it('ask for the same details in both languages', () => {
    const places = (sentence: string) => new Set(sentence.match(/\{\w+\}/g));
    for (const code of Object.keys(en) as (keyof typeof en)[]) {
      expect(places(ar[code])).toEqual(places(en[code]));
    }
  });

  it('carry the line and the details, and the code itself where no sentence is known', () => {
    expect(sentenceFor('en', 'BANK_FILE_TRUNCATED', { line: 7 })).toContain('(line 7)');
    expect(sentenceFor('en', 'NO_BRANCH', { folder: '/data' })).toContain('/data');
    expect(sentenceFor('en', 'SOMETHING_NEW', {})).toContain('SOMETHING_NEW');
    expect(sentenceFor('ar', 'SOMETHING_NEW', {})).toContain('SOMETHING_NEW');
  });
});
