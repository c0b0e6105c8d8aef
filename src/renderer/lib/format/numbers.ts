/** `latn` 1,320.00 (default), `arab` ١٬٣٢٠٫٠٠. */
export type Digits = 'latn' | 'arab';

const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** Whole or decimal numbers with grouped thousands and a true minus sign. */
export function formatNumber(value: number, digits: Digits): string {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 2 });
  return inDigits(value < 0 ? `−${text}` : text, digits);
}

/** `94.2%`; `share` is between 0 and 1. */
export function formatPercent(share: number, digits: Digits): string {
  const text = (share * 100).toLocaleString('en-US', { maximumFractionDigits: 1 });
  return digits === 'arab' ? `${inDigits(text, 'arab')}٪` : `${text}%`;
}

/** Writes a figure already formatted with Latin digits in the digits that the officer chose. */
export function inDigits(text: string, digits: Digits): string {
  if (digits === 'latn') return text;
  return text
    .replace(/\d/g, (digit) => ARABIC_DIGITS.charAt(Number(digit)))
    .replaceAll(',', '٬')
    .replaceAll('.', '٫');
}

/** What an officer typed, with Arabic-Indic and Persian digits and separators made Latin. */
export function toLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}
