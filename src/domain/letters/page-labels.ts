import type { DigitShape } from './letter-model.ts';
import { shapeDigits } from './digits.ts';

/** `صفحة 1 من 2`, above the bottom of the frame of each page. */
export function pageLabel(page: number, pages: number, digits: DigitShape): string {
  return shapeDigits(`صفحة ${page} من ${pages}`, digits);
}

/** Head of the second and later pages, so that a loose sheet can be told. */
export function continuationLabel(number: string): string {
  return `تابع الخطاب رقم: ${number}`;
}

/** Marks the room for the branch's stamp beside the signature. */
export const STAMP_LABEL = 'الختم';
