import { sql, type RawBuilder } from 'kysely';
import type {
  ExceptionKind,
  ExceptionResolution,
  MatchRule,
} from '../../../domain/reconciliation/exception-kind.ts';
import { halalasToDecimal, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  ExceptionReader,
  ExceptionWriter,
  StoredException,
  StoredExceptionDetail,
} from '../../app/reconciliation/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { paymentHistoryById } from './payment-history.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';

type Query = Parameters<ExceptionReader['list']>[0];

export class ExceptionReadRepo implements ExceptionReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  counts: ExceptionReader['counts'] = async ({ cycleId, bankCode, status, today }) => {
    const all = [sql`status = ${status}`];
    if (cycleId !== undefined) all.push(sql`cycle_id = ${cycleId}`);
    if (bankCode !== undefined) all.push(paidThrough(bankCode));
    const { rows } = await sql<{
      kind: ExceptionKind;
      reasonList: string | null;
      reasonCode: string | null;
      count: number;
      amount: number;
      oldest: IsoInstant;
    }>`
      select kind, reason_list as "reasonList", reason_code as "reasonCode", count(*) as count,
        coalesce(sum(amount_halalas), 0) as amount, min(opened_at) as oldest
      from reconciliation_exception x where ${sql.join(all, sql` and `)}
      group by kind, reason_list, reason_code order by count desc, kind, reason_code`.execute(
      this.#db,
    );
    const due = await this.#due(all, today);
    return rows.map((row) => ({
      ...row,
      amount: row.amount as Halalas,
      due: status === 'open' ? (due.get(keyOf(row)) ?? 0) : 0,
    }));
  };

  /** Exceptions whose follow-up is due: few, and found by an index of their own. */
  async #due(
    among: readonly RawBuilder<unknown>[],
    today: IsoDate,
  ): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{
      kind: ExceptionKind;
      reasonList: string | null;
      reasonCode: string | null;
      count: number;
    }>`
      select kind, reason_list as "reasonList", reason_code as "reasonCode", count(*) as count
      from reconciliation_exception x
      where status = 'open' and follow_up_on <= ${today} and ${sql.join(among, sql` and `)}
      group by kind, reason_list, reason_code`.execute(this.#db);
    return new Map(rows.map((row) => [keyOf(row), row.count]));
  }

  list: ExceptionReader['list'] = async (query) => {
    const where = conditions(query);
    const counted = await sql<{ total: number }>`
      select count(*) as total from reconciliation_exception x where ${where}`.execute(this.#db);
    const page = await sql<{ id: string }>`
      select x.id from reconciliation_exception x ${PAYMENT_OF[query.sort]} where ${where}
      order by ${orderOf(query)} limit ${query.limit} offset ${query.offset}`.execute(this.#db);
    const ids = page.rows.map(({ id }) => id);
    return { rows: await this.#rows(ids), total: counted.rows[0]?.total ?? 0 };
  };

  async #rows(ids: readonly string[]): Promise<StoredException[]> {
    const { rows } = await sql<ExceptionFields>`
      select x.id, x.kind, x.status, x.payment_id, x.reason_list, x.reason_code, x.opened_at, x.follow_up_on,
        x.version,
        p.beneficiary_id, b.full_name, b.national_id, p.bank_code, p.amount_halalas as ours,
        l.amount_halalas as banks, coalesce(p.end_to_end_id, l.end_to_end_id) as end_to_end_id, f.file_name
      from ${jsonValues(ids, 'given')}
      cross join reconciliation_exception x on x.id = given.value
      left join payment p on p.id = x.payment_id
      left join beneficiary b on b.id = p.beneficiary_id
      left join bank_line l on l.id = x.bank_line_id
      left join bank_file f on f.id = x.file_id
      order by given.key`.execute(this.#db);
    return rows.map(toException);
  }

  async detail(id: string): Promise<StoredExceptionDetail | undefined> {
    const [row] = await this.#rows([id]);
    if (!row) return undefined;
    const found = await this.#db
      .selectFrom('reconciliation_exception as x')
      .leftJoin('bank_line as l', 'l.id', 'x.bank_line_id')
      .leftJoin('bank_file as f', 'f.id', 'x.file_id')
      .leftJoin('payment as p', 'p.id', 'x.payment_id')
      .leftJoin('beneficiary as b', 'b.id', 'p.beneficiary_id')
      .where('x.id', '=', id)
      .select(['x.resolution', 'x.note', 'l.match_rule', 'l.line_no', 'l.raw_start', 'l.raw_end'])
      .select(['l.end_to_end_id as line_reference', 'l.amount_text', 'l.currency', 'l.iso_status'])
      .select('l.amount_halalas as line_amount')
      .select(['l.reason_text', 'l.account', 'l.name', 'l.booked_on', 'f.sha256', 'f.encoding'])
      .select(['p.end_to_end_id', 'p.amount_halalas', 'p.iban', 'p.status', 'b.full_name'])
      .executeTakeFirst();
    if (!found) return undefined;
    return {
      row,
      matchRule: found.match_rule as MatchRule | null,
      resolution: found.resolution as ExceptionResolution | null,
      note: found.note,
      line:
        found.line_no === null || found.sha256 === null
          ? null
          : {
              number: found.line_no,
              rawStart: found.raw_start ?? 0,
              rawEnd: found.raw_end ?? 0,
              sha256: found.sha256,
              encoding: found.encoding,
              ...toldBy(found),
              isoStatus: found.iso_status,
              reasonText: found.reason_text,
              account: found.account,
              name: found.name,
              bookedOn: found.booked_on as IsoDate | null,
            },
      payment:
        row.paymentId === null || found.end_to_end_id === null || found.status === null
          ? null
          : {
              endToEndId: found.end_to_end_id,
              amount: (found.amount_halalas ?? 0) as Halalas,
              iban: found.iban ?? '',
              name: found.full_name ?? '',
              status: found.status,
              events: await this.#events(row.paymentId),
            },
    };
  }

  async #events(paymentId: string): Promise<{ type: string; at: IsoInstant }[]> {
    const rows = await paymentHistoryById(this.#db, [paymentId]);
    return rows.map(({ type, at }) => ({ type, at: at as IsoInstant }));
  }

  byIds: ExceptionReader['byIds'] = async (ids) => {
    const rows = await this.#db
      .selectFrom('reconciliation_exception')
      .where('id', 'in', ids)
      .select(['id', 'kind', 'reason_list', 'reason_code', 'status', 'version'])
      .execute();
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind as ExceptionKind,
      reasonList: row.reason_list,
      reasonCode: row.reason_code,
      status: row.status,
      version: row.version,
    }));
  };

  closedMonth: ExceptionReader['closedMonth'] = async (ids) => {
    const row = await this.#db
      .selectFrom('reconciliation_exception as x')
      .innerJoin('cycle as c', 'c.id', 'x.cycle_id')
      .where('x.id', 'in', ids)
      .where('c.status', '=', 'closed')
      .select('c.month')
      .executeTakeFirst();
    return (row?.month ?? null) as IsoMonth | null;
  };

  async resolvedOf(fileId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('reconciliation_exception')
      .where('file_id', '=', fileId)
      .where('status', '=', 'resolved')
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  }
}

