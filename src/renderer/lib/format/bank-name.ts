import { bankNameOf } from '../../../domain/registry/bank-names.ts';
import type { Translate } from '../i18n/use-t.ts';

/** The bank by the two digits in the IBAN; a bank that nobody has a name for shows its digits. */
export function bankName(t: Translate, bankCode: string): string {
  return bankNameOf(bankCode)[t.language];
}
