import { sql } from 'kysely';
import type { PeopleRows } from '../../sample/people-rows.ts';
import type { Transactor } from '../database.ts';

/** Fills an empty registry in bulk; nothing else writes so many people at once. */
export class SampleWriteRepo {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    this.#db = tx.db;
  }

  async addBeneficiaries(rows: PeopleRows['beneficiaries']): Promise<void> {
    await sql`
      insert into beneficiary (id, national_id, full_name, name_key, sex, birth_date, phone, address, kind,
        eligibility, created_at)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
        value ->> 8, value ->> 9, value ->> 10
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  async addMembers(rows: PeopleRows['members']): Promise<void> {
    await sql`
      insert into household_member (id, beneficiary_id, full_name, relation, birth_date, days_abroad, in_centre,
        valid_from)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  async addIncomes(rows: PeopleRows['incomes']): Promise<void> {
    await sql`
      insert into income (id, beneficiary_id, member_id, type, monthly_halalas, valid_from)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  async addAccounts(rows: PeopleRows['accounts']): Promise<void> {
    await sql`
      insert into bank_account (id, beneficiary_id, iban, bank_code, valid_from, valid_to, verified_on)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  /** What the household was due, in halalas, for payments by their end-to-end id. */
  async recordDue(rows: readonly (readonly [string, number])[]): Promise<void> {
    await sql`
      update payment set due_halalas = given.value ->> 1
      from jsonb_each(${JSON.stringify(rows)}) as given
      where payment.end_to_end_id = given.value ->> 0`.execute(this.#db);
  }
}
