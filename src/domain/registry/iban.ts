import { latinDigits } from '../shared/search-key.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** A Saudi IBAN in electronic form: `SA`, two check digits, two digits of the bank, eighteen of the account. */
export type Iban = string & { readonly __id: 'iban' };

export type IbanProblem = 'IBAN_FORMAT' | 'IBAN_COUNTRY' | 'IBAN_LENGTH' | 'IBAN_CHECKSUM';

const ELECTRONIC = /^SA\d{22}$/;

/**
 * Reads an IBAN as typed or printed: spaces between groups, lower case and Arabic-Indic digits are accepted. Pensions are
 * paid to accounts in the Kingdom only, so other countries are refused (ISO 13616, SAMA IBAN rules).
 *
 * Errors: IBAN_FORMAT (characters), IBAN_COUNTRY (not SA), IBAN_LENGTH (not 24), IBAN_CHECKSUM (mod 97).
 */
export function parseIban(text: string): Result<Iban, Refusal<IbanProblem>> {
  const iban = ELECTRONIC.test(text) ? text : latinDigits(text).replace(/\s+/g, '').toUpperCase();
  if (!/^[A-Z]{2}[A-Z0-9]{3,32}$/.test(iban)) return refuse('IBAN_FORMAT');
  if (!iban.startsWith('SA')) return refuse('IBAN_COUNTRY', { country: iban.slice(0, 2) });
  if (iban.length !== 24) return refuse('IBAN_LENGTH', { length: iban.length });
  if (!/^\d{4}$/.test(iban.slice(2, 6))) return refuse('IBAN_FORMAT');
  return mod97(iban) === 1 ? ok(iban as Iban) : refuse('IBAN_CHECKSUM');
}

/** The two digits that name the bank (`80` Al Rajhi, `10` SNB, ...). */
export const bankCodeOfIban = (iban: Iban): string => iban.slice(4, 6);

/** Check digits for a Saudi account (`bank` two digits, `account` eighteen characters): for samples and writers. */
export function makeIban(bank: string, account: string): Iban {
  const check = 98 - mod97(`SA00${bank}${account}`);
  return `SA${String(check).padStart(2, '0')}${bank}${account}` as Iban;
}

function mod97(iban: string): number {
  let remainder = 0;
  for (let index = 0; index < iban.length; index += 1) {
    const code = iban.charCodeAt((index + 4) % iban.length);
    remainder = code <= 57 ? remainder * 10 + code - 48 : remainder * 100 + code - 55;
    if (remainder > 1e12) remainder %= 97;
  }
  return remainder % 97;
}
