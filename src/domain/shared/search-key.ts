const FOLDS: ReadonlyMap<string, string> = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ة', 'ه'],
  ['ء', ''],
  ['ـ', ''],
]);

const TASHKEEL = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/gu;
const ARABIC_INDIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/gu;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;

/** Arabic-Indic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(ARABIC_INDIC_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * One spelling for all spellings of a name: hamza forms, taa marbuta, alef maqsura, tashkeel, tatweel and
 * digits are folded, «عبد الله» and «عبدالله» are one word, and words are separated by one space.
 */
export function searchKey(text: string): string {
  const folded = latinDigits(text.normalize('NFKC').toLowerCase())
    .replace(TASHKEEL, '')
    .replace(/./gu, (letter) => FOLDS.get(letter) ?? letter)
    .replace(NOT_A_WORD, ' ')
    .trim();
  return folded.replace(
    /(^| )((?:(?:عبد|العبد|ابو|ام|بو|ال) )+)(?=\p{L})/gu,
    (_all, before: string, particles: string) => before + particles.replaceAll(' ', ''),
  );
}
