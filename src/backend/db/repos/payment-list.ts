import { sql, type RawBuilder } from 'kysely';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { searchTerms } from '../../../domain/registry/search-terms.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { PaymentListRow, PaymentReader } from '../../app/payments/ports.ts';
import type { Reader } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { withoutIndex } from '../dialect/planner.ts';
import { pageOfSegments } from './payment-segments.ts';
import { findPaymentsByNumber } from './payments-by-number.ts';

type Query = ParsedInputOf<'payments.list'>;
type Db = Reader['db'];
type Found = Awaited<ReturnType<PaymentReader['list']>>;

/** Up to this many rows are sorted after they were filtered; more are filtered in the order of an index. */
const SORTED_ROWS = 20_000;

const EMPTY: Found = { rows: [], total: 0, amount: 0 as Halalas };

/** One page of the payments of a cycle, with count and sum of all that the filter lets through. */
export async function listPayments(db: Db, query: Query): Promise<Found> {
  const terms = searchTerms(query.search ?? '');
  const isNumber = terms.words.length > 0 && terms.namePrefix === null;
  if (isNumber) {
    const ids = await findPaymentsByNumber(db, query.search ?? '', terms);
    const cycle = query.cycleId === undefined ? null : await cycleNumber(db, query.cycleId);
    const narrow = [sql`p.id in (select value from ${jsonValues(ids, 'given')})`];
    if (cycle !== null) narrow.push(sql`p.cycle_number = ${cycle}`);
    return pageOf(db, query, { narrow, filters: filtersOf(query) });
  }
  const cycle = await cycleNumber(db, query.cycleId);
  if (cycle === null) return EMPTY;
  const words = terms.words.map((word) => sql`instr(' ' || p.name_key, ${` ${word}`}) > 0`);
  const narrow = [sql`p.cycle_number = ${cycle}`, ...words];
  return pageOf(db, query, { narrow, filters: filtersOf(query) });
}

/** The number of a cycle, of the newest without an id. */
async function cycleNumber(db: Db, id: string | undefined): Promise<number | null> {
  const cycles = db.selectFrom('cycle').select('number');
  const one =
    id === undefined ? cycles.orderBy('number', 'desc').limit(1) : cycles.where('id', '=', id);
  return (await one.executeTakeFirst())?.number ?? null;
}

interface Listed {
  readonly narrow: readonly RawBuilder<unknown>[];
  /** What is checked row by row where the order comes from an index. */
  readonly filters: readonly RawBuilder<unknown>[];
}

function filtersOf({ status, bankCode, runId }: Query): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  if (runId) filters.push(sql`p.import_no = (select no from payment_import where id = ${runId})`);
  if (status) filters.push(sql`p.status in (${sql.join(status)})`);
  if (bankCode) filters.push(sql`p.bank_code in (${sql.join(bankCode)})`);
  return filters;
}

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

async function pageOf(db: Db, query: Query, listed: Listed): Promise<Found> {
  const counted = await sql<{ total: number; amount: number | null }>`
    select count(*) as total, sum(p.amount_halalas) as amount
    from payment p where ${and([...listed.narrow, ...listed.filters])}`.execute(db);
  const { total = 0, amount = null } = counted.rows[0] ?? {};
  const found = { total, amount: (amount ?? 0) as Halalas };
  if (query.offset >= total) return { rows: [], ...found };
  const numbers = await pageNumbers(db, query, listed, total);
  return { rows: await paymentRows(db, 'no', numbers), ...found };
}

async function pageNumbers(db: Db, query: Query, listed: Listed, total: number): Promise<number[]> {
  const { narrow, filters } = listed;
  if (total <= SORTED_ROWS) {
    const [first, ...rest] = COLUMNS[query.sort].map((column) => sql`${sql.ref(column)}`);
    const columns = first ? [withoutIndex(first), ...rest] : rest;
    return readPage(db, [...narrow, ...filters], columns, query.descending, query);
  }
  if (query.sort === 'status' || query.sort === 'bank') {
    return pageOfSegments(db, query.sort, query, [...narrow, ...filters]);
  }
  // NOTE: the second half of a long list is reached from its end.
  const fromEnd = query.offset > total / 2;
  const limit = Math.min(query.limit, total - query.offset);
  const offset = fromEnd ? total - query.offset - limit : query.offset;
  const conditions = [...narrow, ...(await filtersInOrder(db, listed, total))];
  const columns = COLUMNS[query.sort].map((column) => sql`${sql.ref(column)}`);
  const descending = query.descending !== fromEnd;
  const numbers = await readPage(db, conditions, columns, descending, { limit, offset });
  return fromEnd ? numbers.toReversed() : numbers;
}

/** Filters for rows that come in the order of an index: where few rows are left out, those are named instead. */
async function filtersInOrder(
  db: Db,
  { narrow, filters }: Listed,
  total: number,
): Promise<RawBuilder<unknown>[]> {
  if (filters.length === 0) return [];
  const all = await sql<{ count: number }>`
    select count(*) as count from payment p where ${and(narrow)}`.execute(db);
  const leftOut = (all.rows[0]?.count ?? 0) - total;
  if (leftOut > SORTED_ROWS) return filters.map(withoutIndex);
  return [
    sql`p.no not in (select p.no from payment p where ${and(narrow)} and not (${and(filters)}))`,
  ];
}

/** Numbers of payments; an order that an index has is read from it alone. */
async function readPage(
  db: Db,
  conditions: readonly RawBuilder<unknown>[],
  columns: readonly RawBuilder<unknown>[],
  descending: boolean,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<number[]> {
  const direction = descending ? sql`desc` : sql`asc`;
  const order = sql.join(columns.map((column) => sql`${column} ${direction}`));
  const { rows } = await sql<{ no: number }>`
    select p.no from payment p where ${and(conditions)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ no }) => no);
}

const COLUMNS: Readonly<Record<Query['sort'], readonly string[]>> = {
  name: ['p.name_key'],
  amount: ['p.amount_halalas'],
  status: ['p.status', 'p.bank_code', 'p.amount_halalas'],
  bank: ['p.bank_code', 'p.status', 'p.amount_halalas'],
  endToEndId: ['p.end_to_end_id'],
};

/** Payments with their people, in the order of the keys. */
export async function paymentRows(
  db: Db,
  key: 'id' | 'no',
  keys: readonly (string | number)[],
): Promise<PaymentListRow[]> {
  const { rows } = await sql<{
    id: string;
    beneficiary_id: string;
    full_name: string;
    national_id: string;
    month: string;
    number: number;
    kind: PaymentKind;
    programme: string;
    amount_halalas: number;
    bank_code: string;
    iban: string;
    end_to_end_id: string;
    status: PaymentStatus;
    reason_code: string | null;
  }>`
    select p.id, p.beneficiary_id, b.full_name, b.national_id, p.month, c.number, p.kind, g.code as programme, p.amount_halalas,
      p.bank_code, p.iban, p.end_to_end_id, p.status, p.reason_code
    from ${jsonValues(keys, 'given')}
    cross join payment p on p.${sql.ref(key)} = given.value
    cross join beneficiary b on b.id = p.beneficiary_id
    cross join cycle c on c.number = p.cycle_number
    cross join programme g on g.no = p.programme_no
    order by given.key`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
    month: row.month as IsoMonth,
    cycleNumber: row.number,
    kind: row.kind,
    programme: row.programme,
    amount: row.amount_halalas as Halalas,
    bankCode: row.bank_code,
    iban: row.iban,
    endToEndId: row.end_to_end_id,
    status: row.status,
    reasonCode: row.reason_code,
  }));
}
