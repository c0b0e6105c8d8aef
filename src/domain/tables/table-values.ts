import { hijriToGregorian } from '../shared/hijri.ts';
import { latinDigits } from '../shared/search-key.ts';
import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { DateOrder, NumberSigns } from './table-layout.ts';

const MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;
const CURRENCY =
  /^(?:SAR|SR|ر\.?\s?س\.?|ريال(?:\s?سعودي)?|﷼|\u20C1)\s*|\s*(?:SAR|SR|ر\.?\s?س\.?|ريال(?:\s?سعودي)?|﷼|\u20C1)$/giu;
/** Nothing in it needs another look: most amounts by far. */
const ASCII_AMOUNT = /^[\d.,]{1,40}$/;
const PLAIN = /^\d{1,24}(?:\.\d{1,17})?$/;

export interface SignedAmount {
  /** Plain decimal text, never negative. */
  readonly amount: string;
  readonly isNegative: boolean;
}

/**
 * An amount as a bank's table writes it (`1,320.00`, `١٬٣٢٠٫٠٠`, `(50.00)`, `1320-`, `SAR 5`), by the signs that the mapping
 * names; null for anything else. Groups are whole groups of three, so `1,32` and, without a thousands sign, `1,320` are
 * refused rather than guessed.
 */
export function parseTableAmount(
  text: string,
  { decimalSign, thousandsSign }: NumberSigns,
): SignedAmount | null {
  const group = thousandsSign === 'none' ? null : thousandsSign;
  let rest = ASCII_AMOUNT.test(text) ? text : withoutMarks(text, decimalSign, group);
  let isNegative = false;
  const signed = /^\((.+)\)$|^-\s*(.+)$|^(.+?)\s*-$/.exec(rest);
  if (signed) {
    isNegative = true;
    rest = signed[1] ?? signed[2] ?? signed[3] ?? '';
  } else if (rest.startsWith('+')) rest = rest.slice(1).trim();
  const [whole = '', fraction, ...more] = rest.split(decimalSign);
  if (more.length > 0) return null;
  const digits = group !== null && whole.includes(group) ? ungrouped(whole, group) : whole;
  if (digits === null) return null;
  const amount = fraction === undefined ? digits : `${digits}.${fraction}`;
  return PLAIN.test(amount) ? { amount, isNegative } : null;
}

/** Direction marks, Arabic digits and signs, and the riyal's name, as plain text. */
function withoutMarks(text: string, decimalSign: string, group: string | null): string {
  return latinDigits(text.replace(MARKS, '').replace(/[\u00A0\u202F]/g, ' '))
    .replaceAll('\u066B', decimalSign)
    .replaceAll('\u066C', group ?? '\u066C')
    .trim()
    .replace(CURRENCY, '')
    .replaceAll('−', '-')
    .trim();
}

function ungrouped(whole: string, group: string): string | null {
  const [first = '', ...groups] = whole.split(group);
  if (!/^\d{1,3}$/.test(first) || !groups.every((part) => /^\d{3}$/.test(part))) return null;
  return first + groups.join('');
}

/** A calendar date in the order that the mapping names, with any separator, and a time behind it left out; else null. */
export function parseTableDate(text: string, order: DateOrder): IsoDate | null {
  const parts = tableDateParts(text, order);
  if (parts === null) return null;
  const { year, month, day } = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A Hijri year would be a date of long ago.
  return Number(year) >= 1900 && isIsoDate(iso) ? iso : null;
}

/** The same of a register that may write either calendar: years that only the Hijri has are read in it (Umm al-Qura). */
export function parseEitherDate(text: string, order: DateOrder): IsoDate | null {
  const parts = tableDateParts(text, order);
  if (parts === null || Number(parts.year) >= 1900) return parseTableDate(text, order);
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  return hijriToGregorian({ year, month, day });
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Four digits of a year, one or two of month and day, of whichever calendar; null for anything else. */
function tableDateParts(text: string, order: DateOrder): DateParts | null {
  const plain = latinDigits(text.replace(MARKS, '')).trim();
  const date = /^(\S+?)(?:[T ]\d{1,2}:.*)?$/.exec(plain)?.[1] ?? '';
  const parts = date.split(/[-/.]/);
  const [first = '', second = '', third = ''] = parts.length === 3 ? parts : compact(date, order);
  const [year, month, day] =
    order === 'ymd'
      ? [first, second, third]
      : order === 'dmy'
        ? [third, second, first]
        : [third, first, second];
  const isPlain = /^\d{4}$/.test(year) && [month, day].every((part) => /^\d{1,2}$/.test(part));
  return isPlain ? { year, month, day } : null;
}

function compact(date: string, order: DateOrder): string[] {
  if (!/^\d{8}$/.test(date)) return [];
  const at = order === 'ymd' ? [4, 6] : [2, 4];
  return [date.slice(0, at[0]), date.slice(at[0], at[1]), date.slice(at[1])];
}
