import { sql, type RawBuilder } from 'kysely';
import { UNANSWERED } from '../../../domain/reconciliation/answer-cut-off.ts';
import type {
  AnswersWriter,
  AwaitedCycle,
  AwaitedPayment,
  SettleAnswers,
} from '../../app/reconciliation/answers-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { through, withoutIndex } from '../dialect/planner.ts';
import { fileNo } from './bank-line-ids.ts';

const unanswered = sql.join(UNANSWERED);

export class AnswersRepo implements AnswersWriter {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  cycles: AnswersWriter['cycles'] = async () => {
    const { rows } = await sql<AwaitedCycle>`
      select id, number, pay_date as "payDate" from cycle where status <> 'closed' order by number`.execute(
      this.#db,
    );
    return rows;
  };

  awaited: AnswersWriter['awaited'] = async (cycle) => {
    const { rows } = await sql<{ from: number | null; to: number | null }>`
      select min(no) as "from", max(no) as "to" from payment
      where cycle_number = ${cycle} and status in (${unanswered})`.execute(this.#db);
    const { from = null, to = null } = rows[0] ?? {};
    return from === null || to === null ? null : { from, to };
  };

  unanswered: AnswersWriter['unanswered'] = async (cycle, { from, to }) => {
    const { rows } = await sql<AwaitedPayment>`
      select p.no, p.id, p.amount_halalas as amount from payment p
      where p.no between ${from} and ${to} and ${withoutIndex(sql`p.cycle_number`)} = ${cycle}
        and ${withoutIndex(sql`p.status`)} in (${unanswered})
        and not exists (select 1 from reconciliation_exception x
          where x.payment_id = p.id and x.kind = 'noAnswer')
      order by p.no`.execute(this.#db);
    return rows;
  };

  open: AnswersWriter['open'] = async (cycleId, payments, at) => {
    const rows = payments.map(({ exceptionId, id, amount }) => [exceptionId, id, amount]);
    await sql`
      insert into reconciliation_exception (id, payment_id, amount_halalas, cycle_id, kind, opened_at)
      select given.id, given.payment, given.amount, ${cycleId}, 'noAnswer', ${at}
      from ${jsonRows(rows, ['id', 'payment', 'amount'], 'given')}`.execute(this.#db);
  };

  hasAny: AnswersWriter['hasAny'] = async (what) => {
    const { rows } = await sql<{ found: number }>`
      select exists (select 1 from reconciliation_exception
        where status = ${FROM[what]} and kind = 'noAnswer' and reason_code is null) as found`.execute(
      this.#db,
    );
    return rows[0]?.found === 1;
  };

  settleFile: AnswersWriter['settleFile'] = async (what, fileId, { from, to }) => {
    await sql`
      update reconciliation_exception set status = ${FROM[INVERSE[what]]}, version = version + 1
      where id in (
        select x.id from bank_line l
        cross join payment p on p.no = l.payment_no
        cross join reconciliation_exception x ${through('exception_no_answer')}
          on x.payment_id = p.id and x.kind = 'noAnswer'
        where l.payment_no between ${from} and ${to} and ${withoutIndex(sql`l.file_no`)} = ${fileNo(fileId)}
          and l.effect = 'advances' and p.status ${whereWaits(what)}
          and x.status = ${FROM[what]} and x.reason_code is null)`.execute(this.#db);
  };

  settlePayment: AnswersWriter['settlePayment'] = async (what, paymentId) => {
    await sql`
      update reconciliation_exception set status = ${FROM[INVERSE[what]]}, version = version + 1
      where payment_id = ${paymentId} and kind = 'noAnswer' and status = ${FROM[what]} and reason_code is null
        and (select p.status from payment p where p.id = ${paymentId}) ${whereWaits(what)}`.execute(
      this.#db,
    );
  };

  withdrawAnswered: AnswersWriter['withdrawAnswered'] = async (after, limit) => {
    const { rows } = await sql<{ id: string; waits: number }>`
      select x.id, p.status in (${unanswered}) as waits
      from reconciliation_exception x cross join payment p on p.id = x.payment_id
      where x.status = 'open' and x.kind = 'noAnswer' and x.reason_code is null and x.id > ${after}
      order by x.id limit ${limit}`.execute(this.#db);
    const last = rows.at(-1)?.id;
    if (last === undefined) return null;
    const answered = rows.filter(({ waits }) => waits === 0).map(({ id }) => id);
    if (answered.length > 0) {
      await sql`
        update reconciliation_exception set status = 'withdrawn', version = version + 1
        where id in (select value from ${jsonValues(answered, 'given')})`.execute(this.#db);
    }
    return { last, changed: answered.length };
  };
}

/** The status in which an exception is that a settlement may change. */
const FROM = { withdraw: 'open', restore: 'withdrawn' } as const;
const INVERSE = { withdraw: 'restore', restore: 'withdraw' } as const;

/** Of a payment's status: whether it waits for an answer, as the settlement asks for it. */
function whereWaits(what: SettleAnswers): RawBuilder<unknown> {
  return what === 'restore' ? sql`in (${unanswered})` : sql`not in (${unanswered})`;
}
