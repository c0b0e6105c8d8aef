import { sql } from 'kysely';
import type {
  Programme,
  ProgrammeReader,
  ProgrammeWriter,
  StoredTerms,
} from '../../app/programmes/ports.ts';
import type { ProgrammeTerms } from '../../../domain/programmes/programme-terms.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import type { ProgrammeRow } from '../schema/payments.ts';

export class ProgrammeReadRepo implements ProgrammeReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async all(): Promise<Programme[]> {
    const rows = await this.#db.selectFrom('programme').selectAll().orderBy('no').execute();
    return rows.map(toProgramme);
  }

  async byCode(code: string): Promise<Programme | undefined> {
    const row = await this.#db
      .selectFrom('programme')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirst();
    return row && toProgramme(row);
  }

  async terms(programmeNo: number): Promise<StoredTerms[]> {
    const rows = await this.#db
      .selectFrom('programme_terms as t')
      .leftJoin('officer as o', 'o.id', 't.recorded_by')
      .selectAll('t')
      .select('o.full_name')
      .where('t.programme_no', '=', programmeNo)
      .orderBy('t.valid_from', 'desc')
      .orderBy('t.no', 'desc')
      .execute();
    return rows.map((row) => ({
      no: row.no,
      validFrom: row.valid_from as IsoDate,
      terms: JSON.parse(row.terms) as ProgrammeTerms,
      reason: row.reason,
      recordedAt: row.recorded_at as IsoInstant | null,
      recordedBy: row.full_name,
    }));
  }
}

export class ProgrammeWriteRepo extends ProgrammeReadRepo implements ProgrammeWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  save: ProgrammeWriter['save'] = async ({ code, nameAr, nameEn, active }, version) => {
    const used = active ? 1 : 0;
    const { numAffectedRows } =
      version === null
        ? await sql`
            insert into programme (code, name_ar, name_en, active) values (${code}, ${nameAr}, ${nameEn}, ${used})
            on conflict (code) do nothing`.execute(this.#db)
        : await sql`
            update programme set name_ar = ${nameAr}, name_en = ${nameEn}, active = ${used}, version = version + 1
            where code = ${code} and version = ${version}`.execute(this.#db);
    return numAffectedRows === 1n;
  };

  addTerms: ProgrammeWriter['addTerms'] = async (programmeNo, validFrom, terms, reason, by) => {
    const { no } = await this.#db
      .insertInto('programme_terms')
      .values({
        programme_no: programmeNo,
        valid_from: validFrom,
        terms: JSON.stringify(terms),
        reason,
        recorded_at: by.at,
        recorded_by: by.officerId,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  };
}

function toProgramme(row: ProgrammeRow): Programme {
  return {
    no: row.no,
    code: row.code,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    active: row.active === 1,
    version: row.version,
  };
}
