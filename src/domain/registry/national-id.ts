import { latinDigits } from '../shared/search-key.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** Ten digits: 1… for citizens, 2… for residents; the last is a check digit. */
export type NationalId = string & { readonly __id: 'national' };

export type NationalIdProblem = 'NATIONAL_ID_FORMAT' | 'NATIONAL_ID_TYPE' | 'NATIONAL_ID_CHECKSUM';

const TEN_DIGITS = /^\d{10}$/;

/**
 * Checks a national or residence id as typed: Arabic-Indic digits and spaces around are accepted, nothing else. The check
 * digit is Luhn's over all ten digits.
 *
 * Errors: NATIONAL_ID_FORMAT (not ten digits), NATIONAL_ID_TYPE (begins neither with 1 nor 2), NATIONAL_ID_CHECKSUM.
 */
export function checkNationalId(text: string): Result<NationalId, Refusal<NationalIdProblem>> {
  const digits = TEN_DIGITS.test(text) ? text : latinDigits(text.trim());
  if (!TEN_DIGITS.test(digits)) return refuse('NATIONAL_ID_FORMAT');
  if (digits[0] !== '1' && digits[0] !== '2') return refuse('NATIONAL_ID_TYPE');
  let sum = 0;
  for (let index = 0; index < 10; index += 1) {
    const digit = digits.charCodeAt(index) - 48;
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0 ? ok(digits as NationalId) : refuse('NATIONAL_ID_CHECKSUM');
}
