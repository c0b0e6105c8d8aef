import { sql, type RawBuilder } from 'kysely';
import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';
import type { NumberRange } from '../../app/reconciliation/ports.ts';
import type { OpenedException, PostingWriter } from '../../app/reconciliation/posting-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';
import { through, withoutIndex } from '../dialect/planner.ts';
import { reserveNumbers } from '../dialect/reserve-numbers.ts';
import { awaitingCycle } from './awaiting-cycle.ts';
import { fileNo, isOfFile, LINES_OF_FILE } from './bank-line-ids.ts';
import { standAsHistorySays } from './payment-standing.ts';

/** Carries the effects of matched lines into the ledger and back. */
export class PostingRepo implements PostingWriter {
  readonly #db: Transactor['db'];
  constructor({ db }: Transactor) {
    this.#db = db;
  }

  nextPayments: PostingWriter['nextPayments'] = async (fileId, after, lines) => {
    const { rows } = await sql<{ from: number | null; to: number | null }>`
      select min(no) as "from", max(no) as "to" from (
        select l.payment_no as no from bank_line l
        where l.payment_no between max(${after} + 1, (select first_payment_no from bank_file where id = ${fileId}))
            and (select last_payment_no from bank_file where id = ${fileId})
          and ${ofFile(fileId)} order by l.payment_no limit ${lines}
      )`.execute(this.#db);
    const { from = null, to = null } = rows[0] ?? {};
    return from === null || to === null ? null : { from, to };
  };

  number: PostingWriter['number'] = async (fileId, as) => {
    const { rows } = await sql<{ lines: number }>`
      select coalesce(max(l.id) - f.no * ${LINES_OF_FILE}, 0) + 1 as lines
      from bank_file f left join bank_line l on ${isOfFile('l.id', fileId)}
      where f.id = ${fileId} group by f.no`.execute(this.#db);
    const base = await reserveNumbers(this.#db, 'payment_event', rows[0]?.lines ?? 1);
    await this.#db
      .updateTable('bank_file')
      .set(as === 'committed' ? { event_base: base } : { undo_base: base })
      .where('id', '=', fileId)
      .execute();
  };

  hasRepeats: PostingWriter['hasRepeats'] = async (fileId) => {
    const { rows } = await sql<{ found: number }>`
      select exists (select 1 from bank_line where ${isOfFile('bank_line.id', fileId)} and repeats = 1) as found`.execute(
      this.#db,
    );
    return rows[0]?.found === 1;
  };

  post: PostingWriter['post'] = async (fileId, payments, { hasRepeats }) => {
    const moved = await this.#move(fileId, payments, sql`l.repeats = 0`);
    if (!hasRepeats) return moved;
    // Of several advancing lines about one payment the last one of the file says where it stands.
    await this.#move(
      fileId,
      payments,
      sql`l.repeats = 1 and not exists (select 1 from bank_line later
        where later.payment_no = l.payment_no and later.file_no = l.file_no and later.id > l.id
          and later.effect = 'advances')`,
    );
    return moved;
  };

  async #move(fileId: string, payments: NumberRange, which: RawBuilder<unknown>): Promise<number> {
    const { numAffectedRows = 0n } = await sql`
      update payment set status = l.status_after, reason_list = l.reason_list, reason_code = l.reason_code,
        version = version + 1
      from bank_line l
      where ${advancing(fileId, payments)} and payment.no = l.payment_no and ${which}`.execute(
      this.#db,
    );
    return Number(numAffectedRows);
  }

  exceptionsOf: PostingWriter['exceptionsOf'] = async (fileId, { from, to }) => {
    const { rows } = await sql<{
      id: number;
      payment_id: string | null;
      cycle_id: string | null;
      exception_kind: ExceptionKind;
      amount: number | null;
      reason_list: string | null;
      reason_code: string | null;
    }>`
      select l.id, p.id as payment_id, coalesce(c.id, f.cycle_id, ${awaitingCycle(sql`coalesce(l.booked_on, f.staged_at)`)}) as cycle_id, l.exception_kind,
        coalesce(l.expected_halalas, l.amount_halalas) as amount, l.reason_list, l.reason_code
      from bank_line l
      cross join bank_file f on f.no = l.file_no
      left join payment p on p.no = l.payment_no
      left join cycle c on c.number = l.cycle_number
      where l.id between ${from} and ${to} and ${ofFile(fileId)} and l.exception_kind is not null
      order by l.id`.execute(this.#db);
    return rows.map((row) => ({
      lineId: row.id,
      paymentId: row.payment_id,
      cycleId: row.cycle_id,
      kind: row.exception_kind,
      amount: row.amount,
      reasonList: row.reason_list,
      reasonCode: row.reason_code,
    }));
  };

  openException: PostingWriter['openException'] = async (fileId, exceptions, at) => {
    const columns = [
      'id',
      'bank_line_id',
      'payment_id',
      'cycle_id',
      'kind',
      'amount_halalas',
      'reason_list',
      'reason_code',
    ];
    const rows = exceptions.map((exception: OpenedException) => [
      exception.id,
      exception.lineId,
      exception.paymentId,
      exception.cycleId,
      exception.kind,
      exception.amount,
      exception.reasonList,
      exception.reasonCode,
    ]);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`
      insert into reconciliation_exception (file_id, opened_at, ${names})
      select ${fileId}, ${at}, ${names} from ${jsonRows(rows, columns, 'given')}`.execute(this.#db);
  };

  restingOn: PostingWriter['restingOn'] = async (fileId, payments) => {
    const later = await sql<{ file_name: string }>`
      select f.file_name
      from bank_line l
      cross join bank_line o on o.payment_no = l.payment_no and o.file_no <> l.file_no
      cross join bank_file f on f.no = o.file_no and f.status = 'committed'
      where ${advancing(fileId, payments)} and o.reported not in ('pending', 'noted')
        and f.event_base >= ${momentOf(fileId)}
      limit 1`.execute(this.#db);
    if (later.rows[0]) return { fileName: later.rows[0].file_name };
    const event = await sql<{ file_name: string | null; reference: string }>`
      select f.file_name, p.end_to_end_id as reference
      from bank_line l
      cross join payment_event e on e.payment_no = l.payment_no and e.seq > ${momentOf(fileId)}
      cross join payment p on p.no = e.payment_no
      left join bank_line o on o.id = e.bank_line_id
      left join bank_file f on f.no = o.file_no
      where ${advancing(fileId, payments)} and o.file_no is not l.file_no and e.reverses_seq is null
        and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
      limit 1`.execute(this.#db);
    const [deed] = event.rows;
    if (deed === undefined) return null;
    return deed.file_name === null ? { payment: deed.reference } : { fileName: deed.file_name };
  };

  handOnStrangers: PostingWriter['handOnStrangers'] = async (fileId) => {
    const { rows } = await sql<{ id: number; file_id: string }>`
      update bank_line set effect = 'exception', exception_kind = 'unknownId'
      where id in (
        select id from (
          select o.id, row_number() over (partition by l.id order by f.commit_no) as place
          from bank_line l ${through('bank_line_words')}
          cross join bank_line o ${through('bank_line_words')} on o.fingerprint = l.fingerprint
            and o.occurrence = l.occurrence and o.effect = 'unchanged' and o.reported <> 'noted'
          cross join bank_file f on f.no = o.file_no and f.status = 'committed'
          where l.fingerprint is not null and ${isOfFile('l.id', fileId)}
            and (l.exception_kind = 'unknownId' or l.match_rule = 'officer')
        ) where place = 1
      )
      returning id, (select f.id from bank_file f where f.no = file_no) as file_id`.execute(
      this.#db,
    );
    return rows
      .map((row) => ({ lineId: row.id, fileId: row.file_id }))
      .sort((left, right) => left.lineId - right.lineId);
  };

  mayRest: PostingWriter['mayRest'] = async (fileId) => {
    const { rows } = await sql<{ later: number }>`
      select exists (select 1 from bank_file o where o.commit_no > f.commit_no)
        or exists (select 1 from payment_event e where e.seq > coalesce(f.event_base, 0)) as later
      from bank_file f where f.id = ${fileId}`.execute(this.#db);
    return rows[0]?.later !== 0;
  };

  reverseEvents: PostingWriter['reverseEvents'] = async (fileId, { at, officerId }) => {
    const { numAffectedRows = 0n } = await sql`
      insert into payment_event (payment_no, type, at, bank_line_id, officer_id, reverses_seq)
      select e.payment_no, 'reversed', ${at}, e.bank_line_id, ${officerId}, e.seq
      from payment_event e
      where ${isOfFile('e.bank_line_id', fileId)} and e.reverses_seq is null
        and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
      order by e.seq`.execute(this.#db);
    return Number(numAffectedRows);
  };

  putBack: PostingWriter['putBack'] = async (fileId, payments) => {
    // Nearly all were only sent before, and nothing else has happened to them.
    const { numAffectedRows = 0n } = await sql`
      update payment set status = l.status_before, reason_list = null, reason_code = null, version = version + 1
      from bank_line l
      where ${advancing(fileId, payments)} and payment.no = l.payment_no and ${isFirstNews}`.execute(
      this.#db,
    );
    const { rows } = await sql<{ no: number }>`
      select distinct l.payment_no as no from bank_line l
      where ${advancing(fileId, payments)} and not ${isFirstNews}`.execute(this.#db);
    await standAsHistorySays(
      this.#db,
      rows.map(({ no }) => no),
    );
    return Number(numAffectedRows) + rows.length;
  };
}

/** Where among the events line `l` of a file stands: with its file, or where an officer tied it to its payment. */
function momentOf(fileId: string): RawBuilder<number> {
  return sql<number>`coalesce(
    case when l.match_rule = 'officer' then (
      select max(tied.seq) from payment_event tied where tied.bank_line_id = l.id and tied.reverses_seq is null) end,
    (select event_base from bank_file where id = ${fileId}), 0)`;
}

/** A line that found its payment prepared or sent, with nobody's reason beside it. */
const isFirstNews = sql`(l.repeats = 0 and l.match_rule <> 'officer' and l.status_before in ('prepared', 'sent'))`;

/** Lines `l` of a file, found by their payment rather than by the file. */
function ofFile(fileId: string): RawBuilder<unknown> {
  return sql`${withoutIndex(sql`l.file_no`)} = ${fileNo(fileId)}`;
}

/** Lines `l` that move one of the payments. */
function advancing(fileId: string, { from, to }: NumberRange): RawBuilder<unknown> {
  return sql`l.payment_no between ${from} and ${to} and ${ofFile(fileId)} and l.effect = 'advances'`;
}
