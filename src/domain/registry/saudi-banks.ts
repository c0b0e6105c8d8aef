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
