import { sql } from 'kysely';
import { UNANSWERED } from '../../../domain/reconciliation/answer-cut-off.ts';
import type {
  AnswersWriter,
  AwaitedCycle,
  AwaitedPayment,
} from '../../app/reconciliation/answers-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { withoutIndex } from '../dialect/planner.ts';

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

  firstUnanswered: AnswersWriter['firstUnanswered'] = async (cycle) => {
    const { rows } = await sql<{ no: number | null }>`
      select min(no) as no from payment where cycle_number = ${cycle} and status in (${unanswered})`.execute(
      this.#db,
    );
    return rows[0]?.no ?? null;
  };

  unanswered: AnswersWriter['unanswered'] = async (cycle, after, limit) => {
    const { rows } = await sql<AwaitedPayment>`
      select p.no, p.id, p.amount_halalas as amount from payment p
      where ${withoutIndex(sql`p.cycle_number`)} = ${cycle}
        and ${withoutIndex(sql`p.status`)} in (${unanswered}) and p.no > ${after}
        and not exists (select 1 from reconciliation_exception x
          where x.payment_id = p.id and x.kind = 'noAnswer')
      order by p.no limit ${limit}`.execute(this.#db);
    return rows;
  };

  open: AnswersWriter['open'] = async (cycleId, payments, at) => {
    const rows = payments.map(({ exceptionId, id, amount }) => [exceptionId, id, amount]);
    await sql`
      insert into reconciliation_exception (id, payment_id, amount_halalas, cycle_id, kind, opened_at)
      select given.id, given.payment, given.amount, ${cycleId}, 'noAnswer', ${at}
      from ${jsonRows(rows, ['id', 'payment', 'amount'], 'given')}`.execute(this.#db);
  };

  settle: AnswersWriter['settle'] = async (what, after, limit) => {
    const [from, to] = what === 'withdraw' ? ['open', 'withdrawn'] : ['withdrawn', 'open'];
    const { rows } = await sql<{ id: string; waits: number }>`
      select x.id, p.status in (${unanswered}) as waits
      from reconciliation_exception x cross join payment p on p.id = x.payment_id
      where x.status = ${from} and x.kind = 'noAnswer' and x.reason_code is null and x.id > ${after}
      order by x.id limit ${limit}`.execute(this.#db);
    const last = rows.at(-1)?.id;
    if (last === undefined) return null;
    const changing = rows.filter(({ waits }) => (waits === 1) === (what === 'restore'));
    if (changing.length > 0) {
      await sql`
        update reconciliation_exception set status = ${to}, version = version + 1
        where id in (select value from ${jsonValues(
          changing.map(({ id }) => id),
          'given',
        )})`.execute(this.#db);
    }
    return { last, changed: changing.length };
  };
}
