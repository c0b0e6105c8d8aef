import { sql } from 'kysely';
import type { ListedAccount, NewPerson } from '../../app/registry/ports.ts';
import { dayOfMonth, type IsoInstant, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';
import { putSearchWords } from '../dialect/search-words.ts';

export async function registerPeople(
  db: Transactor['db'],
  people: readonly NewPerson[],
  at: IsoInstant,
): Promise<void> {
  const given = jsonRows(
    people.map(({ id, nationalId, name, nameKey }) => [id, nationalId, name, nameKey]),
    ['id', 'national_id', 'full_name', 'name_key'],
    'given',
  );
  await sql`
    insert into beneficiary (id, national_id, full_name, name_key, eligibility, created_at)
    select id, national_id, full_name, name_key, 'eligible', ${at} from ${given}`.execute(db);
  await putSearchWords(
    db,
    people.map(({ id, nameKey }) => ({ kind: 'person', refId: id, words: nameKey })),
  );
}

export async function keepAccounts(
  db: Transactor['db'],
  accounts: readonly ListedAccount[],
  month: IsoMonth,
): Promise<void> {
  const once = new Map<string, ListedAccount>();
  for (const account of accounts) {
    if (!once.has(account.nationalId)) once.set(account.nationalId, account);
  }
  const given = jsonRows(
    [...once.values()].map(({ id, nationalId, iban, bankCode }) => [
      id,
      nationalId,
      iban,
      bankCode,
    ]),
    ['id', 'national_id', 'iban', 'bank_code'],
    'given',
  );
  const from = dayOfMonth(month, 1);
  await sql`
    update bank_account set valid_to = ${from}
    where id in (
      select a.id from ${given}
      cross join beneficiary b on b.national_id = given.national_id
      cross join bank_account a on a.beneficiary_id = b.id
      where a.valid_to is null and a.valid_from < ${from} and a.iban <> given.iban
    )`.execute(db);
  // A list of an earlier month fills the gap before the account that is known to have held later.
  await sql`
    insert into bank_account (id, beneficiary_id, iban, bank_code, valid_from, valid_to)
    select given.id, b.id, given.iban, given.bank_code, ${from},
      (select min(later.valid_from) from bank_account later
        where later.beneficiary_id = b.id and later.valid_from > ${from})
    from ${given}
    cross join beneficiary b on b.national_id = given.national_id
    where not exists (select 1 from bank_account a
      where a.beneficiary_id = b.id and a.valid_from <= ${from}
        and (a.valid_to is null or a.valid_to > ${from}))`.execute(db);
}
