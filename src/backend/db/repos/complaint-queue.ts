import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { SavedView } from '../../../contract/complaints.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Page } from '../../app/cases/ports.ts';
import type { ComplaintQueue, ComplaintQueueRow } from '../../app/complaints/ports.ts';
import type { Reader } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { matchesSearch, officerRef } from './case-rows.ts';

type Db = Reader['db'];
type ComplaintExpression = ExpressionBuilder<Schema, 'complaint'>;

/** How many complaints each saved view holds, in one pass over an index. */
export async function countComplaintViews(
  db: Db,
  officerId: string,
  today: IsoDate,
): Promise<Record<SavedView, number>> {
  return db
    .selectFrom('complaint')
    .select((eb) => {
      const count = (view: SavedView) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inView(eb, view, officerId, today))
          .as(view);
      return [
        eb.fn.countAll<number>().as('all'),
        count('mine'),
        count('unassigned'),
        count('dueToday'),
        count('overdue'),
        count('awaitingDocuments'),
        count('awaitingApproval'),
        count('decided'),
      ];
    })
    .executeTakeFirstOrThrow();
}

function inView(
  eb: ComplaintExpression,
  view: SavedView,
  officerId: string,
  today: IsoDate,
): Expression<SqlBool> {
  const undecided = eb('complaint.standing', 'in', [0, 1]);
  const running = eb('complaint.standing', '=', 0);
  switch (view) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'mine':
      return eb.and([eb('complaint.assigned_to', '=', officerId), undecided]);
    case 'unassigned':
      return eb.and([eb('complaint.assigned_to', 'is', null), undecided]);
    case 'dueToday':
      return eb.and([running, eb('complaint.deadline_on', '=', today)]);
    case 'overdue':
      return eb.and([running, eb('complaint.deadline_on', '<', today)]);
    case 'awaitingDocuments':
      return eb('complaint.standing', '=', 1);
    case 'awaitingApproval':
      return eb('complaint.status', '=', 'awaitingApproval');
    case 'decided':
      return eb('complaint.standing', '=', 2);
  }
}

/**
 * One page of the queue: the ids first, from the index of its order, then the rows of the page only. By deadline
 * means running cases first, then those that wait for documents, then the decided ones.
 */
export async function complaintQueue(
  db: Db,
  query: ComplaintQueue,
): Promise<Page<ComplaintQueueRow>> {
  const found = db.selectFrom('complaint').where((eb) => eb.and(conditions(eb, query)));
  const direction = query.descending ? 'desc' : 'asc';
  const [{ total }, ids] = await Promise.all([
    found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    orderColumns(query.sort)
      .reduce((ordered, column) => ordered.orderBy(column, direction), found.select('complaint.id'))
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ]);
  return {
    rows: await queueRows(
      db,
      ids.map((row) => row.id),
    ),
    total,
  };
}

function conditions(eb: ComplaintExpression, query: ComplaintQueue): Expression<SqlBool>[] {
  const { category, status, search } = query;
  const typed = matchesSearch(eb, search, {
    nameKey: eb.ref('complaint.name_key'),
    numbers: [eb.ref('complaint.ticket')],
    beneficiaryId: eb.ref('complaint.beneficiary_id'),
  });
  return [
    inView(eb, query.view, query.officerId, query.today),
    ...(category?.length ? [eb('complaint.category', 'in', category)] : []),
    ...(status?.length ? [eb('complaint.status', 'in', status)] : []),
    ...(typed === null ? [] : [typed]),
  ];
}

function orderColumns(sort: ComplaintQueue['sort']) {
  switch (sort) {
    case 'deadline':
      return ['complaint.standing', 'complaint.deadline_on', 'complaint.ticket'] as const;
    case 'filedOn':
      return ['complaint.filed_on', 'complaint.ticket'] as const;
    case 'claimed':
      return ['complaint.claimed_halalas', 'complaint.ticket'] as const;
    case 'name':
      return ['complaint.name_key', 'complaint.ticket'] as const;
    case 'ticket':
      return ['complaint.ticket'] as const;
    case 'status':
      return ['complaint.status', 'complaint.deadline_on', 'complaint.ticket'] as const;
  }
}

/** The rows of some ids, in the order of the ids. */
export async function queueRows(db: Db, ids: readonly string[]): Promise<ComplaintQueueRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('complaint as c')
    .innerJoin('beneficiary as b', 'b.id', 'c.beneficiary_id')
    .leftJoin('officer as o', 'o.id', 'c.assigned_to')
    .where('c.id', 'in', ids)
    .select([
      'c.id',
      'c.ticket',
      'c.beneficiary_id',
      'b.full_name as name',
      'b.national_id',
      'c.category',
      'c.status',
      'c.filed_on',
      'c.deadline_on',
      'c.paused_on',
      'c.decided_on',
      'c.claimed_halalas',
      'c.assigned_to',
      'o.full_name as assignee',
      'c.version',
    ])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined
      ? []
      : [
          {
            id: row.id,
            ticket: row.ticket,
            beneficiaryId: row.beneficiary_id,
            name: row.name,
            nationalId: row.national_id,
            category: row.category,
            status: row.status,
            filedOn: row.filed_on as IsoDate,
            deadlineOn: row.deadline_on as IsoDate | null,
            pausedOn: row.paused_on as IsoDate | null,
            decidedOn: row.decided_on as IsoDate | null,
            claimed: row.claimed_halalas as Halalas,
            assignedTo: officerRef(row.assigned_to, row.assignee),
            version: row.version,
          },
        ];
  });
}
