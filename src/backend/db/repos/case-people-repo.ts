import { householdOn } from '../../../domain/registry/household-at.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type {
  CasePeopleReader,
  CasePeopleWriter,
  CasePerson,
  HouseholdMember,
} from '../../app/cases/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { knownHousehold } from './known-household.ts';

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
    const { dependants } = householdOn(await knownHousehold(this.#db, id), on);
    return dependants
      .map(({ data }) => ({
        name: data.name,
        relation: data.relation ?? 'other',
        birthDate: data.birthDate,
      }))
      .sort((left, right) => (left.birthDate < right.birthDate ? -1 : 1));
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
