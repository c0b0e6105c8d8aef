import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { amountInWords } from './amount-words.ts';
import { DAY, HALALA, RIYAL, WORKING_DAY, countedWords } from './counted-words.ts';

const RIYALS: readonly (readonly [number, string])[] = [
  [0, 'صفر ريال'],
  [1, 'ريال واحد'],
  [2, 'ريالان'],
  [3, 'ثلاثة ريالات'],
  [8, 'ثمانية ريالات'],
  [10, 'عشرة ريالات'],
  [11, 'أحد عشر ريالاً'],
  [12, 'اثنا عشر ريالاً'],
  [18, 'ثمانية عشر ريالاً'],
  [20, 'عشرون ريالاً'],
  [21, 'واحد وعشرون ريالاً'],
  [22, 'اثنان وعشرون ريالاً'],
  [99, 'تسعة وتسعون ريالاً'],
  [100, 'مئة ريال'],
  [101, 'مئة ريال وريال واحد'],
  [102, 'مئة ريال وريالان'],
  [103, 'مئة وثلاثة ريالات'],
  [111, 'مئة وأحد عشر ريالاً'],
  [200, 'مئتا ريال'],
  [250, 'مئتان وخمسون ريالاً'],
  [300, 'ثلاثمئة ريال'],
  [660, 'ستمئة وستون ريالاً'],
  [999, 'تسعمئة وتسعة وتسعون ريالاً'],
  [1000, 'ألف ريال'],
  [1001, 'ألف ريال وريال واحد'],
  [1320, 'ألف وثلاثمئة وعشرون ريالاً'],
  [2000, 'ألفا ريال'],
  [2500, 'ألفان وخمسمئة ريال'],
  [3000, 'ثلاثة آلاف ريال'],
  [11000, 'أحد عشر ألف ريال'],
  [11500, 'أحد عشر ألفاً وخمسمئة ريال'],
  [100000, 'مئة ألف ريال'],
  [102000, 'مئة ألف وألفا ريال'],
  [200000, 'مئتا ألف ريال'],
  [1000000, 'مليون ريال'],
  [2000000, 'مليونا ريال'],
  [3045010, 'ثلاثة ملايين وخمسة وأربعون ألفاً وعشرة ريالات'],
];

const HALALAS: readonly (readonly [number, string])[] = [
  [1, 'هللة واحدة'],
  [2, 'هللتان'],
  [3, 'ثلاث هللات'],
  [8, 'ثماني هللات'],
  [10, 'عشر هللات'],
  [11, 'إحدى عشرة هللة'],
  [12, 'اثنتا عشرة هللة'],
  [18, 'ثماني عشرة هللة'],
  [21, 'إحدى وعشرون هللة'],
  [22, 'اثنتان وعشرون هللة'],
  [28, 'ثمانٍ وعشرون هللة'],
  [50, 'خمسون هللة'],
  [99, 'تسع وتسعون هللة'],
];

// prettier-ignore
const VALUES: Readonly<Record<string, number>> = {
  واحد: 1, واحدة: 1, إحدى: 1, أحد: 1, اثنا: 2, اثنتا: 2, اثنان: 2, اثنتان: 2,
  ثلاثة: 3, ثلاث: 3, أربعة: 4, أربع: 4, خمسة: 5, خمس: 5, ستة: 6, ست: 6, سبعة: 7, سبع: 7,
  ثمانية: 8, ثماني: 8, ثمانٍ: 8, تسعة: 9, تسع: 9, عشرة: 10, عشر: 10,
  عشرون: 20, ثلاثون: 30, أربعون: 40, خمسون: 50, ستون: 60, سبعون: 70, ثمانون: 80, تسعون: 90,
  مئة: 100, مئتا: 200, مئتان: 200, ثلاثمئة: 300, أربعمئة: 400, خمسمئة: 500, ستمئة: 600,
  سبعمئة: 700, ثمانمئة: 800, تسعمئة: 900,
};

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:ألف|ألفاً|ألفا|ألفان|آلاف)$/, 1e3],
  [/^(?:مليون|مليوناً|مليونا|مليونان|ملايين)$/, 1e6],
  [/^(?:مليار|ملياراً|مليارا|ملياران|مليارات)$/, 1e9],
];

/** Reads the words back, in the plain way of a clerk adding up: a second opinion on the writer. */
function valueOf(words: string, noun: RegExp, dual: RegExp): number {
  let total = 0;
  let group = 0;
  for (const written of words.split(' ')) {
    const word = VALUES[written] === undefined ? written.replace(/^و/, '') : written;
    const scale = SCALES.find(([pattern]) => pattern.test(word))?.[1];
    const value = VALUES[word];
    if (scale !== undefined) {
      const two = /(?:فا|فان|نا|نان|را|ران)$/.test(word);
      total += (two ? group + 2 : group || 1) * scale;
      group = 0;
    } else if (value !== undefined) {
      group += value;
    } else if (dual.test(word)) {
      group += 2;
    } else if (noun.test(word)) {
      // The noun after `مئة ريال و` counts one more by itself: its واحد follows.
    } else {
      throw new Error(`Not a number word: ${word}`);
    }
  }
  return total + group;
}

