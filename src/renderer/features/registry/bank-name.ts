import type { Translate } from '../../lib/i18n/use-t.ts';

/** The bank by the two digits in the IBAN; a bank that nobody has a name for shows its digits. */
export function bankName(t: Translate, bankCode: string): string {
  return t.maybe(`registry.bank.${bankCode}`) ?? t('registry.bankCode', { code: bankCode });
}
