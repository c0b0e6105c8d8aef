import { sql, type RawBuilder } from 'kysely';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  BatchReader,
  BatchWriter,
  SentBatch,
  WaitingBatch,
} from '../../app/reconciliation/batch-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { withoutIndex } from '../dialect/planner.ts';
import { isOfFile } from './bank-line-ids.ts';

/** Payments `p` that were sent in a batch; found by their numbers, since an index would sort them by kind. */
export function inBatch({ importNo, kind, isBooked = false }: SentBatch): RawBuilder<unknown> {
  const all = sql`${withoutIndex(sql`p.import_no`)} = ${importNo} and (${kind} is null or p.kind = ${kind})`;
  return isBooked ? sql`${all} and p.status not in ('rejected', 'cancelled', 'held')` : all;
}

export class BatchReadRepo implements BatchReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  sent: BatchReader['sent'] = async ({ month, list, kind }) => {
    const row = await this.#db
      .selectFrom('payment_import as i')
      .innerJoin('cycle as c', 'c.id', 'i.cycle_id')
      .where('c.month', '=', month)
      .where('i.list_no', '=', list)
      .select('i.no')
      .executeTakeFirst();
    return row ? { importNo: row.no, kind } : null;
  };

  numbers: BatchReader['numbers'] = async ({ importNo, kind }) => {
    const { rows } = await sql<{ from: number | null; to: number | null }>`
      select min(no) as "from", max(no) as "to" from payment
      where import_no = ${importNo} and (${kind} is null or kind = ${kind})`.execute(this.#db);
    const { from = null, to = null } = rows[0] ?? {};
    return from === null || to === null ? null : { from, to };
  };

  left: BatchReader['left'] = async (batch, { from, to }) => {
    const { rows } = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(p.amount_halalas) as amount from payment p
      where p.no between ${from} and ${to} and ${inBatch({ ...batch, isBooked: true })}`.execute(
      this.#db,
    );
    const { count = 0, amount = null } = rows[0] ?? {};
    return { count, amount: (amount ?? 0) as Halalas };
  };

  waiting: BatchReader['waiting'] = async (exceptionId) => {
    const { rows } = await sql<WaitingBatch>`
      select x.id as "exceptionId", x.status, x.version, l.id as "lineId", f.id as "fileId",
        l.original_message_id as "originalMessageId", l.payment_information_id as "paymentInformationId",
        l.amount_halalas as amount
      from reconciliation_exception x
      cross join bank_line l on l.id = x.bank_line_id and l.level <> 'transaction' and l.reported = 'settled'
        and l.amount_halalas is not null
      cross join bank_file f on f.no = l.file_no and f.status = 'committed'
      where x.id = ${exceptionId} and x.kind = 'amountDiffers'`.execute(this.#db);
    return rows[0];
  };

  closedMonth: BatchReader['closedMonth'] = async ({ importNo }) => {
    const row = await this.#db
      .selectFrom('payment_import as i')
      .innerJoin('cycle as c', 'c.id', 'i.cycle_id')
      .where('i.no', '=', importNo)
      .where('c.status', '=', 'closed')
      .select('c.month')
      .executeTakeFirst();
    return (row?.month ?? null) as IsoMonth | null;
  };
}

export class BatchWriteRepo extends BatchReadRepo implements BatchWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  lastLine: BatchWriter['lastLine'] = async (fileId) => {
    const { rows } = await sql<{ id: number }>`
      select max(l.id) as id from bank_line l where ${isOfFile('l.id', fileId)}`.execute(this.#db);
    return rows[0]?.id ?? 0;
  };

  post: BatchWriter['post'] = async ({ from, to }, { at, officerId }) => {
    const lines = sql`l.id between ${from} and ${to} and l.match_rule = 'officer' and l.effect = 'advances'`;
    await sql`
      insert into payment_event (payment_no, type, at, effective_on, amount_halalas, reason_list, reason_code,
        reason_text, bank_line_id, officer_id)
      select l.payment_no, l.status_after, ${at}, l.booked_on, l.expected_halalas, l.reason_list, l.reason_code,
        l.reason_text, l.id, ${officerId}
      from bank_line l where ${lines} order by l.id`.execute(this.#db);
    const { numAffectedRows = 0n } = await sql`
      update payment set status = l.status_after, reason_list = l.reason_list, reason_code = l.reason_code,
        version = version + 1
      from bank_line l where ${lines} and payment.no = l.payment_no`.execute(this.#db);
    return Number(numAffectedRows);
  };

  settle: BatchWriter['settle'] = async ({ exceptionId, fileId }, { from, to }) => {
    await sql`
      update bank_file set first_payment_no = min(coalesce(first_payment_no, ${from}), ${from}),
        last_payment_no = max(coalesce(last_payment_no, ${to}), ${to})
      where id = ${fileId}`.execute(this.#db);
    await sql`
      update reconciliation_exception set status = 'withdrawn', version = version + 1
      where id = ${exceptionId}`.execute(this.#db);
  };
}
