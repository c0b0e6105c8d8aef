import type { BilingualText } from '../reconciliation/reason-code.ts';

/** Banks of the Kingdom by the two digits after the check digits of an IBAN (SAMA's list of bank identifiers). */
const NAMES: Readonly<Record<string, BilingualText>> = {
  '05': { ar: 'مصرف الإنماء', en: 'Alinma Bank' },
  '10': { ar: 'البنك الأهلي السعودي', en: 'Saudi National Bank' },
  '15': { ar: 'بنك البلاد', en: 'Bank Albilad' },
  '20': { ar: 'بنك الرياض', en: 'Riyad Bank' },
  '30': { ar: 'البنك العربي الوطني', en: 'Arab National Bank' },
  '45': { ar: 'البنك السعودي الأول', en: 'Saudi Awwal Bank' },
  '55': { ar: 'البنك السعودي الفرنسي', en: 'Banque Saudi Fransi' },
  '60': { ar: 'بنك الجزيرة', en: 'Bank AlJazira' },
  '65': { ar: 'البنك السعودي للاستثمار', en: 'Saudi Investment Bank' },
  '80': { ar: 'مصرف الراجحي', en: 'Al Rajhi Bank' },
};

/** Those that a list can be narrowed to by name. */
export const NAMED_BANKS: readonly string[] = Object.keys(NAMES);

/** A bank that nobody has a name for is called by its digits. */
export function bankNameOf(bankCode: string): BilingualText {
  return NAMES[bankCode] ?? { ar: `بنك ${bankCode}`, en: `Bank ${bankCode}` };
}