describe('amounts in words', () => {
  test.each(RIYALS)('%d riyals are %s', (riyals, words) => {
    expect(amountInWords(halalas(riyals * 100))).toBe(words);
  });

  test.each(HALALAS)('%d halalas are %s', (amount, words) => {
    expect(amountInWords(halalas(amount))).toBe(words);
  });

  it('joins riyals and halalas', () => {
    expect(amountInWords(halalas(132050))).toBe('ألف وثلاثمئة وعشرون ريالاً وخمسون هللة');
    expect(amountInWords(halalas(201))).toBe('ريالان وهللة واحدة');
  });

  it('follows the case of the sentence', () => {
    expect(amountInWords(halalas(225000), 'genitive')).toBe('ألفين ومئتين وخمسين ريالاً');
    expect(amountInWords(halalas(20000), 'accusative')).toBe('مئتي ريال');
    expect(amountInWords(halalas(1200), 'genitive')).toBe('اثني عشر ريالاً');
    expect(amountInWords(halalas(28), 'accusative')).toBe('ثمانياً وعشرين هللة');
    expect(amountInWords(halalas(28), 'genitive')).toBe('ثمانٍ وعشرين هللة');
    expect(amountInWords(halalas(100), 'accusative')).toBe('ريالاً واحداً');
    expect(amountInWords(halalas(1), 'accusative')).toBe('هللة واحدة');
    expect(amountInWords(halalas(2100), 'accusative')).toBe('واحداً وعشرين ريالاً');
    expect(amountInWords(halalas(2100), 'genitive')).toBe('واحد وعشرين ريالاً');
    expect(amountInWords(halalas(2121), 'accusative')).toBe('واحداً وعشرين ريالاً وإحدى وعشرين هللة');
    expect(amountInWords(halalas(132_000), 'accusative')).toBe('ألفاً وثلاثمئة وعشرين ريالاً');
    expect(amountInWords(halalas(100_000), 'accusative')).toBe('ألف ريال');
    expect(amountInWords(halalas(100_100), 'accusative')).toBe('ألف ريال وريالاً واحداً');
    expect(amountInWords(halalas(10_150_000), 'accusative')).toBe('مئة ألف وألفاً وخمسمئة ريال');
    expect(amountInWords(halalas(100_050_000), 'accusative')).toBe('مليوناً وخمسمئة ريال');
    expect(countedWords(1, DAY, 'accusative')).toBe('يوماً واحداً');
    expect(countedWords(1, WORKING_DAY, 'accusative')).toBe('يوم عمل واحداً');
    expect(countedWords(30, DAY, 'accusative')).toBe('ثلاثين يوماً');
    expect(countedWords(10, DAY, 'genitive')).toBe('عشرة أيام');
  });

  it('counts working days', () => {
    expect(countedWords(30, WORKING_DAY, 'accusative')).toBe('ثلاثين يوم عمل');
    expect(countedWords(10, WORKING_DAY, 'accusative')).toBe('عشرة أيام عمل');
    expect(countedWords(2, WORKING_DAY, 'accusative')).toBe('يومي عمل');
    expect(countedWords(60, WORKING_DAY, 'accusative')).toBe('ستين يوم عمل');
  });

  it('refuses what has no words', () => {
    expect(() => amountInWords(halalas(-1))).toThrow(RangeError);
    expect(() => countedWords(1.5, RIYAL)).toThrow(RangeError);
    expect(() => countedWords(1e15, RIYAL)).toThrow(RangeError);
  });

  it('reads back to the same number of riyals, whatever the number', () => {
    const anyCount = fc.oneof(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 999_999_999_999 }),
      fc.integer({ min: 1, max: 999_999 }).map((thousands) => thousands * 1000),
    );
    fc.assert(
      fc.property(anyCount, (count) => {
        const words = countedWords(count, RIYAL);
        expect(valueOf(words, /^ريال(?:اً|ات)?$/, /^ريالا(?:ن)?$/)).toBe(count);
      }),
      { numRuns: 2000 },
    );
    for (let count = 1; count < 2200; count += 1) {
      const words = countedWords(count, HALALA);
      expect(valueOf(words, /^هلل(?:ة|ات)$/, /^هللتا(?:ن)?$/)).toBe(count);
    }
  });

  it('writes neither two spaces nor an empty word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (amount) => {
        expect(amountInWords(halalas(amount))).toMatch(/^\p{L}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+)*$/u);
      }),
    );
  });
});
