import { sql } from 'kysely';
import type { CycleRow, PaymentEventDto } from '../../../contract/payments.ts';
import { personKey, programmeKey, programmeOf } from '../../../domain/payments/check-list.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  Cycle,
  PaymentListRow,
  PaymentReader,
  PaymentWriter,
  StoredPayment,
} from '../../app/payments/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { addFirstEvents, addPayments } from './add-payments.ts';
import { paymentHistoryById, toEventDto, toPaymentEvent } from './payment-history.ts';
import { listPayments, paymentRows } from './payment-list.ts';

export class PaymentReadRepo implements PaymentReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async cycles(): Promise<CycleRow[]> {
    const { rows } = await sql<{
      id: string;
      number: number;
      month: string;
      pay_date: string;
      status: 'open' | 'closed';
      closing: number;
      version: number;
      sentRuns: number;
      payments: number;
      amount: number;
    }>`
      select c.id, c.number, c.month, c.pay_date, c.status, c.closing_at is not null as closing, c.version,
        (select count(*) from payment_import i where i.cycle_id = c.id and i.status = 'sent') as "sentRuns",
        (select coalesce(sum(i.rows), 0) from payment_import i where i.cycle_id = c.id)
          + (select count(*) from payment p where p.cycle_number = c.number and p.import_no is null) as payments,
        (select coalesce(sum(i.total_halalas), 0) from payment_import i where i.cycle_id = c.id)
          + (select coalesce(sum(p.amount_halalas), 0) from payment p
              where p.cycle_number = c.number and p.import_no is null) as amount
      from cycle c order by c.number desc`.execute(this.#db);
    return rows.map(({ pay_date: payDate, month, amount, closing, ...row }) => ({
      ...row,
      closing: closing === 1,
      month: month as IsoMonth,
      payDate: payDate as IsoDate,
      amount: amount as Halalas,
    }));
  }

