import { sql, type Selectable } from 'kysely';
import type { SavedMappingDto } from '../../../contract/table-mappings.ts';
import type { TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type {
  MappingReader,
  MappingWriter,
  NewMapping,
} from '../../app/reconciliation/mapping-ports.ts';
import type { PostingStamp } from '../../app/reconciliation/posting-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { TableMappingTable } from '../schema/mappings.ts';

export class MappingReadRepo implements MappingReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  list: MappingReader['list'] = async () => {
    const rows = await this.#rows()
      .where('m.retired_at', 'is', null)
      .orderBy('m.saved_at', 'desc')
      .orderBy('m.id', 'desc')
      .execute();
    return rows.map(toDto);
  };

  byId: MappingReader['byId'] = async (id) => {
    const row = await this.#rows()
      .where('m.id', '=', id)
      .where('m.retired_at', 'is', null)
      .executeTakeFirst();
    return row && toDto(row);
  };

  history: MappingReader['history'] = async (id) => {
    const rows = await this.#db
      .selectFrom('table_mapping_version as v')
      .leftJoin('officer as o', 'o.id', 'v.saved_by')
      .where('v.mapping_id', '=', id)
      .select(['v.version', 'v.name', 'v.saved_at', 'v.mapping', 'o.full_name'])
      .orderBy('v.version', 'desc')
      .execute();
    return rows.map((row) => ({
      version: row.version,
      name: row.name,
      savedAt: row.saved_at as IsoInstant,
      savedBy: row.full_name,
      mapping: JSON.parse(row.mapping) as SavedMappingDto['mapping'],
    }));
  };

  #rows() {
    return this.#db
      .selectFrom('table_mapping as m')
      .leftJoin('officer as o', 'o.id', 'm.saved_by')
      .selectAll('m')
      .select('o.full_name')
      .select(
        sql<number>`(select count(*) from bank_file_mapping f where f.mapping_id = m.id)`.as(
          'files',
        ),
      );
  }
}

export class MappingWriteRepo extends MappingReadRepo implements MappingWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: MappingWriter['add'] = async (mapping, by) => {
    await this.#db
      .insertInto('table_mapping')
      .values({ id: mapping.id, ...columnsOf(mapping, by), retired_at: null })
      .execute();
  };

  change: MappingWriter['change'] = async (mapping, version, by) => {
    const before = await this.#db
      .selectFrom('table_mapping')
      .selectAll()
      .where('id', '=', mapping.id)
      .where('version', '=', version)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (!before) return false;
    const { id, retired_at: _retired, ...columns } = before;
    await this.#db
      .insertInto('table_mapping_version')
      .values({ ...columns, mapping_id: id })
      .execute();
    await this.#db
      .updateTable('table_mapping')
      .set({ ...columnsOf(mapping, by), version: version + 1 })
      .where('id', '=', mapping.id)
      .execute();
    return true;
  };

  retire: MappingWriter['retire'] = async (id, version, { at }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('table_mapping')
      .set({ retired_at: at, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  usedFor: MappingWriter['usedFor'] = async (fileId, { id, version }) => {
    await this.#db
      .insertInto('bank_file_mapping')
      .values({ file_id: fileId, mapping_id: id, version })
      .execute();
  };
}

function columnsOf({ bankCode, name, headerKey, titles, mapping }: NewMapping, by: PostingStamp) {
  return {
    bank_code: bankCode,
    name,
    header_key: headerKey,
    titles: JSON.stringify(titles),
    mapping: JSON.stringify(mapping),
    saved_at: by.at,
    saved_by: by.officerId,
  };
}

function toDto(
  row: Selectable<TableMappingTable> & { full_name: string | null; files: number },
): SavedMappingDto & { headerKey: string } {
  return {
    id: row.id,
    bankCode: row.bank_code,
    name: row.name,
    mapping: JSON.parse(row.mapping) as TableMapping & SavedMappingDto['mapping'],
    titles: JSON.parse(row.titles) as string[],
    headerKey: row.header_key,
    files: row.files,
    savedAt: row.saved_at as IsoInstant,
    savedBy: row.full_name,
    version: row.version,
  };
}
