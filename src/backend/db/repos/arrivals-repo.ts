import { sql } from 'kysely';
import type { ArrivedFileDto } from '../../../contract/arrivals.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { ArrivalReader, ArrivalWriter, StoredArrival } from '../../app/arrivals/ports.ts';
import type { Reader, Transactor } from '../database.ts';

export class ArrivalReadRepo implements ArrivalReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  shown: ArrivalReader['shown'] = async (folder) => {
    const rows = await this.#db
      .selectFrom('arrived_file as a')
      .leftJoin('bank_file as f', 'f.id', 'a.bank_file_id')
      .leftJoin('officer as o', 'o.id', 'a.read_by')
      .where('a.folder', '=', folder)
      .where('a.status', '<>', 'dismissed')
      .where((where) =>
        where.or([where('a.status', '<>', 'read'), where('f.status', '=', 'preview')]),
      )
      .orderBy('a.arrived_at')
      .orderBy('a.id')
      .selectAll('a')
      .select('o.full_name')
      .execute();
    return rows.flatMap((row): ArrivedFileDto[] => {
      if (row.status === 'dismissed') return [];
      return [
        {
          id: row.id,
          fileName: row.file_name,
          sizeBytes: row.size_bytes,
          arrivedAt: row.arrived_at as IsoInstant,
          status: row.status,
          readAt: row.read_at as IsoInstant | null,
          readBy: row.full_name,
          fileId: row.bank_file_id,
          refusal:
            row.refusal === null
              ? null
              : (JSON.parse(row.refusal) as NonNullable<ArrivedFileDto['refusal']>),
          version: row.version,
        },
      ];
    });
  };

  inFolder: ArrivalReader['inFolder'] = async (folder) => {
    const rows = await this.#stored()
      .where('folder', '=', folder)
      .orderBy('arrived_at')
      .orderBy('id')
      .execute();
    return rows;
  };

  byId: ArrivalReader['byId'] = (id): Promise<StoredArrival | undefined> =>
    this.#stored().where('id', '=', id).executeTakeFirst();

  sameContent: ArrivalReader['sameContent'] = (sha256, except) =>
    this.#db
      .selectFrom('arrived_file')
      .where('sha256', '=', sha256)
      .where('id', '<>', except)
      .select('file_name as name')
      .executeTakeFirst();

  #stored() {
    return this.#db
      .selectFrom('arrived_file')
      .select(['id', 'file_name as name', 'size_bytes as sizeBytes', 'status', 'version'])
      .select('modified_at as modifiedAt');
  }
}

export class ArrivalWriteRepo extends ArrivalReadRepo implements ArrivalWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  arrived: ArrivalWriter['arrived'] = async (id, folder, file, at) => {
    await this.#db
      .deleteFrom('arrived_file')
      .where('folder', '=', folder)
      .where('file_name', '=', file.name)
      .execute();
    await this.#db
      .insertInto('arrived_file')
      .values({
        id,
        folder,
        file_name: file.name,
        size_bytes: file.sizeBytes,
        modified_at: file.modifiedAt,
        status: 'waiting',
        sha256: null,
        bank_file_id: null,
        refusal: null,
        arrived_at: at,
        read_at: null,
        read_by: null,
      })
      .execute();
  };

  read: ArrivalWriter['read'] = async (id, { sha256, fileId }, { at, officerId }) => {
    await this.#db
      .updateTable('arrived_file')
      .set({ status: 'read', sha256, bank_file_id: fileId, read_at: at, read_by: officerId })
      .set({ version: sql<number>`version + 1` })
      .where('id', '=', id)
      .execute();
  };

  refused: ArrivalWriter['refused'] = async (id, sha256, { code, details }, { at, officerId }) => {
    const refusal = JSON.stringify({ code, details: details ?? {} });
    await this.#db
      .updateTable('arrived_file')
      .set({ status: 'refused', sha256, refusal, read_at: at, read_by: officerId })
      .set({ version: sql<number>`version + 1` })
      .where('id', '=', id)
      .execute();
  };

  readAgain: ArrivalWriter['readAgain'] = async (codes) => {
    await this.#db
      .updateTable('arrived_file')
      .set({ status: 'waiting', refusal: null, read_at: null, read_by: null })
      .set({ version: sql<number>`version + 1` })
      .where('status', '=', 'refused')
      .where(sql<string>`refusal ->> 'code'`, 'in', codes)
      .execute();
  };

  dismiss: ArrivalWriter['dismiss'] = async (id) => {
    await this.#db
      .updateTable('arrived_file')
      .set({ status: 'dismissed', version: sql<number>`version + 1` })
      .where('id', '=', id)
      .execute();
  };

  remove: ArrivalWriter['remove'] = async (ids) => {
    await this.#db.deleteFrom('arrived_file').where('id', 'in', ids).execute();
  };
}
