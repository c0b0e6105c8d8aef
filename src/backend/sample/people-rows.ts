import { searchKey } from '../../domain/shared/search-key.ts';
import type { IsoDate, IsoInstant } from '../../domain/shared/iso-date.ts';
import { addressOneLine } from '../../domain/registry/derived-beneficiary.ts';
import { bankCodeOfIban, type Iban } from '../../domain/registry/iban.ts';
import type { SamplePerson } from '../../domain/sample/sample-person.ts';
import type { FamilyName } from '../db/dialect/search-words.ts';
import { dataText } from '../db/repos/household-fact-rows.ts';

/** Rows of people as arrays in the order of the registry's columns: what the database unpacks in one statement. */
export interface PeopleRows {
  readonly beneficiaries: (readonly (string | number | null)[])[];
  readonly facts: (readonly (string | number | null)[])[];
  readonly accounts: (readonly (string | null)[])[];
  readonly searchWords: (readonly [string, string])[];
  readonly family: FamilyName[];
}

export function emptyRows(): PeopleRows {
  return { beneficiaries: [], facts: [], accounts: [], searchWords: [], family: [] };
}

const WORD_KEYS = new Map<string, string>();

/** `searchKey` of a sample's name, word by word from memory: its names are of a few hundred words, none of them a particle. */
export function nameKey(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const known = WORD_KEYS.get(word) ?? searchKey(word);
      WORD_KEYS.set(word, known);
      return known;
    })
    .join(' ');
}

/**
 * Adds a person's rows; answers the id he has from now on.
 * @param no By which his facts lie beside each other.
 */
export function addPersonRows(
  rows: PeopleRows,
  person: SamplePerson,
  no: number,
  at: IsoInstant,
  newId: () => string,
): string {
  const id = newId();
  const key = nameKey(person.name);
  const { nationalId, name, sex, birthDate, phone, address, kind, eligibility } = person;
  rows.beneficiaries.push([
    id,
    nationalId,
    name,
    key,
    sex,
    birthDate,
    phone,
    addressOneLine(address),
    kind,
    eligibility,
    at,
    no,
  ]);
  for (const { seq, record, kind: factKind, subject, data, validFrom, validTo } of person.facts) {
    rows.facts.push([no, seq, record, factKind, subject, dataText(data), validFrom, validTo]);
  }
  addAccounts(rows, id, person, newId);
  rows.searchWords.push([id, key]);
  for (const [place, member] of person.members.entries()) {
    rows.family.push({ no, subject: place + 1, name: member.name });
  }
  return id;
}

function addAccounts(
  rows: PeopleRows,
  id: string,
  { iban, formerIban, accountSince, registeredOn }: SamplePerson,
  newId: () => string,
): void {
  const add = (account: string, from: IsoDate, to: IsoDate | null): void => {
    const bank = bankCodeOfIban(account as Iban);
    rows.accounts.push([newId(), id, account, bank, from, to, from, 'list']);
  };
  if (formerIban !== null) add(formerIban, registeredOn, accountSince);
  add(iban, accountSince, null);
}
