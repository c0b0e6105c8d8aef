import { sql } from 'kysely';
import type {
  StoredBatch,
  StoredDifference,
  StoredRequest,
} from '../../app/government-records/ports.ts';
import type { RecordValue } from '../../../domain/government-records/record-value.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';

type RowOf<Query extends { executeTakeFirst(): Promise<unknown> }> = NonNullable<
  Awaited<ReturnType<Query['executeTakeFirst']>>
>;

export function batchRows(db: Reader['db']) {
  return db
    .selectFrom('record_batch as b')
    .innerJoin('officer as c', 'c.id', 'b.committed_by')
    .leftJoin('officer as u', 'u.id', 'b.undone_by')
    .selectAll('b')
    .select(['c.full_name as committer', 'u.full_name as undoer'])
    .select([
      sql<number>`(select count(*) from record_difference d where d.batch_no = b.no)`.as(
        'differences',
      ),
      sql<number>`(select count(*) from record_difference d where d.batch_no = b.no and d.status = 'open')`.as(
        'open',
      ),
    ]);
}

export function batchOf(row: RowOf<ReturnType<typeof batchRows>>): StoredBatch {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    fileName: row.file_name,
    asOf: row.as_of as IsoDate,
    rows: row.rows,
    badRows: row.bad_rows,
    agreed: row.agreed,
    differences: row.differences,
    open: row.open,
    status: row.status,
    committedAt: row.committed_at as IsoInstant,
    committedBy: row.committer,
    undoneAt: row.undone_at as IsoInstant | null,
    undoneBy: row.undoer,
    version: row.version,
  };
}

export function differenceRows(db: Reader['db']) {
  return db
    .selectFrom('record_difference as d')
    .innerJoin('record_batch as b', 'b.no', 'd.batch_no')
    .leftJoin('beneficiary as h', 'h.no', 'd.beneficiary_no')
    .leftJoin('officer as o', 'o.id', 'd.decided_by')
    .selectAll('d')
    .select([
      'b.id as batch_id',
      'b.status as batch_status',
      'b.as_of',
      'h.id as head_id',
      'h.full_name as head_name',
      'h.national_id as head_national_id',
      'o.full_name as decider',
    ]);
}

export function differenceOf(row: RowOf<ReturnType<typeof differenceRows>>): StoredDifference {
  const { head_id: id, head_name: name, head_national_id: nationalId } = row;
  return {
    id: row.id,
    batchId: row.batch_id,
    batchStatus: row.batch_status,
    asOf: row.as_of as IsoDate,
    line: row.line,
    field: row.field,
    outcome: row.outcome,
    subject: row.subject,
    record: row.record,
    nationalId: row.national_id,
    name: row.name,
    ours: row.ours === null ? null : (JSON.parse(row.ours) as RecordValue),
    theirs: JSON.parse(row.theirs) as RecordValue,
    validFrom: row.valid_from as IsoDate | null,
    head:
      id === null || name === null || nationalId === null
        ? null
        : { beneficiaryId: id, name, nationalId },
    status: row.status,
    decidedAt: row.decided_at as IsoInstant | null,
    decidedBy: row.decider,
    reason: row.reason,
    version: row.version,
  };
}

export function requestRows(db: Reader['db']) {
  return db
    .selectFrom('update_request as r')
    .innerJoin('beneficiary as p', 'p.id', 'r.beneficiary_id')
    .innerJoin('officer as o', 'o.id', 'r.asked_by')
    .leftJoin('letter as l', 'l.id', 'r.letter_id')
    .selectAll('r')
    .select(['p.full_name as person', 'p.national_id', 'o.full_name as asker'])
    .select('l.number as letter_number');
}

export function requestOf(row: RowOf<ReturnType<typeof requestRows>>): StoredRequest {
  return {
    id: row.id,
    number: row.number,
    beneficiaryId: row.beneficiary_id,
    name: row.person,
    nationalId: row.national_id,
    asked: JSON.parse(row.asked) as string[],
    notifiedOn: row.notified_on as IsoDate,
    letterNumber: row.letter_number,
    dueOn: row.due_on as IsoDate,
    stopFrom: row.stop_from as IsoDate,
    askedBy: row.asker,
    status: row.status,
    closingNote: row.closing_note,
    version: row.version,
  };
}
