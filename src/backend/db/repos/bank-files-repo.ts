import { sql, type Selectable } from 'kysely';
import type { BankFileDto } from '../../../contract/reconciliation.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { FileWarning } from '../../../domain/reconciliation/stage-records.ts';
import type {
  BankFile,
  BankFileReader,
  BankFileWriter,
  FileSummary,
} from '../../app/reconciliation/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { BankFileTable } from '../schema/reconciliation.ts';
import { through } from '../dialect/planner.ts';
import { fileNo, isOfFile } from './bank-line-ids.ts';
import { addBankLines } from './bank-lines.ts';
import { cycleTotals } from './cycle-totals.ts';

const SOME_LINES = {
  unjudged: { index: through('bank_line_unjudged'), which: sql`and effect is null` },
  exceptions: {
    index: through('bank_line_exception'),
    which: sql`and exception_kind is not null`,
  },
} as const;
const ALL_LINES = { index: sql``, which: sql`` };

export class BankFileReadRepo implements BankFileReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async list(): Promise<BankFileDto[]> {
    const rows = await this.#dtos()
      .orderBy('f.staged_at', 'desc')
      .orderBy('f.id', 'desc')
      .execute();
    return rows.map(toDto);
  }

  async dto(id: string): Promise<BankFileDto | undefined> {
    const row = await this.#dtos().where('f.id', '=', id).executeTakeFirst();
    return row && toDto(row);
  }

  #dtos() {
    return this.#db
      .selectFrom('bank_file as f')
      .leftJoin('officer as o', 'o.id', 'f.committed_by')
      .leftJoin('officer as s', 's.id', 'f.staged_by')
      .where('f.status', '<>', 'reading')
      .selectAll('f')
      .select(['o.full_name', 's.full_name as staged_name']);
  }

  async byId(id: string): Promise<BankFile | undefined> {
    const row = await this.#db
      .selectFrom('bank_file')
      .selectAll()
      .where('id', '=', id)
      .where('status', '<>', 'reading')
      .executeTakeFirst();
    if (!row) return undefined;
    const nobody = { full_name: null, staged_name: null };
    const { committedBy: _by, stagedBy: _reader, ...file } = toDto({ ...row, ...nobody });
    return {
      ...file,
      sha256: row.sha256,
      encoding: row.encoding,
      warnings: JSON.parse(row.warnings) as FileWarning[],
      summary: row.summary === null ? null : (JSON.parse(row.summary) as FileSummary),
      matchedState: row.matched_state,
      cycleId: row.cycle_id,
      commitNo: row.commit_no,
    };
  }

  seen: BankFileReader['seen'] = async (sha256) => {
    const row = await this.#db
      .selectFrom('bank_file as f')
      .innerJoin('officer as o', (join) =>
        join.on(sql<boolean>`o.id = coalesce(f.committed_by, f.staged_by)`),
      )
      .where('f.sha256', '=', sha256)
      .where('f.status', 'in', ['reading', 'preview', 'committed'])
      .select(['f.id', 'f.file_name', 'f.status', 'f.staged_at', 'f.committed_at', 'o.full_name'])
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        fileName: row.file_name,
        status: row.status,
        at: (row.committed_at ?? row.staged_at) as IsoInstant,
        by: row.full_name,
      }
    );
  };

  sameMessage: BankFileReader['sameMessage'] = async (kind, messageId, except) => {
    const row = await this.#db
      .selectFrom('bank_file')
      .where('message_id', '=', messageId)
      .where('kind', '=', kind)
      .where('status', 'in', ['preview', 'committed'])
      .where('id', '<>', except)
      .select(['file_name', 'staged_at'])
      .orderBy('staged_at')
      .executeTakeFirst();
    return row && { fileName: row.file_name, at: row.staged_at as IsoInstant };
  };

  async interrupted(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('bank_file')
      .select('id')
      .where('status', '=', 'reading')
      .execute();
    return rows.map(({ id }) => id);
  }

  async ledgerState(): Promise<string> {
    const { rows } = await sql<{ state: string }>`
      select coalesce((select max(seq) from payment_event), 0) || '.' ||
        coalesce((select max(max(coalesce(event_base, 0)), max(coalesce(undo_base, 0))) from bank_file), 0)
        || (select coalesce(group_concat('-' || number, ''), '') from (
          select number from cycle where status = 'closed' order by number)) as state`.execute(
      this.#db,
    );
    return rows[0]?.state ?? '';
  }

  totals: BankFileReader['totals'] = (cycleId) => cycleTotals(this.#db, cycleId);
}

