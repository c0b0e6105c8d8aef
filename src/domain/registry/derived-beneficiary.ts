import { searchKey } from '../shared/search-key.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import {
  HEAD,
  type AnyFact,
  type FactData,
  type NationalAddress,
  type SubjectNo,
} from './household-fact.ts';

/** What `beneficiary` shows of the facts of its head, for lists, letters and cases. */
export interface DerivedBeneficiary {
  readonly name: string;
  readonly nameKey: string;
  readonly nationalId: string | null;
  readonly sex: 'male' | 'female' | null;
  /** Null for who is known from a payment list only. */
  readonly birthDate: IsoDate | null;
  readonly deceasedOn: IsoDate | null;
  readonly phone: string | null;
  readonly address: string;
  readonly kind: FactData['household']['kind'] | null;
}

type Fact = Pick<AnyFact, 'kind' | 'subject' | 'data' | 'validFrom'>;

/**
 * The newest of what is known, whatever the day: it changes with the facts alone.
 *
 * @param known What is known now; null comes back where no head is.
 */
export function derivedBeneficiary(known: readonly Fact[]): DerivedBeneficiary | null {
  const head = newest<'person'>(known, 'person');
  if (head === null) return null;
  const contact = newest<'contact'>(known, 'contact');
  const household = newest<'household'>(known, 'household');
  return {
    name: head.name,
    nameKey: searchKey(head.name),
    nationalId: head.nationalId,
    sex: head.sex,
    birthDate: head.birthDate,
    deceasedOn: head.deceasedOn,
    phone: contact?.phone ?? null,
    address: contact === null ? '' : addressText(contact),
    kind: household?.kind ?? null,
  };
}

function newest<Kind extends 'person' | 'contact' | 'household'>(
  known: readonly Fact[],
  kind: Kind,
): FactData[Kind] | null {
  let found: Fact | null = null;
  for (const fact of known) {
    if (fact.kind !== kind || fact.subject !== HEAD) continue;
    if (found === null || fact.validFrom > found.validFrom) found = fact;
  }
  return found === null ? null : (found.data as FactData[Kind]);
}

/** The address as letters write it; the line as it was given where no national address is known. */
export function addressText({ address, addressLine }: FactData['contact']): string {
  return address === null ? addressLine : addressOneLine(address) || addressLine;
}

/** `2929 شارع النخيل، حي العليا، الرياض 13312-4567`: a national address in one line. */
export function addressOneLine(address: NationalAddress): string {
  const { buildingNo, street, district, city, postalCode, additionalNo } = address;
  const code = [postalCode, additionalNo].filter((part) => part !== '').join('-');
  return [`${buildingNo} ${street}`, district, `${city} ${code}`]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('، ');
}

/** Everybody beside the head by the name that is known of him last. */
export function dependantNames(
  known: readonly Fact[],
): readonly { readonly subject: SubjectNo; readonly name: string }[] {
  const names = new Map<SubjectNo, string>();
  const inOrder = [...known].sort((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
  for (const fact of inOrder) {
    if (fact.kind !== 'person' || fact.subject === HEAD) continue;
    names.set(fact.subject, (fact.data as FactData['person']).name);
  }
  return [...names].map(([subject, name]) => ({ subject, name }));
}
