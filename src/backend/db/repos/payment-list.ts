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

function filtersOf({ status, bankCode }: Query): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  if (status) filters.push(sql`p.status in (${sql.join(status)})`);
  if (bankCode) filters.push(sql`p.bank_code in (${sql.join(bankCode)})`);
  return filters;
}

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

async function pageOf(db: Db, query: Query, { narrow, filters }: Listed): Promise<Found> {
  const counted = await sql<{ total: number; amount: number | null }>`
    select count(*) as total, sum(p.amount_halalas) as amount
    from payment p where ${and([...narrow, ...filters])}`.execute(db);
  const { total = 0, amount = null } = counted.rows[0] ?? {};
  if (query.offset >= total) return { rows: [], total, amount: (amount ?? 0) as Halalas };

  // NOTE: the second half of a long list is reached from its end.
  const fromEnd = query.offset > total / 2;
  const limit = Math.min(query.limit, total - query.offset);
  const offset = fromEnd ? total - query.offset - limit : query.offset;
  const order = orderOf(query.sort, query.descending !== fromEnd, total <= SORTED_ROWS);
  const conditions =
    total <= SORTED_ROWS ? [...narrow, ...filters] : [...narrow, ...filters.map(withoutIndex)];
  const page = await sql<{ id: string }>`
    select p.id from payment p where ${and(conditions)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db);
  const ids = page.rows.map(({ id }) => id);
  const rows = await paymentRows(db, fromEnd ? ids.toReversed() : ids);
  return { rows, total, amount: (amount ?? 0) as Halalas };
}

const COLUMNS: Readonly<Record<Query['sort'], readonly string[]>> = {
  name: ['p.name_key'],
  amount: ['p.amount_halalas'],
  status: ['p.status', 'p.bank_code', 'p.amount_halalas'],
  bank: ['p.bank_code', 'p.name_key'],
  endToEndId: ['p.end_to_end_id'],
};

function orderOf(sort: Query['sort'], descending: boolean, sorted: boolean): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  const columns = COLUMNS[sort].map((column) => sql`${sql.ref(column)}`);
  const [first, ...rest] = columns;
  const all = first && sorted ? [withoutIndex(first), ...rest] : columns;
  return sql.join(all.map((column) => sql`${column} ${direction}`));
}

/** Payments with their people, in the order of `ids`. */
export async function paymentRows(db: Db, ids: readonly string[]): Promise<PaymentListRow[]> {
  const { rows } = await sql<{
    id: string;
    beneficiary_id: string;
    full_name: string;
    national_id: string;
    month: string;
    number: number;
    kind: PaymentKind;
    amount_halalas: number;
    bank_code: string;
    iban: string;
    end_to_end_id: string;
    status: PaymentStatus;
    reason_code: string | null;
  }>`
    select p.id, p.beneficiary_id, b.full_name, b.national_id, p.month, c.number, p.kind, p.amount_halalas,
      p.bank_code, p.iban, p.end_to_end_id, p.status, p.reason_code
    from ${jsonValues(ids, 'given')}
    cross join payment p on p.id = given.value
    cross join beneficiary b on b.id = p.beneficiary_id
    cross join cycle c on c.number = p.cycle_number
    order by given.key`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
    month: row.month as IsoMonth,
    cycleNumber: row.number,
    kind: row.kind,
    amount: row.amount_halalas as Halalas,
    bankCode: row.bank_code,
    iban: row.iban,
    endToEndId: row.end_to_end_id,
    status: row.status,
    reasonCode: row.reason_code,
  }));
}
