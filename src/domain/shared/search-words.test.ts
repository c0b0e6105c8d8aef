import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey } from './search-key.ts';
import { askedWords, indexedWords, isOneSlip, unfinishedWord } from './search-words.ts';

describe('a word of a name', () => {
  it.each([
    ['القحطاني', 'قحطاني'],
    ['آل سعد', 'سعد'],
    ['عبد الله', 'عبدالله'],
    ['آلاء', 'الا'],
    ['فاطمة فاطمه', 'فاطمه'],
  ])('«%s» is kept as «%s»', (text, kept) => {
    expect(indexedWords(text)).toEqual([kept]);
  });

  it('that is not finished may begin with an article or with itself', () => {
    expect(unfinishedWord('الها')).toEqual(['الها', 'ها']);
    expect(unfinishedWord('القحط')).toEqual(['قحط']);
    expect(unfinishedWord('الق')).toEqual(['الق']);
    expect(unfinishedWord('سعد')).toEqual(['سعد']);
  });

  it('is asked for without what links it to others', () => {
    expect(askedWords(['سعد', 'بن', 'فهد'])).toEqual(['سعد', 'فهد']);
    expect(askedWords(['سعد', 'بن'])).toEqual(['سعد']);
    expect(askedWords(['بن'])).toEqual(['بن']);
  });
});

describe('a slip', () => {
  it.each([
    ['قحطاني', 'قحطني'],
    ['قحطاني', 'قحتاني'],
    ['قحطاني', 'قحطاتني'],
    ['قحطاني', 'قطحاني'],
    ['سعد', 'سعد'],
  ])('%s is as good as %s', (word, typed) => {
    expect(isOneSlip(word, typed)).toBe(true);
    expect(isOneSlip(typed, word)).toBe(true);
  });

  it.each([
    ['قحطاني', 'قحني'],
    ['سعد', 'فهد'],
    ['محمد', 'حمود'],
  ])('makes no %s of %s', (word, other) => {
    expect(isOneSlip(word, other)).toBe(false);
  });

  it('is one letter left out, wherever it stood', () => {
    fc.assert(
      fc.property(fc.constantFrom('عبدالرحمن', 'القحطاني', 'محمد'), fc.nat(8), (word, place) => {
        const typed = [...word].filter((_, at) => at !== place % word.length).join('');
        expect(isOneSlip(searchKey(word), searchKey(typed))).toBe(true);
      }),
    );
  });
});