  async cycleOf(month: IsoMonth): Promise<Cycle | undefined> {
    const row = await this.#db
      .selectFrom('cycle')
      .selectAll()
      .where('month', '=', month)
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        number: row.number,
        month,
        payDate: row.pay_date as IsoDate,
        status: row.status,
      }
    );
  }

  list: PaymentReader['list'] = (query) => listPayments(this.#db, query);

  async byId(id: string): Promise<PaymentListRow | undefined> {
    const [row] = await paymentRows(this.#db, 'id', [id]);
    return row;
  }

  async events(paymentId: string): Promise<PaymentEventDto[]> {
    return (await paymentHistoryById(this.#db, [paymentId])).map(toEventDto);
  }

  async importedAt(sha256: string): Promise<IsoInstant | null> {
    const row = await this.#db
      .selectFrom('payment_import')
      .select('imported_at')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    return (row?.imported_at as IsoInstant | undefined) ?? null;
  }

  listFacts: PaymentReader['listFacts'] = async (month, rows) => {
    const named = await this.#programmes();
    const people = jsonRows(
      rows.map((row) => [
        row.nationalId,
        row.kind,
        named.numbers.get(programmeOf(row, named) ?? '') ?? null,
      ]),
      ['national_id', 'kind', 'programme_no'],
      'given',
    );
    const known = await sql<{ national_id: string; kind: PaymentKind; unknown: number }>`
      select given.national_id, given.kind, b.id is null as unknown
      from ${people}
      left join beneficiary b on b.national_id = given.national_id
      left join payment p
        on p.beneficiary_id = b.id and p.month = ${month} and p.kind = given.kind and p.live = 1 and p.programme_no = given.programme_no
      where b.id is null or p.id is not null`.execute(this.#db);
    const references = rows.flatMap(({ endToEndId }) => (endToEndId === null ? [] : [endToEndId]));
    const taken = await sql<{ end_to_end_id: string }>`
      select p.end_to_end_id from ${jsonValues(references, 'given')}
      cross join payment p on p.end_to_end_id = given.value`.execute(this.#db);
    const merged = await sql<{ national_id: string }>`
      select given.national_id from ${people}
      cross join beneficiary b on b.national_id = given.national_id
      where b.merged_into is not null`.execute(this.#db);
    const unknown = known.rows.filter((row) => row.unknown === 1);
    const live = known.rows.filter((row) => row.unknown === 0);
    return {
      programmes: named.programmes,
      unknownPeople: new Set(unknown.map((row) => row.national_id)),
      mergedPeople: new Set(merged.rows.map((row) => row.national_id)),
      livePayments: new Set(
        live.map((row) => personKey({ nationalId: row.national_id, kind: row.kind })),
      ),
      takenReferences: new Set(taken.rows.map((row) => row.end_to_end_id)),
    };
  };

  /** Programmes in use, by everything they are called. */
  async #programmes(): Promise<{
    readonly programmes: ReadonlyMap<string, string>;
    readonly numbers: ReadonlyMap<string, number>;
  }> {
    const rows = await this.#db
      .selectFrom('programme')
      .select(['no', 'code', 'name_ar', 'name_en'])
      .where('active', '=', 1)
      .execute();
    return {
      programmes: new Map(
        rows.flatMap(({ code, name_ar: arabic, name_en: english }) =>
          [code, arabic, english].map((name): [string, string] => [programmeKey(name), code]),
        ),
      ),
      numbers: new Map(rows.map(({ no, code }) => [code, no])),
    };
  }

  async withEvents(afterId: string, limit: number): Promise<StoredPayment[]> {
    const payments = await this.#db
      .selectFrom('payment')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .select(['id', 'end_to_end_id', 'status', 'reason_list', 'reason_code'])
      .execute();
    const events = await paymentHistoryById(
      this.#db,
      payments.map(({ id }) => id),
    );
    const eventsOf = groupBy(events, (event) => event.payment_id);
    return payments.map((row) => ({
      id: row.id,
      endToEndId: row.end_to_end_id,
      status: row.status,
      reasonList: row.reason_list,
      reasonCode: row.reason_code,
      events: (eventsOf.get(row.id) ?? []).map(toPaymentEvent),
    }));
  }

  importTotals: PaymentReader['importTotals'] = async () => {
    const { rows } = await sql<{
      id: string;
      file_name: string;
      rows: number;
      total_halalas: number;
      count: number;
      sum: number | null;
    }>`
      select i.id, coalesce(i.file_name, i.list_no) as file_name, i.rows, i.total_halalas, count(p.id) as count, sum(p.amount_halalas) as sum
      from payment_import i left join payment p on p.import_no = i.no
      group by i.no order by i.imported_at, i.id`.execute(this.#db);
    return rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      stored: { rows: row.rows, total: row.total_halalas },
      derived: { rows: row.count, total: row.sum ?? 0 },
    }));
  };
}

export class PaymentWriteRepo extends PaymentReadRepo implements PaymentWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  addCycle: PaymentWriter['addCycle'] = async (cycle) => {
    const { id, number, month, payDate, status, createdAt } = cycle;
    await this.#db
      .insertInto('cycle')
      .values({ id, number, month, pay_date: payDate, status, created_at: createdAt })
      .execute();
  };

  movePayDate: PaymentWriter['movePayDate'] = async (cycleId, payDate) => {
    await this.#db
      .updateTable('cycle')
      .set((eb) => ({ pay_date: payDate, version: eb('version', '+', 1) }))
      .where('id', '=', cycleId)
      .execute();
  };

  counts: PaymentWriter['counts'] = async (cycleId) => {
    const { rows } = await sql<{ lists: number; payments: number }>`
      select (select coalesce(max(list_no), 0) from payment_import where cycle_id = ${cycleId}) as lists,
        (select count(*) from payment
          where cycle_number = (select number from cycle where id = ${cycleId})) as payments`.execute(
      this.#db,
    );
    return rows[0] ?? { lists: 0, payments: 0 };
  };

  beginImport: PaymentWriter['beginImport'] = async (head) => {
    await this.#db
      .insertInto('payment_import')
      .values({
        id: head.id,
        cycle_id: head.cycleId,
        list_no: head.listNo,
        file_name: head.fileName,
        sha256: head.sha256,
        encoding: head.encoding,
        mapping: JSON.stringify(head.mapping),
        rows: 0,
        total_halalas: 0,
        imported_at: head.at,
        imported_by: head.by,
        programme_no: head.programmeNo,
        ...(head.sent
          ? { status: 'sent', sent_at: head.at, sent_by: head.by }
          : { status: 'prepared' }),
      })
      .execute();
  };

  addPayments: PaymentWriter['addPayments'] = (head, payments) =>
    addPayments(this.#db, head, payments);

  addFirstEvents: PaymentWriter['addFirstEvents'] = (head, payments) =>
    addFirstEvents(this.#db, head, payments);

  finishImport: PaymentWriter['finishImport'] = async (id, rows, total) => {
    await this.#db
      .updateTable('payment_import')
      .set({ rows, total_halalas: total })
      .where('id', '=', id)
      .execute();
  };
}