export class BankFileWriteRepo extends BankFileReadRepo implements BankFileWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: BankFileWriter['add'] = async (file) => {
    await this.#db
      .insertInto('bank_file')
      .values({
        id: file.id,
        sha256: file.sha256,
        file_name: file.fileName,
        size_bytes: file.sizeBytes,
        kind: file.kind,
        message_version: file.messageVersion,
        encoding: file.encoding,
        message_id: null,
        original_message_id: null,
        status: 'reading',
        staged_at: file.at,
        staged_by: file.by,
        summary: null,
        matched_state: null,
        cycle_id: null,
        commit_no: null,
        committed_at: null,
        committed_by: null,
        undone_at: null,
        undone_by: null,
      })
      .execute();
  };

  addLines: BankFileWriter['addLines'] = (fileId, lines) => addBankLines(this.#db, fileId, lines);

  amendLateEntry: BankFileWriter['amendLateEntry'] = async (fileId, entry) => {
    const unjudged = {
      status_before: null,
      status_after: null,
      effect: null,
      exception_kind: null,
    };
    await this.#db
      .updateTable('bank_line')
      .set({ booked_on: entry.bookedOn })
      .$if(!entry.booked, (query) => query.set({ reported: 'noted', ...unjudged }))
      .where(isOfFile('bank_line.id', fileId))
      .where('line_no', '>=', entry.first)
      .where('line_no', '<=', entry.last)
      .execute();
  };

  setMessage: BankFileWriter['setMessage'] = async (fileId, message) => {
    await this.#db
      .updateTable('bank_file')
      .set({
        message_id: message.messageId,
        original_message_id: message.originalMessageId,
        lines: message.lines,
        first_payment_no: message.payments?.from ?? null,
        last_payment_no: message.payments?.to ?? null,
      })
      .where('id', '=', fileId)
      .execute();
  };

  notePayments: BankFileWriter['notePayments'] = async (fileId) => {
    await sql`
      update bank_file set (first_payment_no, last_payment_no) = (
        select min(payment_no), max(payment_no) from bank_line where ${isOfFile('bank_line.id', fileId)})
      where id = ${fileId}`.execute(this.#db);
  };

  setMatched: BankFileWriter['setMatched'] = async (fileId, matched) => {
    await this.#db
      .updateTable('bank_file')
      .set({
        summary: JSON.stringify(matched.summary),
        warnings: JSON.stringify(matched.warnings),
        matched_state: matched.matchedState,
        cycle_id: matched.cycleId,
        status: 'preview',
      })
      .where('id', '=', fileId)
      .execute();
  };

  setStatus: BankFileWriter['setStatus'] = async (fileId, version, status, { at, officerId }) => {
    const changes = {
      committed: {
        committed_at: at,
        committed_by: officerId,
        commit_no: sql<number>`(
        select coalesce(max(commit_no), 0) + 1 from bank_file)`,
      },
      undone: { undone_at: at, undone_by: officerId },
      discarded: {},
    } as const;
    const result = await this.#db
      .updateTable('bank_file')
      .set({ status, version: version + 1, ...changes[status] })
      .where('id', '=', fileId)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  };

  nextRange: BankFileWriter['nextRange'] = async (fileId, after, size, which) => {
    const some = which === undefined ? ALL_LINES : SOME_LINES[which];
    const { rows } = await sql<{ from: number | null; to: number | null }>`
      select min(id) as "from", max(id) as "to" from (
        select id from bank_line ${some.index}
        where ${isOfFile('id', fileId)} and id > ${after} ${some.which} order by id limit ${size}
      )`.execute(this.#db);
    const { from = null, to = null } = rows[0] ?? {};
    return from === null || to === null ? null : { from, to };
  };

  disown: BankFileWriter['disown'] = async (fileId) => {
    await this.#db
      .updateTable('bank_file')
      .set({ sha256: `removed ${fileId}` })
      .where('id', '=', fileId)
      .execute();
  };

  removeLines: BankFileWriter['removeLines'] = async (fileId, { from, to }) => {
    await this.#db
      .deleteFrom('bank_line')
      .where('id', '>=', from)
      .where('id', '<=', to)
      .where('file_no', '=', fileNo(fileId))
      .execute();
  };

  remove: BankFileWriter['remove'] = async (fileId) => {
    await this.#db.deleteFrom('bank_file').where('id', '=', fileId).execute();
  };
}

type FileRow = Selectable<BankFileTable> & {
  readonly full_name: string | null;
  staged_name: string | null;
};

function toDto(row: FileRow): BankFileDto {
  if (row.status === 'reading') throw new Error('A file that is still being read is not shown');
  return {
    id: row.id,
    fileName: row.file_name,
    kind: row.kind,
    messageVersion: row.message_version,
    messageId: row.message_id,
    lines: row.lines,
    status: row.status,
    stagedAt: row.staged_at as IsoInstant,
    stagedBy: row.staged_name,
    committedAt: row.committed_at as IsoInstant | null,
    committedBy: row.full_name,
    version: row.version,
  };
}
