import { bankNameOf } from '../../../domain/registry/bank-names.ts';
import type { Translate } from '../i18n/use-t.ts';

/** The bank by the two digits in the IBAN; a bank that nobody has a name for shows its digits. */
export function bankName(t: Translate, bankCode: string): string {
  return bankNameOf(bankCode)[t.language];
}

/** Two digits each: every bank that an IBAN can name. */
const BANK_CODES = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));

/** Their names for the cells of an exported list, by `bank.80`. */
export function bankWords(t: Translate): Record<string, string> {
  return Object.fromEntries(BANK_CODES.map((code) => [`bank.${code}`, bankName(t, code)]));
}
