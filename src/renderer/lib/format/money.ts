import {
  formatHalalas,
  halalas,
  MAX_HALALAS,
  type Halalas,
} from '../../../domain/shared/halalas.ts';
import { inDigits, toLatinDigits, type Digits } from './numbers.ts';

/** 132000 -> `1,320.00`; with `signed` also `+660.00`; negatives with a true minus sign. */
export function formatMoney(amount: Halalas, digits: Digits, signed = false): string {
  const text = formatHalalas(amount).replace('-', '−');
  return inDigits(signed && amount > 0 ? `+${text}` : text, digits);
}

/** What an officer typed -> halalas: `1,320`, `1320.5`, `١٬٣٢٠٫٠٠`. Null when it is no amount in riyals. */
export function parseMoney(text: string): Halalas | null {
  const plain = toLatinDigits(text.trim()).replaceAll(',', '').replace('−', '-');
  const match = /^(-?)(\d{1,14})(?:\.(\d{0,2}))?$/.exec(plain);
  if (match === null) return null;
  const [, sign, riyals, rest] = match;
  const amount = Number(riyals) * 100 + Number((rest ?? '').padEnd(2, '0'));
  if (amount >= MAX_HALALAS) return null;
  return halalas(sign === '-' && amount !== 0 ? -amount : amount);
}
