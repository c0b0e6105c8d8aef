import { formatHalalas, type Halalas } from '../shared/halalas.ts';
import {
  formatGregorian,
  formatHijri,
  formatHijriLong,
  formatLetterDate,
  gregorianToHijri,
} from '../shared/hijri.ts';
import { isolate } from '../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { amountInWords } from './amount-words.ts';
import { isolateFigures, isolateIban } from './isolate-figures.ts';
import { oneLine } from './legal-phrases.ts';
import { monthName } from './months-phrase.ts';
import type { FieldType } from './template-fields.ts';

/**
 * A value as the letter prints it, its figures in their own order.
 * @param format One of the type's formats; null for the first.
 * @throws Error for a value that cannot be printed: templates are checked when they are saved.
 */
export function fieldText(type: FieldType, value: string | number, format: string | null): string {
  switch (type) {
    case 'text':
      return isolateFigures(oneLine(String(value)));
    case 'phrase':
      return String(value);
    case 'code':
      return isolate(String(value));
    case 'iban':
      return isolateIban(String(value));
    case 'number':
      return String(value);
    case 'date':
      return dateText(value as IsoDate, format);
    case 'month':
      return monthName(value as IsoMonth);
    case 'amount':
      return amountText(value as Halalas, format);
    case 'balance':
      return figures(value as Halalas);
    case 'flag':
    case 'gender':
    case 'list':
      throw new Error(`A ${type} is not printed`);
  }
}

function dateText(date: IsoDate, format: string | null): string {
  switch (format) {
    case 'hijri':
      return formatHijri(gregorianToHijri(date));
    case 'hijriLong':
      return formatHijriLong(gregorianToHijri(date));
    case 'gregorian':
      return formatGregorian(date);
    default:
      return formatLetterDate(date);
  }
}

/**
 * `both` is `(1,320.00) ألف وثلاثمئة وعشرون ريالاً`; `full` closes the amount against additions. What is below zero has
 * figures alone: no words are made for it.
 */
function amountText(amount: Halalas, format: string | null): string {
  if (amount < 0) return figures(amount);
  switch (format) {
    case 'figures':
      return figures(amount);
    case 'words':
      return amountInWords(amount, 'nominative');
    case 'wordsGenitive':
      return amountInWords(amount, 'genitive');
    case 'wordsAccusative':
      return amountInWords(amount, 'accusative');
    case 'bothGenitive':
      return `(${figures(amount)}) ${amountInWords(amount, 'genitive')}`;
    case 'bothAccusative':
      return `(${figures(amount)}) ${amountInWords(amount, 'accusative')}`;
    case 'full':
      return `(${figures(amount)}) ريال، فقط ${amountInWords(amount, 'nominative')} لا غير`;
    default:
      return `(${figures(amount)}) ${amountInWords(amount, 'nominative')}`;
  }
}

function figures(amount: Halalas): string {
  const text = formatHalalas(amount);
  return amount < 0 ? isolate(text) : text;
}
