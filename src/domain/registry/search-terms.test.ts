import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';

describe('what may be meant by', () => {
  it.each([
    ['1080000019', { nationalIdPrefix: '1080000019', ibanEnd: '1080000019', phonePrefix: null }],
    ['١٠٨٠', { nationalIdPrefix: '1080', ibanEnd: '1080' }],
    ['SA03 8000 0000 6080 1016 7519', { ibanPrefix: 'SA0380000000608010167519', ibanEnd: null }],
    ['7519', { ibanEnd: '7519', nationalIdPrefix: null, namePrefix: null }],
    ['0551234567', { phonePrefix: '551234567' }],
    ['+966 55 123 4567', { phonePrefix: '551234567' }],
    ['عبد الله أحمد', { words: ['عبدالله', 'احمد'], namePrefix: 'عبدالله احمد', ibanEnd: null }],
    ['2026-031274', { words: ['2026', '031274'] }],
  ])('«%s»', (text, terms) => {
    expect(searchTerms(text)).toMatchObject(terms);
  });

  it('blanks and marks alone mean nothing', () => {
    for (const text of ['', '   ', '—…', 'ء']) expect(searchTerms(text).words).toEqual([]);
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(searchTerms(text).words.every((word) => word !== '')).toBe(true);
      }),
    );
  });
});
