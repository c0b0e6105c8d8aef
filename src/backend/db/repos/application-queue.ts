import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { ApplicationView } from '../../../domain/applications/application-status.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { ApplicationQueue, ApplicationQueueRow } from '../../app/applications/ports.ts';
import type { Page } from '../../app/cases/ports.ts';
import type { Reader } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { matchesSearch, officerRef } from './case-rows.ts';

type Db = Reader['db'];
type ApplicationExpression = ExpressionBuilder<Schema, 'application'>;

/** How many applications each view holds, in one pass over an index. */
export async function countApplicationViews(
  db: Db,
  officerId: string,
  today: IsoDate,
): Promise<Record<ApplicationView, number>> {
  return db
    .selectFrom('application')
    .select((eb) => {
      const count = (view: ApplicationView) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inView(eb, view, officerId, today))
          .as(view);
      return [
        eb.fn.countAll<number>().as('all'),
        count('mine'),
        count('unassigned'),
        count('drafts'),
        count('dueToday'),
        count('overdue'),
        count('completion'),
        count('completionLapsed'),
        count('awaitingApproval'),
        count('decided'),
      ];
    })
    .executeTakeFirstOrThrow();
}

function inView(
  eb: ApplicationExpression,
  view: ApplicationView,
  officerId: string,
  today: IsoDate,
): Expression<SqlBool> {
  const running = eb('application.standing', '=', 0);
  const completion = eb('application.standing', '=', 1);
  switch (view) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'mine':
      return eb.and([
        eb('application.assigned_to', '=', officerId),
        eb('application.standing', '<', 2),
      ]);
    case 'unassigned':
      return eb.and([eb('application.assigned_to', 'is', null), running]);
    case 'drafts':
      return eb('application.standing', '=', 2);
    case 'dueToday':
      return eb.and([running, eb('application.deadline_on', '=', today)]);
    case 'overdue':
      return eb.and([running, eb('application.deadline_on', '<', today)]);
    case 'completion':
      return completion;
    case 'completionLapsed':
      return eb.and([completion, eb('application.complete_by', '<', today)]);
    case 'awaitingApproval':
      return eb('application.status', 'in', ['initialApproval', 'refusalProposed']);
    case 'decided':
      return eb('application.standing', '=', 3);
  }
}

/** One page of the queue: the ids first, from the index of its order, then the rows of the page only. */
export async function applicationQueue(
  db: Db,
  query: ApplicationQueue,
): Promise<Page<ApplicationQueueRow>> {
  const found = db.selectFrom('application').where((eb) => eb.and(conditions(eb, query)));
  const direction = query.descending ? 'desc' : 'asc';
  const [{ total }, ids] = await Promise.all([
    found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    orderColumns(query.sort)
      .reduce(
        (ordered, column) => ordered.orderBy(column, direction),
        found.select('application.id'),
      )
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ]);
  const rows = await applicationQueueRows(
    db,
    ids.map((row) => row.id),
  );
  return { rows, total };
}

function conditions(eb: ApplicationExpression, query: ApplicationQueue): Expression<SqlBool>[] {
  const typed = matchesSearch(eb, query.search, {
    nameKey: eb.ref('application.name_key'),
    numbers: [eb.ref('application.number'), eb.ref('application.national_id')],
    beneficiaryId: sql<string>`coalesce(${eb.ref('application.beneficiary_id')}, '')`,
  });
  return [
    inView(eb, query.view, query.officerId, query.today),
    ...(query.status?.length ? [eb('application.status', 'in', query.status)] : []),
    ...(query.programme?.length ? [eb('application.programme', 'in', query.programme)] : []),
    ...(typed === null ? [] : [typed]),
  ];
}

function orderColumns(sort: ApplicationQueue['sort']) {
  switch (sort) {
    case 'deadline':
      return ['application.standing', 'application.deadline_on', 'application.number'] as const;
    case 'submittedOn':
      return ['application.submitted_on', 'application.number'] as const;
    case 'name':
      return ['application.name_key', 'application.number'] as const;
    case 'number':
      return ['application.number'] as const;
    case 'status':
      return ['application.status', 'application.deadline_on', 'application.number'] as const;
  }
}

/** The rows of some ids, in the order of the ids. */
export async function applicationQueueRows(
  db: Db,
  ids: readonly string[],
): Promise<ApplicationQueueRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('application as c')
    .leftJoin('officer as o', 'o.id', 'c.assigned_to')
    .where('c.id', 'in', ids)
    .select([
      'c.id',
      'c.number',
      'c.programme',
      'c.status',
      'c.beneficiary_id as beneficiaryId',
      'c.name',
      'c.national_id as nationalId',
      'c.started_on',
      'c.submitted_on',
      'c.deadline_on',
      'c.paused_on',
      'c.complete_by',
      'c.decided_on',
      'c.ended_on',
      'c.assigned_to',
      'o.full_name as assignee',
      'c.version',
    ])
    .execute();
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        programme: row.programme,
        status: row.status,
        beneficiaryId: row.beneficiaryId,
        name: row.name,
        nationalId: row.nationalId,
        startedOn: row.started_on as IsoDate,
        submittedOn: row.submitted_on as IsoDate | null,
        deadlineOn: row.deadline_on as IsoDate | null,
        pausedOn: row.paused_on as IsoDate | null,
        completeBy: row.complete_by as IsoDate | null,
        decidedOn: row.decided_on as IsoDate | null,
        endedOn: row.ended_on as IsoDate | null,
        assignedTo: officerRef(row.assigned_to, row.assignee),
        version: row.version,
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