export class ExceptionWriteRepo extends ExceptionReadRepo implements ExceptionWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  resolve: ExceptionWriter['resolve'] = async (ids, resolution, note, { at, officerId }) => {
    await this.#db
      .updateTable('reconciliation_exception')
      .set({ status: 'resolved', resolution, note, resolved_at: at, resolved_by: officerId })
      .set({ version: sql<number>`version + 1` })
      .where('id', 'in', ids)
      .execute();
  };

  reopen: ExceptionWriter['reopen'] = async (ids) => {
    await this.#db
      .updateTable('reconciliation_exception')
      .set({ status: 'open', resolution: null, resolved_at: null, resolved_by: null })
      .set({ version: sql<number>`version + 1` })
      .where('id', 'in', ids)
      .execute();
  };

  withdraw: ExceptionWriter['withdraw'] = async (fileId) => {
    await this.#db
      .updateTable('reconciliation_exception')
      .set({ status: 'withdrawn', version: sql<number>`version + 1` })
      .where('file_id', '=', fileId)
      .where('status', '=', 'open')
      .execute();
  };
}

/**
 * What the line says of its payment. A line that did what was expected when it was read kept no words; by the time it was
 * committed another file may have made an exception of it. It had the payment's own id, its amount in halalas and no currency
 * but ours.
 */
