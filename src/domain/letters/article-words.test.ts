import { describe, expect, it, test } from 'vitest';
import { accordingTo, articleOrdinal, citeArticle } from './article-words.ts';

describe('articles cited in letters', () => {
  test.each([
    [1, 'الأولى'],
    [5, 'الخامسة'],
    [10, 'العاشرة'],
    [11, 'الحادية عشرة'],
    [12, 'الثانية عشرة'],
    [19, 'التاسعة عشرة'],
    [20, 'العشرين'],
    [21, 'الحادية والعشرين'],
    [28, 'الثامنة والعشرين'],
    [99, 'التاسعة والتسعين'],
  ])('article %d is %s', (article, words) => {
    expect(articleOrdinal(article)).toBe(words);
  });

  it('names the document and the paragraph', () => {
    expect(citeArticle('LAW 9/2')).toBe('الفقرة (2) من المادة (التاسعة) من نظام الضمان الاجتماعي');
    expect(accordingTo('REG 28')).toBe(
      'وفقاً للمادة (الثامنة والعشرين) من اللائحة التنفيذية لنظام الضمان الاجتماعي',
    );
    expect(accordingTo('LAW 9/2')).toMatch(/^وفقاً للفقرة \(2\)/);
  });

  it("keeps an administrator's own words", () => {
    expect(accordingTo('قرار مجلس الوزراء رقم (79)')).toBe('وفقاً لقرار مجلس الوزراء رقم (79)');
    expect(accordingTo('المادة الثالثة')).toBe('وفقاً للمادة الثالثة');
  });

  it('knows no article beyond the ninety-ninth', () => {
    expect(() => articleOrdinal(100)).toThrow(RangeError);
    expect(() => articleOrdinal(0)).toThrow(RangeError);
  });
});
