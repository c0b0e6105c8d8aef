import { halalas, MAX_HALALAS, type Halalas } from '../shared/halalas.ts';
import { latinDigits } from '../shared/search-key.ts';

/**
 * Exact decimal amounts as banks write them. Files carry up to five decimals (and header sums up to seventeen), so an
 * amount stays text or a scaled bigint until it is proven to be whole halalas.
 */

/** `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

const PLAIN_DECIMAL = /^([+-]?)(\d{1,24})(?:\.(\d{0,17}))?$/;

/** Reads plain decimal text (`-12.50`, `7`, `3.`); null for anything else, exponents and separators included. */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2] ?? ''}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

const POWERS = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

const rescale = (value: Decimal, scale: number): bigint =>
  value.scale === scale ? value.units : value.units * (POWERS[scale - value.scale] ?? 1n);

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: rescale(left, scale) + rescale(right, scale), scale };
}

export const negate = (value: Decimal): Decimal => ({ units: -value.units, scale: value.scale });

export function decimalsEqual(left: Decimal, right: Decimal): boolean {
  const scale = Math.max(left.scale, right.scale);
  return rescale(left, scale) === rescale(right, scale);
}

/** Plain decimal text, with at least two decimals: `200000.00`, `-0.00001`. */
export function formatDecimal(value: Decimal): string {
  const scale = Math.max(value.scale, 2);
  const units = rescale(value, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}.${digits.slice(digits.length - scale)}`;
}

/**
 * Whole halalas of an amount in riyals, or null when it is not exact in halalas (`1.005`), negative, or beyond 2^51.
 * Trailing zeros are exact: `1320.00000` is 132000 halalas.
 */
export function decimalToHalalas(text: string): Halalas | null {
  const short = /^(\d{1,12})(?:\.(\d{2}))?$/.exec(text);
  if (short) return halalas(Number(short[1]) * 100 + Number(short[2] ?? 0));
  const value = parseDecimal(text);
  if (!value || value.units < 0n) return null;
  if (value.scale <= 2) return safeHalalas(rescale(value, 2));
  const divisor = POWERS[value.scale - 2] ?? 1n;
  return value.units % divisor === 0n ? safeHalalas(value.units / divisor) : null;
}

const safeHalalas = (units: bigint): Halalas | null =>
  units < BigInt(MAX_HALALAS) ? halalas(Number(units)) : null;

/** Sums per currency, exact, in the order currencies were first seen. */
export class CurrencySums {
  readonly #sums = new Map<string, Decimal>();

  add(currency: string, value: Decimal): void {
    this.#sums.set(currency, addDecimals(this.#sums.get(currency) ?? ZERO, value));
  }

  get(currency: string): Decimal {
    return this.#sums.get(currency) ?? ZERO;
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries(
      [...this.#sums].map(([currency, sum]) => [currency, formatDecimal(sum)]),
    );
  }
}

export type DecimalSign = '.' | ',';

const ASCII_AMOUNT = /^[\d.,]{1,40}$/;

const GROUPED = {
  '.': /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/,
} as const;

/**
 * Reads an amount as people and spreadsheets write it (`1,320.00`, `١٬٣٢٠٫٠٠`, `1320`) into plain decimal text, or null.
 * Groups must be whole groups of three: with the decimal sign `.`, `1320,50` is refused rather than guessed. The Arabic
 * separators (U+066B decimal, U+066C thousands) mean the same whatever the decimal sign.
 */
export function parseWrittenAmount(text: string, decimalSign: DecimalSign = '.'): string | null {
  const group = decimalSign === '.' ? ',' : '.';
  const ascii = ASCII_AMOUNT.test(text)
    ? text
    : latinDigits(text.trim()).replaceAll('\u066B', decimalSign).replaceAll('\u066C', group);
  if (!GROUPED[decimalSign].test(ascii)) return null;
  const plain = ascii.replaceAll(group, '').replace(',', '.');
  return /^\d{1,24}(?:\.\d{1,17})?$/.test(plain) ? plain : null;
}
