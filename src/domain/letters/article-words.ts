const ONES = [
  '',
  'الأولى',
  'الثانية',
  'الثالثة',
  'الرابعة',
  'الخامسة',
  'السادسة',
  'السابعة',
  'الثامنة',
  'التاسعة',
  'العاشرة',
];
const TENS = [
  '',
  '',
  'العشرين',
  'الثلاثين',
  'الأربعين',
  'الخمسين',
  'الستين',
  'السبعين',
  'الثمانين',
  'التسعين',
];

const REGULATION = 'اللائحة التنفيذية لنظام الضمان الاجتماعي';
const LAW = 'نظام الضمان الاجتماعي';
const CODE = /^(REG|LAW) ([1-9]\d?)(?:\/([1-9]\d?))?$/;

/** The ordinal of an article in the genitive, as after المادة: 28 is الثامنة والعشرين. */
export function articleOrdinal(article: number): string {
  if (!Number.isInteger(article) || article < 1 || article > 99) {
    throw new RangeError(`No ordinal for the article ${article}`);
  }
  const unit = article % 10;
  const ten = Math.floor(article / 10);
  if (article <= 10) return ONES[article] ?? '';
  if (unit === 0) return TENS[ten] ?? '';
  const one = unit === 1 ? 'الحادية' : ONES[unit];
  return ten === 1 ? `${one} عشرة` : `${one} و${TENS[ten]}`;
}

/**
 * An article as letters cite it: `REG 12` is المادة (الثانية عشرة) من اللائحة التنفيذية لنظام الضمان
 * الاجتماعي, `LAW 9/2` names the paragraph. Any other text is an administrator's own and is kept.
 */
export function citeArticle(code: string): string {
  const parts = CODE.exec(code);
  if (!parts) return code;
  const [, source, article, paragraph] = parts;
  const document = source === 'REG' ? REGULATION : LAW;
  const cited = `المادة (${articleOrdinal(Number(article))}) من ${document}`;
  return paragraph === undefined ? cited : `الفقرة (${paragraph}) من ${cited}`;
}

/** `وفقاً للمادة (…) من …`, after a statement that rests on it. */
export function accordingTo(code: string): string {
  const cited = citeArticle(code);
  return `وفقاً ${cited.startsWith('ال') ? cited.replace(/^ال/, 'لل') : `ل${cited}`}`;
}

/** `REG 10/5` for the narrow column of a table: المادة 10/5 من اللائحة. What is no article is kept. */
export function shortCitation(code: string): string {
  const named = /^(REG|LAW) (\d+(?:\/\d+)*)$/.exec(code);
  if (!named) return code;
  const [, source, article] = named;
  return `المادة ${article} من ${source === 'REG' ? 'اللائحة' : 'النظام'}`;
}
