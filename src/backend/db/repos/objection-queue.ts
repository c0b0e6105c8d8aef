import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { SavedView } from '../../../contract/complaints.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Page } from '../../app/cases/ports.ts';
import type { ObjectionQueue, ObjectionQueueRow } from '../../app/objections/ports.ts';
import type { Reader } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { byCase, matchesSearch, officerRef } from './case-rows.ts';

type Db = Reader['db'];
type ObjectionExpression = ExpressionBuilder<Schema, 'objection'>;

/** How many objections each saved view holds, in one pass over an index. */
export async function countObjectionViews(
  db: Db,
  officerId: string,
  today: IsoDate,
): Promise<Record<SavedView, number>> {
  return db
    .selectFrom('objection')
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
  eb: ObjectionExpression,
  view: SavedView,
  officerId: string,
  today: IsoDate,
): Expression<SqlBool> {
  const running = eb('objection.standing', '=', 0);
  switch (view) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'mine':
      return eb.and([eb('objection.assigned_to', '=', officerId), running]);
    case 'unassigned':
      return eb.and([eb('objection.assigned_to', 'is', null), running]);
    case 'dueToday':
      return eb.and([running, eb('objection.deadline_on', '=', today)]);
    case 'overdue':
      return eb.and([running, eb('objection.deadline_on', '<', today)]);
    case 'awaitingDocuments':
      // An objection comes with its documents; nothing waits for them.
      return sql<SqlBool>`false`;
    case 'awaitingApproval':
      return eb('objection.status', '=', 'awaitingSecond');
    case 'decided':
      return eb('objection.standing', '=', 2);
  }
}

/**
 * One page of the queue: the ids first, from the index of its order, then the rows of the page only. By deadline
 * means undecided objections first.
 */
export async function objectionQueue(
  db: Db,
  query: ObjectionQueue,
): Promise<Page<ObjectionQueueRow>> {
  const found = db.selectFrom('objection').where((eb) => eb.and(conditions(eb, query)));
  const direction = query.descending ? 'desc' : 'asc';
  const [{ total }, ids] = await Promise.all([
    found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    orderColumns(query.sort)
      .reduce((ordered, column) => ordered.orderBy(column, direction), found.select('objection.id'))
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ]);
  const rows = await objectionQueueRows(
    db,
    ids.map((row) => row.id),
  );
  return { rows, total };
}

function conditions(eb: ObjectionExpression, query: ObjectionQueue): Expression<SqlBool>[] {
  const typed = matchesSearch(eb, query.search, {
    nameKey: eb.ref('objection.name_key'),
    numbers: [eb.ref('objection.number')],
    beneficiaryId: eb.ref('objection.beneficiary_id'),
  });
  return [
    inView(eb, query.view, query.officerId, query.today),
    ...(query.status?.length ? [eb('objection.status', 'in', query.status)] : []),
    ...(typed === null ? [] : [typed]),
  ];
}

function orderColumns(sort: ObjectionQueue['sort']) {
  switch (sort) {
    case 'deadline':
      return ['objection.standing', 'objection.deadline_on', 'objection.number'] as const;
    case 'filedOn':
      return ['objection.filed_on', 'objection.number'] as const;
    case 'name':
      return ['objection.name_key', 'objection.number'] as const;
    case 'number':
      return ['objection.number'] as const;
    case 'status':
      return ['objection.status', 'objection.deadline_on', 'objection.number'] as const;
  }
}

/** The rows of some ids, in the order of the ids. */
export async function objectionQueueRows(
  db: Db,
  ids: readonly string[],
): Promise<ObjectionQueueRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('objection as c')
    .innerJoin('beneficiary as b', 'b.id', 'c.beneficiary_id')
    .leftJoin('officer as o', 'o.id', 'c.assigned_to')
    .where('c.id', 'in', ids)
    .select([
      'c.id',
      'c.number',
      'c.beneficiary_id',
      'b.full_name as name',
      'b.national_id',
      'c.status',
      'c.refused_on',
      'c.filed_on',
      'c.deadline_on',
      'c.decided_on',
      'c.assigned_to',
      'o.full_name as assignee',
      'c.version',
    ])
    .execute();
  const reasons = await db
    .selectFrom('objection_reason')
    .where('objection_id', 'in', ids)
    .orderBy('position')
    .select(['objection_id', 'code'])
    .execute();
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const reasonsOf = byCase(reasons, (reason) => reason.objection_id);
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    return row === undefined
      ? []
      : [
          {
            id: row.id,
            number: row.number,
            beneficiaryId: row.beneficiary_id,
            name: row.name,
            nationalId: row.national_id,
            status: row.status,
            refusedOn: row.refused_on as IsoDate,
            filedOn: row.filed_on as IsoDate,
            deadlineOn: row.deadline_on as IsoDate | null,
            decidedOn: row.decided_on as IsoDate | null,
            reasons: (reasonsOf.get(id) ?? []).map((reason) => reason.code),
            assignedTo: officerRef(row.assigned_to, row.assignee),
            version: row.version,
          },
        ];
  });
}
