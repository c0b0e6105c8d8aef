import { sql } from 'kysely';
import {
  derivedBeneficiary,
  dependantNames,
} from '../../../domain/registry/derived-beneficiary.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { StoredBeneficiary } from '../../app/registry/household-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { putFamilyNames, putSearchWords, type FamilyName } from '../dialect/search-words.ts';
import type { HouseholdFactTable } from '../schema/registry.ts';
import { factOf } from './household-fact-rows.ts';

/** Brings the columns of beneficiaries, and the words by which they are found, up to date with what is known now. */
export async function refreshBeneficiaries(
  db: Transactor['db'],
  ids: readonly string[],
): Promise<void> {
  const households = await factsOf(db, [...new Set(ids)]);
  const derived = households.flatMap(({ id, facts }) => {
    const columns = derivedBeneficiary(facts);
    return columns === null ? [] : [{ id, columns }];
  });
  const rows = jsonRows(
    derived.map(({ id, columns }) => [
      id,
      columns.name,
      columns.nameKey,
      columns.nationalId,
      columns.sex,
      columns.birthDate,
      columns.deceasedOn,
      columns.phone,
      columns.address,
      columns.kind,
    ]),
    ['id', 'name', 'key', 'national', 'sex', 'born', 'died', 'phone', 'address', 'kind'],
    'given',
  );
  await sql`
    update beneficiary set full_name = given.name, name_key = given.key,
      national_id = coalesce(given.national, national_id), sex = given.sex, birth_date = given.born,
      deceased_on = given.died, phone = given.phone, address = given.address, kind = given.kind,
      version = version + 1
    from ${rows} where beneficiary.id = given.id`.execute(db);
  await putSearchWords(
    db,
    derived.map(({ id, columns }) => ({ kind: 'person', refId: id, words: columns.nameKey })),
  );
  await putFamilyNames(db, await familyNames(db, households));
}

/** Everybody who is or ever was recorded as a dependant; without a name who is known to be none. */
async function familyNames(
  db: Transactor['db'],
  households: readonly { readonly no: number; readonly facts: readonly AnyFact[] }[],
): Promise<FamilyName[]> {
  const names = new Map<string, FamilyName>();
  const numbers = households.map(({ no }) => no);
  const { rows } = await sql<{ no: number; subject: number }>`
    select distinct f.beneficiary_no as no, f.subject from ${jsonValues(numbers, 'given')}
    cross join household_fact f on f.beneficiary_no = given.value
    where f.kind = 'person' and f.subject > 0`.execute(db);
  for (const { no, subject } of rows) names.set(`${no} ${subject}`, { no, subject, name: null });
  for (const { no, facts } of households) {
    for (const { subject, name } of dependantNames(facts)) {
      names.set(`${no} ${subject}`, { no, subject, name });
    }
  }
  return [...names.values()];
}

/** What is known now of some households, of any day. */
async function factsOf(
  db: Reader['db'],
  ids: readonly string[],
): Promise<{ id: string; no: number; facts: AnyFact[] }[]> {
  const { rows } = await sql<HouseholdFactTable & { id: string }>`
    select b.id, f.* from ${jsonValues(ids, 'given')}
    cross join beneficiary b on b.id = given.value
    cross join household_fact f on f.beneficiary_no = b.no
    where f.superseded_in is null
    order by f.beneficiary_no, f.seq`.execute(db);
  const households: { id: string; no: number; facts: AnyFact[] }[] = [];
  for (const row of rows) {
    let last = households.at(-1);
    if (last?.id !== row.id) {
      last = { id: row.id, no: row.beneficiary_no, facts: [] };
      households.push(last);
    }
    last.facts.push(factOf(row));
  }
  return households;
}

export async function storedBeneficiaries(
  db: Reader['db'],
  afterNo: number,
  limit: number,
): Promise<StoredBeneficiary[]> {
  const people = await db
    .selectFrom('beneficiary as b')
    .where('b.no', '>', afterNo)
    .where(sql<boolean>`exists (select 1 from household_fact f where f.beneficiary_no = b.no)`)
    .orderBy('b.no')
    .limit(limit)
    .selectAll('b')
    .execute();
  const households = await factsOf(
    db,
    people.map(({ id }) => id),
  );
  const factsById = new Map(households.map(({ id, facts }) => [id, facts]));
  return people.map((row) => ({
    no: row.no,
    id: row.id,
    columns: {
      name: row.full_name,
      nameKey: row.name_key,
      nationalId: row.national_id,
      sex: row.sex,
      birthDate: row.birth_date as IsoDate | null,
      deceasedOn: row.deceased_on as IsoDate | null,
      phone: row.phone,
      address: row.address,
      kind: row.kind,
    },
    facts: factsById.get(row.id) ?? [],
  }));
}
