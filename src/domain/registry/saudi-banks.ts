import { bankCodeOfIban, parseIban } from './iban.ts';

/**
 * BIC by the two digits with which a Saudi IBAN names its bank (SAMA IBAN rules; ISO 9362). The wage file names banks by the
 * first four letters.
 */
const BICS: Readonly<Record<string, string>> = {
  '05': 'INMASARI',
  '10': 'NCBKSAJE',
  '15': 'ALBISARI',
  '20': 'RIBLSARI',
  '30': 'ARNBSARI',
  '40': 'SAMBSARI',
  '45': 'SABBSARI',
  '50': 'AAALSARI',
  '55': 'BSFRSARI',
  '60': 'BJAZSAJE',
  '65': 'SIBCSARI',
  '71': 'NBOBSAJE',
  '75': 'NBOKSAJE',
  '76': 'BMUSSARI',
  '80': 'RJHISARI',
  '85': 'BNPASARI',
  '90': 'GULFSARI',
  '95': 'EBILSARI',
};

/** Null for a bank that is not in the list: a bank finds it by the IBAN itself. */
export const bicOfBank = (bankCode: string): string | null => BICS[bankCode] ?? null;

/** Banks that a branch pays through or hears from, by those digits. */
export const SAUDI_BANKS: readonly string[] = Object.keys(BICS).sort();

const BANK_OF_BIC: ReadonlyMap<string, string> = new Map(
  Object.entries(BICS).map(([code, bic]) => [bic.slice(0, 4), code]),
);

/**
 * What a sender of files is known by: the two digits of a Saudi bank, the first four letters of the BIC (ISO 9362) of any
 * other. Of what a file gives, the BIC counts before the account that the bank keeps for us; null where neither names a bank.
 */
export function bankOfSender(bic: string | null, account: string | null): string | null {
  const business = /^([A-Z]{4})[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.exec(bic?.trim() ?? '')?.[1];
  if (business !== undefined) return BANK_OF_BIC.get(business) ?? business;
  const iban = parseIban(account ?? '');
  return iban.ok ? bankCodeOfIban(iban.value) : null;
}
