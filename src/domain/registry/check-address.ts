import { latinDigits } from '../shared/search-key.ts';
import type { NationalAddress } from './household-fact.ts';

export interface AddressProblem {
  /** The field, below the path that was given: `contact.address.city`. */
  readonly path: string;
  readonly code: string;
  readonly details?: { readonly length: number };
}

const DIGITS = { buildingNo: 4, postalCode: 5, additionalNo: 4 } as const;
const SHORT = /^[A-Z]{4}\d{4}$/;

/** A national address as the national register writes one (address.gov.sa); only what is given is judged, but for the city. */
export function checkNationalAddress(address: NationalAddress, path: string): AddressProblem[] {
  const problems: AddressProblem[] = [];
  for (const [field, length] of Object.entries(DIGITS)) {
    const given = latinDigits(address[field as keyof typeof DIGITS].trim());
    if (given !== '' && !(given.length === length && /^\d+$/.test(given))) {
      problems.push({ path: `${path}.${field}`, code: 'ADDRESS_DIGITS', details: { length } });
    }
  }
  const short = latinDigits(address.short.trim()).toUpperCase();
  if (short !== '' && !SHORT.test(short)) {
    problems.push({ path: `${path}.short`, code: 'ADDRESS_SHORT' });
  }
  if (address.city.trim() === '') problems.push({ path: `${path}.city`, code: 'FIELD_MISSING' });
  return problems;
}
