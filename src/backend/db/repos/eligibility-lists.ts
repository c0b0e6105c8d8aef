import { sql, type RawBuilder } from 'kysely';
import type {
  EligibilityReader,
  ListedChange,
  ListedObstacle,
} from '../../app/entitlement/run-ports.ts';
import type { ChangeCause, Obstacle } from '../../../domain/entitlement/eligibility-run.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { Reader } from '../database.ts';

type Db = Reader['db'];
type ChangeQuery = Parameters<EligibilityReader['changes']>[1];
type ObstacleQuery = Parameters<EligibilityReader['listedObstacles']>[1];

interface PersonRow {
  id: string;
  full_name: string;
  national_id: string;
}

export async function listChanges(db: Db, runNo: number, query: ChangeQuery) {
  const { cause, reason } = query;
  const filters = [sql`c.run_no = ${runNo}`];
  if (cause !== undefined) filters.push(sql`c.cause = ${cause}`);
  if (reason !== undefined) filters.push(sql`c.reason = ${reason}`);
  const where = sql.join(filters, sql` and `);
  const orders: Record<ChangeQuery['sort'], RawBuilder<unknown>> = {
    difference: sql`c.after_halalas - c.before_halalas`,
    before: sql`c.before_halalas`,
    after: sql`c.after_halalas`,
    name: sql`b.name_key`,
  };
  const total = await countOf(db, sql`eligibility_change c where ${where}`);
  const { rows } = await sql<
    PersonRow & {
      cause: ChangeCause;
      reason: string;
      before_halalas: number;
      after_halalas: number;
      causes: string;
    }
  >`
    with page as materialized (
      select c.beneficiary_no from eligibility_change c ${joined(query)} where ${where}
      order by ${inOrder(orders[query.sort], query)}, c.beneficiary_no
      limit ${query.limit} offset ${query.offset}
    )
    select b.id, b.full_name, b.national_id, c.cause, c.reason, c.before_halalas, c.after_halalas, c.causes
    from page
    cross join eligibility_change c on c.run_no = ${runNo} and c.beneficiary_no = page.beneficiary_no
    cross join beneficiary b on b.no = c.beneficiary_no
    order by ${inOrder(orders[query.sort], query)}, c.beneficiary_no`.execute(db);
  return {
    total,
    rows: rows.map((row): ListedChange => ({
      ...personOf(row),
      cause: row.cause,
      reason: row.reason,
      before: row.before_halalas as Halalas,
      after: row.after_halalas as Halalas,
      causes: JSON.parse(row.causes) as ListedChange['causes'],
    })),
  };
}

export async function listObstacles(db: Db, runNo: number, query: ObstacleQuery) {
  const filters = [sql`c.run_no = ${runNo}`];
  if (query.kind !== undefined) filters.push(sql`c.kind = ${query.kind}`);
  const where = sql.join(filters, sql` and `);
  const orders: Record<ObstacleQuery['sort'], RawBuilder<unknown>> = {
    due: sql`c.due_halalas`,
    listed: sql`coalesce(c.listed_halalas, -1)`,
    name: sql`b.name_key`,
  };
  const total = await countOf(db, sql`eligibility_obstacle c where ${where}`);
  const { rows } = await sql<
    PersonRow & { kind: Obstacle; due_halalas: number; listed_halalas: number | null }
  >`
    select b.id, b.full_name, b.national_id, c.kind, c.due_halalas, c.listed_halalas
    from eligibility_obstacle c cross join beneficiary b on b.no = c.beneficiary_no
    where ${where}
    order by ${inOrder(orders[query.sort], query)}, c.beneficiary_no
    limit ${query.limit} offset ${query.offset}`.execute(db);
  return {
    total,
    rows: rows.map((row): ListedObstacle => ({
      ...personOf(row),
      kind: row.kind,
      due: row.due_halalas as Halalas,
      listed: row.listed_halalas as Halalas | null,
    })),
  };
}

/** Names are looked up for every row only where they give the order. */
const joined = ({ sort }: { readonly sort: string }): RawBuilder<unknown> =>
  sort === 'name' ? sql`cross join beneficiary b on b.no = c.beneficiary_no` : sql``;

const inOrder = (
  column: RawBuilder<unknown>,
  { descending }: { readonly descending: boolean },
): RawBuilder<unknown> => (descending ? sql`${column} desc` : sql`${column}`);

const personOf = ({ id, full_name, national_id }: PersonRow) => ({
  beneficiaryId: id,
  name: full_name,
  nationalId: national_id,
});

async function countOf(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}
