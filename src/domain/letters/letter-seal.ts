import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import { latinDigits } from '../shared/search-key.ts';
import { isolate } from '../shared/isolate.ts';
import type { LetterSeal } from './letter-model.ts';

/** What a letter's QR code says: which letter of which branch it is, and that this branch made it. */
export interface SealFacts {
  /** Tells branches apart: eight hexadecimal digits of the branch's key. */
  readonly keyId: string;
  readonly number: string;
  readonly date: IsoDate;
  /** First 16 hexadecimal digits of the SHA-256 of the letter's content. */
  readonly contentHash: string;
  /** Eight signs, see {@link codeOf}. */
  readonly code: string;
}

/** How much of a SHA-256 stands in the QR code. */
export const CONTENT_HASH_DIGITS = 16;

const MARK = 'INSAF1';

/** Crockford's base 32: no I, L, O or U, which people misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const BITS = 5;

/** The first 40 bits of a keyed digest as eight signs. @throws RangeError for fewer than five bytes. */
export function codeOf(digest: Uint8Array): string {
  if (digest.length * 8 < CODE_LENGTH * BITS) throw new RangeError('Too short a digest');
  let code = '';
  for (let bit = 0; bit < CODE_LENGTH * BITS; bit += BITS) {
    const byte = bit >> 3;
    const pair = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0);
    code += ALPHABET[(pair >> (16 - BITS - (bit & 7))) & 31] ?? '';
  }
  return code;
}

/** What the branch's key signs. */
export function signedText({
  number,
  date,
  contentHash,
}: Omit<SealFacts, 'code' | 'keyId'>): string {
  return [MARK, number, date, contentHash].join(':');
}

/** The text of the QR code: signs of its alphanumeric mode only, so that the code stays small. */
export function sealPayload({ keyId, number, date, contentHash, code }: SealFacts): string {
  return [MARK, keyId, number, date, contentHash, code].join(':').toUpperCase();
}

const PAYLOAD =
  /^INSAF1:([0-9A-F]{8}):(\d{4}\/\d{1,9}):(\d{4}-\d\d-\d\d):([0-9A-F]{16}):([0-9A-Z]{8})$/;

/** Null for any text that is no letter's QR code. */
export function parseSealPayload(text: string): SealFacts | null {
  const found = PAYLOAD.exec(text.trim().toUpperCase());
  if (found === null) return null;
  const [, keyId = '', number = '', date = '', contentHash = '', code = ''] = found;
  if (!isIsoDate(date)) return null;
  return { keyId: keyId.toLowerCase(), number, date, contentHash: contentHash.toLowerCase(), code };
}

/** The code in groups of four, as the letter prints it: `K7QD-93FM`. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed, as a code: any case, Arabic digits, the letters that Crockford folds. */
export function typedCode(text: string): string {
  return latinDigits(text)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** A letter's number as somebody typed it: `١٤٤٨ / ٢٠٨٧` is `1448/2087`. */
export function typedLetterNumber(text: string): string {
  const [year = '', serial = ''] = latinDigits(text)
    .replace(/[\s\u2066-\u2069]/g, '')
    .split('/');
  return serial === '' ? year : `${year}/${serial.padStart(4, '0')}`;
}

export function letterSeal(facts: SealFacts): LetterSeal {
  return {
    payload: sealPayload(facts),
    caption: `رمز التحقق: ${isolate(printedCode(facts.code))}`,
  };
}
