import { sql } from 'kysely';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { PeopleRows } from '../../sample/people-rows.ts';
import type { Transactor } from '../database.ts';
import { putFamilyNames } from '../dialect/search-words.ts';

/** Fills an empty registry in bulk; nothing else writes so many people at once. */
export class SampleWriteRepo {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    this.#db = tx.db;
  }

  /** The change in which all households are recorded; answers its number. */
  async found(at: IsoInstant): Promise<number> {
    const { no } = await this.#db
      .insertInto('registry_change')
      .values({ at, officer_id: null, source: 'founding', case_type: null, case_id: null })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  }

  async addBeneficiaries(rows: PeopleRows['beneficiaries']): Promise<void> {
    await sql`
      insert into beneficiary (id, national_id, full_name, name_key, sex, birth_date, phone, address, kind,
        eligibility, created_at, no)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
        value ->> 8, value ->> 9, value ->> 10, value ->> 11
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  async addFacts(rows: PeopleRows['facts'], change: number): Promise<void> {
    await sql`
      insert into household_fact (beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
        ${change}
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  /** Makes dependants findable. */
  async addFamily(names: PeopleRows['family']): Promise<void> {
    await putFamilyNames(this.#db, names);
  }

  async addAccounts(rows: PeopleRows['accounts']): Promise<void> {
    await sql`
      insert into bank_account (id, beneficiary_id, iban, bank_code, valid_from, valid_to, verified_on, verified_how)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
      from jsonb_each(${JSON.stringify(rows)})`.execute(this.#db);
  }

  /** Of beneficiaries by their numbers. */
  async setEligibility(
    nos: readonly number[],
    eligibility: 'eligible' | 'studying',
  ): Promise<void> {
    await sql`
      update beneficiary set eligibility = ${eligibility}
      where no in (select value from jsonb_each(${JSON.stringify(nos)}))`.execute(this.#db);
  }

  /** What the household was due, in halalas, for payments by their end-to-end id. */
  async recordDue(rows: readonly (readonly [string, number])[]): Promise<void> {
    await sql`
      update payment set due_halalas = given.value ->> 1
      from jsonb_each(${JSON.stringify(rows)}) as given
      where payment.end_to_end_id = given.value ->> 0`.execute(this.#db);
  }
}