function toldBy(line: {
  readonly match_rule: string | null;
  readonly line_reference: string | null;
  readonly end_to_end_id: string | null;
  readonly amount_text: string | null;
  readonly line_amount: number | null;
  readonly currency: string | null;
}) {
  if (line.match_rule !== 'endToEndId' || line.line_reference !== null) {
    return { endToEndId: line.line_reference, amount: line.amount_text, currency: line.currency };
  }
  const amount = line.line_amount === null ? null : halalasToDecimal(line.line_amount as Halalas);
  return { endToEndId: line.end_to_end_id, amount, currency: amount === null ? null : 'SAR' };
}

function conditions(query: Query): RawBuilder<unknown> {
  const { status, cycleId, kind, reasonList, reasonCode, bankCode, due, among } = query;
  const all = [sql`x.status = ${status}`];
  if (cycleId !== undefined) all.push(sql`x.cycle_id = ${cycleId}`);
  if (kind !== undefined) all.push(sql`x.kind = ${kind}`);
  if (reasonList !== undefined) all.push(sql`x.reason_list = ${reasonList}`);
  if (reasonCode !== undefined) all.push(sql`x.reason_code = ${reasonCode}`);
  if (bankCode !== undefined) all.push(paidThrough(bankCode));
  if (due) all.push(sql`x.follow_up_on <= ${query.today}`);
  if (among !== undefined) {
    const sorts = jsonRows(
      among.map((sort) => [sort.kind, sort.reasonList, sort.reasonCode]),
      ['kind', 'list', 'code'],
      'sort',
    );
    all.push(sql`exists (select 1 from ${sorts}
      where sort.kind = x.kind and sort.list is x.reason_list and sort.code is x.reason_code)`);
  }
  return sql.join(all, sql` and `);
}

/** Exceptions `x` of payments through a bank. */
function paidThrough(bankCode: string): RawBuilder<unknown> {
  return sql`exists (select 1 from payment p where p.id = x.payment_id and p.bank_code = ${bankCode})`;
}

const OF_PAYMENT = sql`left join payment s on s.id = x.payment_id`;

/** Orders by what the payment says need it beside the exception. */
const PAYMENT_OF: Readonly<Record<Query['sort'], RawBuilder<unknown>>> = {
  age: sql``,
  amount: sql``,
  bank: OF_PAYMENT,
  name: OF_PAYMENT,
};

function orderOf({ sort, descending, today, status }: Query): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  const columns = {
    age: ['x.id'],
    amount: ['x.amount_halalas', 'x.id'],
    bank: ['s.bank_code', 'x.id'],
    name: ['s.name_key', 'x.id'],
  } as const satisfies Record<Query['sort'], readonly string[]>;
  const order = columns[sort].map((column) => sql`${sql.ref(column)} ${direction} nulls last`);
  const overdue = sql`coalesce(x.follow_up_on <= ${today}, 0) desc`;
  return sql.join(status === 'open' ? [overdue, ...order] : order);
}

function keyOf(sort: {
  readonly kind: string;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}): string {
  return `${sort.kind} ${sort.reasonList} ${sort.reasonCode}`;
}

interface ExceptionFields {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly status: 'open' | 'resolved';
  readonly payment_id: string | null;
  readonly reason_list: string | null;
  readonly reason_code: string | null;
  readonly opened_at: string;
  readonly follow_up_on: string | null;
  readonly version: number;
  readonly beneficiary_id: string | null;
  readonly full_name: string | null;
  readonly national_id: string | null;
  readonly bank_code: string | null;
  readonly ours: number | null;
  readonly banks: number | null;
  readonly end_to_end_id: string | null;
  readonly file_name: string | null;
}

function toException(row: ExceptionFields): StoredException {
  const { beneficiary_id: beneficiaryId, full_name: name, national_id: nationalId } = row;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    person:
      beneficiaryId === null || name === null || nationalId === null
        ? null
        : { beneficiaryId, name, nationalId },
    paymentId: row.payment_id,
    endToEndId: row.end_to_end_id,
    ours: row.ours as Halalas | null,
    banks: row.banks as Halalas | null,
    reasonList: row.reason_list,
    reasonCode: row.reason_code,
    bankCode: row.bank_code,
    fileName: row.file_name,
    openedAt: row.opened_at as IsoInstant,
    followUpOn: row.follow_up_on as IsoDate | null,
    version: row.version,
  };
}
