import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey } from './search-key.ts';

describe('a name in any spelling', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['إبراهيم آل سعد', 'ابراهيم السعد'],
    ['فَاطِمَة', 'فاطمه'],
    ['عبد الله', 'عبدالله'],
    ['آل عبد الله', 'العبدالله'],
    ['العبد الله', 'العبدالله'],
    ['هدى', 'هدي'],
    ['محـــمد', 'محمد'],
    ['١٠٢٠٣', '10203'],
  ])('%s is found as %s', (typed, written) => {
    expect(searchKey(typed)).toBe(searchKey(written));
  });

  it('is the same when folded twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });
});
