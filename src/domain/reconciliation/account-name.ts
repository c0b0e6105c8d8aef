const SAUDI_IBAN = /SA\d{22}/;
/** Two digits of the bank and eighteen of the account: what MT940 may give instead of the whole IBAN. */
const LEAST_DIGITS = 10;

/**
 * The account of a statement as it is compared: without blanks, in capitals, the IBAN alone where it stands among other text
 * (`SA03...7519SAR`). An account that ends one of ours is that one of ours.
 */
export function accountName(text: string, ours: readonly string[] = []): string {
  const compact = text.replace(/\s+/g, '').toUpperCase();
  const name = SAUDI_IBAN.exec(compact)?.[0] ?? compact;
  const account = name.includes('/') ? name.slice(name.lastIndexOf('/') + 1) : name;
  const digits = account.replace(/[A-Z]{3}$/, '');
  if (digits.length < LEAST_DIGITS) return name;
  return ours.find((iban) => iban.endsWith(digits)) ?? name;
}
