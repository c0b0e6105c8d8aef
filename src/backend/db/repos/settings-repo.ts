import { sql } from 'kysely';
import type { SettingsReader, SettingsWriter } from '../../app/settings/ports.ts';
import type { DatedSetting } from '../../../domain/settings/settings.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

export class SettingsReadRepo implements SettingsReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async all(): Promise<DatedSetting[]> {
    const rows = await this.#db
      .selectFrom('setting')
      .select(['key', 'valid_from', 'value'])
      .orderBy('recorded_at')
      .execute();
    return rows.map((row) => ({
      key: row.key,
      validFrom: row.valid_from as IsoDate,
      value: JSON.parse(row.value) as unknown,
    }));
  }
}

export class SettingsWriteRepo extends SettingsReadRepo implements SettingsWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  record: SettingsWriter['record'] = async (key, value, from, by) => {
    await this.#db
      .insertInto('setting')
      .values({
        key,
        valid_from: from,
        value: JSON.stringify(value),
        recorded_at: by.at,
        recorded_by: by.officerId,
      })
      .execute();
  };

  async nextSerial(kind: string, year: number): Promise<number> {
    const row = await this.#db
      .insertInto('serial')
      .values({ kind, year, last: 1 })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'year']).doUpdateSet({ last: sql`serial.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    return row.last;
  }
}
