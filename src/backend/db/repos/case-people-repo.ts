import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type {
  CasePeopleReader,
  CasePeopleWriter,
  CasePerson,
  HouseholdMember,
} from '../../app/cases/ports.ts';
import type { Reader, Transactor } from '../database.ts';

export class CasePeopleReadRepo implements CasePeopleReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async byId(id: string): Promise<CasePerson | undefined> {
    return this.#db
      .selectFrom('beneficiary')
      .where('id', '=', id)
      .select([
        'id',
        'full_name as fullName',
        'national_id as nationalId',
        'sex',
        'address',
        'eligibility',
        'version',
      ])
      .executeTakeFirst();
  }

  async household(id: string, on: IsoDate): Promise<HouseholdMember[]> {
    const rows = await this.#db
      .selectFrom('household_member')
      .where('beneficiary_id', '=', id)
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
      .orderBy('birth_date')
      .orderBy('id')
      .select(['full_name', 'relation', 'birth_date'])
      .execute();
    return rows.map((row) => ({
      name: row.full_name,
      relation: row.relation,
      birthDate: row.birth_date as IsoDate,
    }));
  }
}

export class CasePeopleWriteRepo extends CasePeopleReadRepo implements CasePeopleWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  setEligibility: CasePeopleWriter['setEligibility'] = async (id, version, to) => {
    const result = await this.#db
      .updateTable('beneficiary')
      .set({ eligibility: to, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  };
}
