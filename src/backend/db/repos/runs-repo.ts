import { sql } from 'kysely';
import type {
  OrderedPayment,
  Run,
  RunRange,
  RunReader,
  RunWriter,
} from '../../app/payments/run-ports.ts';
import type { Cycle } from '../../app/payments/ports.ts';
import type { RunStatus } from '../../../domain/payments/run.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { addHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { appendActions, inRun, reverseHolds, reverseSending, sendRange } from './run-events.ts';
import { orderedPayments, runRows } from './run-rows.ts';
import { saidPaid } from './said-paid.ts';

export class RunReadRepo implements RunReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async cycle(id: string): Promise<(Cycle & { readonly version: number }) | undefined> {
    const row = await this.#db
      .selectFrom('cycle')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        number: row.number,
        month: row.month as IsoMonth,
        payDate: row.pay_date as IsoDate,
        status: row.status,
        version: row.version,
      }
    );
  }

  async closedMonths(): Promise<ReadonlySet<IsoMonth>> {
    const rows = await this.#db
      .selectFrom('cycle')
      .select('month')
      .where('status', '=', 'closed')
      .execute();
    return new Set(rows.map(({ month }) => month as IsoMonth));
  }

  runsOf(cycleId: string): Promise<Run[]> {
    return runRows(this.#db, { cycleId });
  }

  async run(id: string): Promise<Run | undefined> {
    const [run] = await runRows(this.#db, { id });
    return run;
  }

  waiting: RunReader['waiting'] = async (cycleId) => {
    const { rows } = await sql<{
      code: string;
      recovery: number;
      count: number;
      amount: number;
    }>`
      select g.code, p.kind = 'recovery' as recovery, count(*) as count, sum(p.amount_halalas) as amount
      from payment p join programme g on g.no = p.programme_no
      where p.import_no is null and p.status = 'prepared'
        and p.cycle_number = (select number from cycle where id = ${cycleId})
      group by p.programme_no, 2 order by p.programme_no`.execute(this.#db);
    const payable = rows.filter(({ recovery }) => recovery === 0);
    const recoveries = rows.filter(({ recovery }) => recovery === 1);
    return {
      waiting: payable.map(({ code, count, amount }) => ({
        programme: code,
        count,
        amount: amount as Halalas,
      })),
      recoveries: {
        count: recoveries.reduce((sum, { count }) => sum + count, 0),
        amount: addHalalas(...recoveries.map(({ amount }) => amount as Halalas)),
      },
    };
  };

  liveAttempt: RunReader['liveAttempt'] = async ({ beneficiaryId, month, kind, programmeNo }) => {
    const row = await this.#db
      .selectFrom('payment')
      .select(['end_to_end_id', 'status'])
      .where('beneficiary_id', '=', beneficiaryId)
      .where('month', '=', month)
      .where('kind', '=', kind)
      .where('programme_no', '=', programmeNo)
      .where('live', '=', 1)
      .executeTakeFirst();
    return row && { endToEndId: row.end_to_end_id, status: row.status };
  };

  acted: RunReader['acted'] = async (ids) => {
    const { rows } = await sql<{
      no: number;
      id: string;
      end_to_end_id: string;
      status: PaymentStatus;
      live: 1 | null;
      contradicted: number;
      month: string;
      cycle_status: 'open' | 'closed';
      run_no: number | null;
      run_status: RunStatus | null;
    }>`
      select p.no, p.id, p.end_to_end_id, p.status, p.live, c.month, c.status as cycle_status, i.no as run_no,
        i.status as run_status,
        exists (select 1 from reconciliation_exception x where x.payment_id = p.id
          and (${saidPaid} or (x.status = 'open' and x.kind = 'returnWithoutPayment'))) as contradicted
      from ${jsonValues(ids, 'given')}
      cross join payment p on p.id = given.value
      cross join cycle c on c.number = p.cycle_number
      left join payment_import i on i.no = p.import_no
      order by given.key`.execute(this.#db);
    return rows.map((row) => ({
      no: row.no,
      id: row.id,
      endToEndId: row.end_to_end_id,
      status: row.status,
      live: row.live === 1,
      contradicted: row.contradicted === 1,
      cycleMonth: row.month as IsoMonth,
      cycleStatus: row.cycle_status,
      run:
        row.run_no === null || row.run_status === null
          ? null
          : { no: row.run_no, status: row.run_status },
    }));
  };

  nextOfRun: RunReader['nextOfRun'] = async (runNo, kind, after, limit) => {
    const { rows } = await sql<{ from: number | null; to: number | null }>`
      select min(no) as "from", max(no) as "to" from (
        select no from payment where import_no = ${runNo} and kind = ${kind} and no > ${after}
        order by no limit ${limit}
      )`.execute(this.#db);
    const { from = null, to = null } = rows[0] ?? {};
    return from === null || to === null ? null : { kind, from, to };
  };

  saidPaid: RunReader['saidPaid'] = async (runNo) => {
    // From the exceptions, which are few: a run has very many payments.
    const { rows } = await sql<{ reference: string }>`
      select p.end_to_end_id as reference
      from reconciliation_exception x
      cross join payment q on q.id = x.payment_id
      cross join payment p on p.beneficiary_id = q.beneficiary_id and p.month = q.month and p.kind = q.kind
        and p.programme_no = q.programme_no and p.live = 1
      where x.status = 'open' and x.kind in ('rejectedThenPaid', 'unclearReason') and ${saidPaid}
        and p.import_no = ${runNo} and p.status = 'prepared'
      group by p.no order by p.no`.execute(this.#db);
    return rows.map(({ reference }) => reference);
  };

  ordered(runNo: number, range: RunRange): Promise<OrderedPayment[]> {
    return orderedPayments(this.#db, runNo, range);
  }

  isAnswered: RunReader['isAnswered'] = async (runNo, range) => {
    const { rows } = await sql<{ answered: number }>`
      select exists (
        select 1 from payment where ${inRun(runNo, range)}
          and (payment.status <> 'sent' or exists (
            select 1 from bank_line l cross join bank_file f on f.no = l.file_no and f.status = 'committed'
            where l.payment_no = payment.no))
      ) as answered`.execute(this.#db);
    return rows[0]?.answered === 1;
  };
}

export class RunWriteRepo extends RunReadRepo implements RunWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  addPrepared: RunWriter['addPrepared'] = async (payment, { at, officerId }, reason) => {
    await sql`
      insert into payment (id, cycle_number, beneficiary_id, name_key, programme_no, month, kind, amount_halalas, iban,
        bank_code, end_to_end_id, status)
      select ${payment.id}, ${payment.cycleNumber}, id, name_key, ${payment.programmeNo}, ${payment.month},
        ${payment.kind}, ${payment.amount}, ${payment.iban}, ${payment.bankCode}, ${payment.endToEndId}, 'prepared'
      from beneficiary where id = ${payment.beneficiaryId}`.execute(this.#db);
    await sql`
      insert into payment_event (payment_no, type, at, amount_halalas, reason_text, officer_id)
      select no, 'prepared', ${at}, amount_halalas, ${reason}, ${officerId}
      from payment where id = ${payment.id}`.execute(this.#db);
  };

  addRun: RunWriter['addRun'] = async ({ id, cycleId, number, programmeNo, by }) => {
    const row = await this.#db
      .insertInto('payment_import')
      .values({
        id,
        cycle_id: cycleId,
        list_no: number,
        origin: 'prepared',
        status: 'prepared',
        programme_no: programmeNo,
        rows: 0,
        total_halalas: 0,
        imported_at: by.at,
        imported_by: by.officerId,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return row.no;
  };

  gather: RunWriter['gather'] = async (runNo, cycleNumber, programmeNo) => {
    await sql`
      update payment set import_no = ${runNo}, version = version + 1
      where import_no is null and status = 'prepared' and kind <> 'recovery'
        and cycle_number = ${cycleNumber} and programme_no = ${programmeNo}`.execute(this.#db);
  };

  takeOut: RunWriter['takeOut'] = async (runNo, payments) => {
    const which =
      payments === 'all'
        ? sql`true`
        : payments === 'unprepared'
          ? sql`status <> 'prepared'`
          : sql`no in (select value from ${jsonValues(payments, 'given')})`;
    await sql`
      update payment set import_no = null, version = version + 1
      where import_no = ${runNo} and ${which}`.execute(this.#db);
  };

  recount: RunWriter['recount'] = async (runNo) => {
    const { rows } = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(amount_halalas) as amount from payment where import_no = ${runNo}`.execute(
      this.#db,
    );
    const { count = 0, amount = null } = rows[0] ?? {};
    await this.#db
      .updateTable('payment_import')
      .set((eb) => ({ rows: count, total_halalas: amount ?? 0, version: eb('version', '+', 1) }))
      .where('no', '=', runNo)
      .execute();
    return { count, amount: (amount ?? 0) as Halalas };
  };

  removeRun: RunWriter['removeRun'] = async (runNo) => {
    await this.#db.deleteFrom('payment_import').where('no', '=', runNo).execute();
  };

  markSent: RunWriter['markSent'] = (runNo, range, by, on) =>
    sendRange(this.#db, runNo, range, by, on);

  unmarkSent: RunWriter['unmarkSent'] = (runNo, range, by) =>
    reverseSending(this.#db, runNo, range, by);

  setExported: RunWriter['setExported'] = async (runNo, version, { at, officerId }, file) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('payment_import')
      .set((eb) => ({
        status: file === null ? 'prepared' : 'sent',
        sent_at: file === null ? null : at,
        sent_by: file === null ? null : officerId,
        export_format: file?.format ?? null,
        export_sha256: file?.sha256 ?? null,
        export_bytes: file?.sizeBytes ?? null,
        version: eb('version', '+', 1),
      }))
      .where('no', '=', runNo)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };

  act: RunWriter['act'] = (payments, type, by, reason) =>
    appendActions(this.#db, payments, type, by, reason);

  unhold: RunWriter['unhold'] = (payments, by, reason) =>
    reverseHolds(this.#db, payments, by, reason);

  explain: RunWriter['explain'] = async (payments, text, { at, officerId }) => {
    await sql`
      insert into payment_explanation (payment_no, text, at, officer_id)
      select value, ${text}, ${at}, ${officerId} from ${jsonValues(payments, 'given')}`.execute(
      this.#db,
    );
  };

  appendCycleEvent: RunWriter['appendCycleEvent'] = async (cycleId, event, { at, officerId }) => {
    await this.#db
      .insertInto('cycle_event')
      .values({
        cycle_id: cycleId,
        run_no: event.runNo ?? null,
        type: event.type,
        at,
        officer_id: officerId,
        reason: event.reason ?? null,
        details: JSON.stringify(event.details ?? {}),
      })
      .execute();
  };
}
