import { searchKey } from '../../domain/shared/search-key.ts';
import type { IsoDate, IsoInstant } from '../../domain/shared/iso-date.ts';
import { bankCodeOfIban, type Iban } from '../../domain/registry/iban.ts';
import type { SamplePerson } from '../../domain/sample/sample-person.ts';

/** Rows of people as arrays in the order of the registry's columns: what the database unpacks in one statement. */
export interface PeopleRows {
  readonly beneficiaries: (readonly (string | null)[])[];
  readonly members: (readonly (string | number | null)[])[];
  readonly incomes: (readonly (string | number | null)[])[];
  readonly accounts: (readonly (string | null)[])[];
  readonly searchWords: (readonly [string, string])[];
}

export function emptyRows(): PeopleRows {
  return { beneficiaries: [], members: [], incomes: [], accounts: [], searchWords: [] };
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

/** Adds a person's rows; answers the id he has from now on. */
export function addPersonRows(
  rows: PeopleRows,
  person: SamplePerson,
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
    address,
    kind,
    eligibility,
    at,
  ]);
  const members = person.members.map((member) => {
    const memberId = newId();
    const { relation, birthDate: born, daysAbroad, inCentre } = member;
    rows.members.push([
      memberId,
      id,
      member.name,
      relation,
      born,
      daysAbroad,
      inCentre ? 1 : 0,
      // NOTE: who was born after the household was registered belongs to it from his birth.
      born > person.registeredOn ? born : person.registeredOn,
    ]);
    return memberId;
  });
  for (const { type, monthly, member } of person.incomes) {
    const memberId = member === null ? null : (members[member] ?? null);
    rows.incomes.push([newId(), id, memberId, type, monthly, person.registeredOn]);
  }
  addAccounts(rows, id, person, newId);
  rows.searchWords.push([id, key]);
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
    rows.accounts.push([newId(), id, account, bank, from, to, from]);
  };
  if (formerIban !== null) add(formerIban, registeredOn, accountSince);
  add(iban, accountSince, null);
}
