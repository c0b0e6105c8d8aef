import { sql } from 'kysely';
import type { ClosingReader, ClosingWriter } from '../../app/payments/run-ports.ts';
import type { CountAndAmount, CycleStanding } from '../../../domain/payments/closing.ts';
import type { CycleEventType } from '../../../domain/payments/run.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { fileNo, isOfFile } from './bank-line-ids.ts';
import { cycleTotals } from './cycle-totals.ts';

/** What closing a cycle asks of the ledger. */
export class ClosingReadRepo implements ClosingReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  facts: ClosingReader['facts'] = async (cycleId, paidStatuses) => {
    const atBank = (['sent', 'bankAccepted', 'settled', 'credited'] as const).filter(
      (status) => !paidStatuses.includes(status),
    );
    const waiting = [...atBank, 'prepared'] as const;
    const all = await sql<{ status: string; count: number; amount: number }>`
      select status, count(*) as count, sum(amount_halalas) as amount from payment
      where cycle_number = (select number from cycle where id = ${cycleId})
        and status in (${sql.join([...waiting])}) group by status`.execute(this.#db);
    // Explained by a word on the payment, or by an exception that was settled with a note.
    const explained = await sql<{ status: string; count: number; amount: number }>`
      select p.status, count(*) as count, sum(p.amount_halalas) as amount
      from (
        select payment_no as no from payment_explanation
        union select q.no from reconciliation_exception e cross join payment q on q.id = e.payment_id
          where e.cycle_id = ${cycleId} and e.status = 'resolved'
      ) said
      cross join payment p on p.no = said.no
      where p.cycle_number = (select number from cycle where id = ${cycleId})
        and p.status in (${sql.join([...waiting])}) group by p.status`.execute(this.#db);
    const isAtBank = (status: string): boolean => atBank.some((known) => known === status);
    const isPrepared = (status: string): boolean => status === 'prepared';
    const exceptions = await sql<{ kind: string; count: number; amount: number | null }>`
      select kind, count(*) as count, sum(amount_halalas) as amount from reconciliation_exception
      where cycle_id = ${cycleId} and status = 'open'
        -- that a payment has no answer was explained with the payment
        and not (kind = 'noAnswer' and exists (select 1 from payment q cross join payment_explanation x
          on x.payment_no = q.no where q.id = reconciliation_exception.payment_id))
      group by kind order by kind`.execute(this.#db);
    const proposals = await sql<{ count: number; amount: number | null }>`
      select count(*) as count, sum(amount_halalas) as amount from payment_proposal
      where cycle_id = ${cycleId} and status = 'proposed'`.execute(this.#db);
    return {
      unanswered: less(sumOf(all.rows, isAtBank), sumOf(explained.rows, isAtBank)),
      prepared: less(sumOf(all.rows, isPrepared), sumOf(explained.rows, isPrepared)),
      explained: sumOf(explained.rows, () => true),
      proposals: sumOf(proposals.rows, () => true),
      exceptions: exceptions.rows.map(({ kind, count, amount }) => ({
        kind,
        count,
        amount: (amount ?? 0) as Halalas,
      })),
      standing: await cycleTotals(this.#db, cycleId),
    };
  };

  standings: ClosingReader['standings'] = async () => {
    const cycles = await this.#db
      .selectFrom('cycle')
      .select(['id', 'closed_totals'])
      .orderBy('number', 'desc')
      .execute();
    const standings: (CycleStanding & { cycleId: string })[] = [];
    for (const { id, closed_totals: stored } of cycles) {
      const standing =
        stored === null ? await cycleTotals(this.#db, id) : (JSON.parse(stored) as CycleStanding);
      standings.push({ ...standing, cycleId: id });
    }
    return standings;
  };

  state: ClosingReader['state'] = async (cycleId) => {
    const row = await this.#db
      .selectFrom('cycle as c')
      .leftJoin('officer as o', 'o.id', 'c.closing_by')
      .select(['c.closing_at', 'c.closing_by', 'o.full_name'])
      .where('c.id', '=', cycleId)
      .executeTakeFirst();
    return (
      row && {
        proposedAt: row.closing_at as IsoInstant | null,
        proposedById: row.closing_by,
        proposedBy: row.full_name,
      }
    );
  };

  events: ClosingReader['events'] = async (cycleId) => {
    const { rows } = await sql<{
      seq: number;
      type: CycleEventType;
      list_no: number | null;
      at: string;
      full_name: string;
      reason: string | null;
    }>`
      select e.seq, e.type, coalesce(i.list_no, e.details ->> 'number') as list_no, e.at, o.full_name, e.reason
      from cycle_event e join officer o on o.id = e.officer_id left join payment_import i on i.no = e.run_no
      where e.cycle_id = ${cycleId} order by e.seq`.execute(this.#db);
    return rows.map((row) => ({
      seq: row.seq,
      type: row.type,
      run: row.list_no,
      at: row.at as IsoInstant,
      officerName: row.full_name,
      reason: row.reason,
    }));
  };

  closedMonthMoved: ClosingReader['closedMonthMoved'] = async (fileId, { from, to }) => {
    const { rows } = await sql<{ month: IsoMonth }>`
      select c.month from bank_line l cross join cycle c on c.number = l.cycle_number and c.status = 'closed'
      where l.payment_no between ${from} and ${to} and +l.file_no = ${fileNo(fileId)} and l.effect = 'advances'
      limit 1`.execute(this.#db);
    return rows[0]?.month ?? null;
  };

  closedMonthTied: ClosingReader['closedMonthTied'] = async (fileId) => {
    const { rows } = await sql<{ month: IsoMonth }>`
      select c.month from payment_event e
      cross join payment p on p.no = e.payment_no
      cross join cycle c on c.number = p.cycle_number and c.status = 'closed'
      where ${isOfFile('e.bank_line_id', fileId)} limit 1`.execute(this.#db);
    return rows[0]?.month ?? null;
  };

  closedStandings: ClosingReader['closedStandings'] = async () => {
    const closed = await this.#db
      .selectFrom('cycle')
      .select(['id', 'month', 'closed_totals'])
      .where('status', '=', 'closed')
      .orderBy('number')
      .execute();
    const standings = [];
    for (const { id, month, closed_totals: stored } of closed) {
      const derived = JSON.stringify(await cycleTotals(this.#db, id));
      standings.push({ cycleId: id, month: month as IsoMonth, stored, derived });
    }
    return standings;
  };
}

export class ClosingWriteRepo extends ClosingReadRepo implements ClosingWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  propose: ClosingWriter['propose'] = (cycleId, version, { at, officerId }) =>
    this.#set(cycleId, version, { closing_at: at, closing_by: officerId });

  withdraw: ClosingWriter['withdraw'] = (cycleId, version) =>
    this.#set(cycleId, version, { closing_at: null, closing_by: null });

  close: ClosingWriter['close'] = (cycleId, version, standing) =>
    this.#set(cycleId, version, {
      status: 'closed',
      closing_at: null,
      closing_by: null,
      closed_totals: JSON.stringify(standing),
    });

  reopen: ClosingWriter['reopen'] = (cycleId, version) =>
    this.#set(cycleId, version, { status: 'open', closed_totals: null });

  async #set(
    cycleId: string,
    version: number,
    change: {
      status?: 'open' | 'closed';
      closing_at?: string | null;
      closing_by?: string | null;
      closed_totals?: string | null;
    },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('cycle')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', '=', cycleId)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

function sumOf<Row extends { readonly count: number; readonly amount: number | null }>(
  rows: readonly Row[],
  fits: (status: string) => boolean,
): CountAndAmount {
  const chosen = rows.filter((row) => fits('status' in row ? String(row.status) : ''));
  return {
    count: chosen.reduce((sum, { count }) => sum + count, 0),
    amount: chosen.reduce((sum, { amount }) => sum + (amount ?? 0), 0) as Halalas,
  };
}

const less = (whole: CountAndAmount, part: CountAndAmount): CountAndAmount => ({
  count: whole.count - part.count,
  amount: (whole.amount - part.amount) as Halalas,
});
