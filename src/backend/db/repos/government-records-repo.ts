import { sql, type SqlBool } from 'kysely';
import type {
  Belonging,
  GovernmentRecordReader,
  GovernmentRecordWriter,
} from '../../app/government-records/ports.ts';
import type { RowProblem } from '../../../domain/government-records/record-row.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import type { HouseholdFactTable } from '../schema/registry.ts';
import { factOf } from './household-fact-rows.ts';
import {
  batchOf,
  batchRows,
  differenceOf,
  differenceRows,
  requestOf,
  requestRows,
} from './government-record-rows.ts';

export class GovernmentRecordReadRepo implements GovernmentRecordReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  importedAt: GovernmentRecordReader['importedAt'] = async (sha256) => {
    const row = await this.#db
      .selectFrom('record_batch')
      .where('sha256', '=', sha256)
      .where('status', '=', 'committed')
      .select('committed_at')
      .executeTakeFirst();
    return row ? (row.committed_at as IsoInstant) : null;
  };

  belongings: GovernmentRecordReader['belongings'] = async (nationalIds) => {
    const { rows } = await sql<{ national_id: string; no: number; subject: number }>`
      select given.value as national_id, b.no, 0 as subject from ${jsonValues(nationalIds, 'given')}
      cross join beneficiary b on b.national_id = given.value where b.merged_into is null
      union
      select given.value, f.beneficiary_no, f.subject from ${jsonValues(nationalIds, 'given')}
      cross join household_fact f on f.data ->> 'nationalId' = given.value and f.kind = 'person'
        and f.subject > 0 and f.superseded_in is null and f.data ->> 'nationalId' is not null
      cross join beneficiary b on b.no = f.beneficiary_no where b.merged_into is null`.execute(
      this.#db,
    );
    return rows.map((row): Belonging => ({
      nationalId: row.national_id,
      no: row.no,
      subject: row.subject,
    }));
  };

  knownFacts: GovernmentRecordReader['knownFacts'] = async (nos) => {
    const { rows } = await sql<HouseholdFactTable>`
      select f.* from ${jsonValues(nos, 'given')}
      cross join household_fact f on f.beneficiary_no = given.value
      where f.superseded_in is null order by f.beneficiary_no, f.seq`.execute(this.#db);
    const known = new Map<number, AnyFact[]>();
    for (const row of rows) {
      const facts = known.get(row.beneficiary_no) ?? [];
      facts.push(factOf(row));
      known.set(row.beneficiary_no, facts);
    }
    return known;
  };

  batches: GovernmentRecordReader['batches'] = async () => {
    const rows = await batchRows(this.#db).orderBy('b.no', 'desc').execute();
    return rows.map(batchOf);
  };

  batch: GovernmentRecordReader['batch'] = async (id) => {
    const row = await batchRows(this.#db).where('b.id', '=', id).executeTakeFirst();
    return row && batchOf(row);
  };

  badRows: GovernmentRecordReader['badRows'] = async (batchId) => {
    const rows = await this.#db
      .selectFrom('record_bad_row as r')
      .innerJoin('record_batch as b', 'b.no', 'r.batch_no')
      .where('b.id', '=', batchId)
      .orderBy('r.line')
      .orderBy('r.field')
      .select(['r.line', 'r.field', 'r.code', 'r.value'])
      .execute();
    return rows.map(({ line, field, code, value }) => ({
      line,
      column: field as RowProblem['column'],
      code: code as RowProblem['code'],
      value,
    }));
  };

  counts: GovernmentRecordReader['counts'] = async (batchId) =>
    this.#db
      .selectFrom('record_difference as d')
      .innerJoin('record_batch as b', 'b.no', 'd.batch_no')
      .where('b.id', '=', batchId)
      .groupBy(['d.field', 'd.outcome', 'd.status'])
      .select((eb) => ['d.field', 'd.outcome', 'd.status', eb.fn.countAll<number>().as('count')])
      .execute();

  differences: GovernmentRecordReader['differences'] = async (filter, { offset, limit }) => {
    let query = differenceRows(this.#db).where('b.id', '=', filter.batchId);
    if (filter.status !== undefined) query = query.where('d.status', '=', filter.status);
    if (filter.field !== undefined) query = query.where('d.field', '=', filter.field);
    if (filter.outcome !== undefined) query = query.where('d.outcome', '=', filter.outcome);
    const rows = await query.orderBy('d.no').offset(offset).limit(limit).execute();
    const { total } = await query
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { rows: rows.map(differenceOf), total };
  };

  difference: GovernmentRecordReader['difference'] = async (id) => {
    const row = await differenceRows(this.#db).where('d.id', '=', id).executeTakeFirst();
    return row && differenceOf(row);
  };

  requests: GovernmentRecordReader['requests'] = async (standing, today, { offset, limit }) => {
    const query = requestRows(this.#db).where(standingIs(standing, today));
    const rows = await query
      .orderBy('r.due_on')
      .orderBy('r.id')
      .offset(offset)
      .limit(limit)
      .execute();
    const { total } = await query
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { rows: rows.map(requestOf), total };
  };

  requestCounts: GovernmentRecordReader['requestCounts'] = async (today) => {
    const { rows } = await sql<{
      due: number | null;
      late: number | null;
      stop_ground: number | null;
      closed: number | null;
    }>`
      select sum(status = 'open' and due_on >= ${today}) as due,
        sum(status = 'open' and due_on < ${today} and stop_from > ${today}) as late,
        sum(status = 'open' and stop_from <= ${today}) as stop_ground,
        sum(status <> 'open') as closed from update_request`.execute(this.#db);
    const [row] = rows;
    return {
      due: row?.due ?? 0,
      late: row?.late ?? 0,
      stopGround: row?.stop_ground ?? 0,
      closed: row?.closed ?? 0,
    };
  };

  requestById: GovernmentRecordReader['requestById'] = async (id) => {
    const row = await requestRows(this.#db).where('r.id', '=', id).executeTakeFirst();
    return row && requestOf(row);
  };
}

function standingIs(standing: Parameters<GovernmentRecordReader['requests']>[0], today: IsoDate) {
  switch (standing) {
    case 'due':
      return sql<SqlBool>`r.status = 'open' and r.due_on >= ${today}`;
    case 'late':
      return sql<SqlBool>`r.status = 'open' and r.due_on < ${today} and r.stop_from > ${today}`;
    case 'stopGround':
      return sql<SqlBool>`r.status = 'open' and r.stop_from <= ${today}`;
    case 'open':
      return sql<SqlBool>`r.status = 'open'`;
    case 'closed':
      return sql<SqlBool>`r.status <> 'open'`;
  }
}

export class GovernmentRecordWriteRepo
  extends GovernmentRecordReadRepo
  implements GovernmentRecordWriter
{
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  addBatch: GovernmentRecordWriter['addBatch'] = async (batch, { at, by }) => {
    const { no } = await this.#db
      .insertInto('record_batch')
      .values({
        id: batch.id,
        kind: batch.kind,
        source: batch.source,
        file_name: batch.fileName,
        sha256: batch.sha256,
        layout: JSON.stringify(batch.layout),
        as_of: batch.asOf,
        rows: batch.rows,
        bad_rows: batch.badRows,
        agreed: batch.agreed,
        status: 'committed',
        committed_at: at,
        committed_by: by ?? '',
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  };

  addBadRows: GovernmentRecordWriter['addBadRows'] = async (batchNo, rows) => {
    if (rows.length === 0) return;
    await sql`
      insert into record_bad_row (batch_no, line, field, code, value)
      select ${batchNo}, line, field, code, value from ${jsonRows(
        rows.map(({ line, column, code, value }) => [line, column, code, value]),
        ['line', 'field', 'code', 'value'],
        'given',
      )} where true on conflict do nothing`.execute(this.#db);
  };

  addDifferences: GovernmentRecordWriter['addDifferences'] = async (batchNo, differences) => {
    if (differences.length === 0) return;
    const columns = [
      'id',
      'line',
      'beneficiary_no',
      'subject',
      'record',
      'national_id',
      'name',
      'field',
      'outcome',
      'ours',
      'theirs',
      'valid_from',
    ];
    await sql`
      insert into record_difference (batch_no, ${sql.raw(columns.join(', '))})
      select ${batchNo}, ${sql.raw(columns.join(', '))} from ${jsonRows(
        differences.map((one) => [
          one.id,
          one.line,
          one.beneficiaryNo,
          one.subject,
          one.record,
          one.nationalId,
          one.name,
          one.field,
          one.outcome,
          one.ours === null ? null : JSON.stringify(one.ours),
          JSON.stringify(one.theirs),
          one.validFrom,
        ]),
        columns,
        'given',
      )} where true`.execute(this.#db);
  };

  undoBatch: GovernmentRecordWriter['undoBatch'] = async (id, version, reason, { at, by }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('record_batch')
      .set({
        status: 'undone',
        undone_at: at,
        undone_by: by,
        undone_reason: reason,
        version: version + 1,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  decide: GovernmentRecordWriter['decide'] = async (id, version, decision, { at, by }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('record_difference')
      .set((eb) => ({
        status: decision.status,
        reason: decision.reason,
        change_no: decision.changeNo,
        // What was asked before stays said, also once it is accepted.
        request_id: decision.requestId ?? eb.ref('request_id'),
        decided_at: at,
        decided_by: by,
        version: version + 1,
      }))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  addRequest: GovernmentRecordWriter['addRequest'] = async (request, { at, by }) => {
    await this.#db
      .insertInto('update_request')
      .values({
        id: request.id,
        number: request.number,
        beneficiary_id: request.beneficiaryId,
        asked: JSON.stringify(request.asked),
        asked_at: at,
        asked_by: by ?? '',
        letter_id: request.letterId,
        notified_on: request.notifiedOn,
        due_on: request.dueOn,
        stop_from: request.stopFrom,
      })
      .execute();
  };

  closeRequest: GovernmentRecordWriter['closeRequest'] = async (
    id,
    version,
    { status, note },
    { at, by },
  ) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('update_request')
      .set({ status, closing_note: note, closed_at: at, closed_by: by, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };
}
