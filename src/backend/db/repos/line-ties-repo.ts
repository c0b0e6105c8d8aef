import { sql, type RawBuilder } from 'kysely';
import type {
  TiedLine,
  TieLine,
  TiePayment,
  TieReader,
  TieWriter,
} from '../../app/reconciliation/ties-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { standAsHistorySays } from './payment-standing.ts';

export class LineTieReadRepo implements TieReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  line: TieReader['line'] = async (exceptionId) => {
    const { rows } = await sql<Omit<TieLine, 'reasonClear'> & { reasonClear: number }>`
      select x.id as "exceptionId", x.kind, x.status, x.version, l.id as "lineId", f.id as "fileId",
        f.status as "fileStatus", l.level, upper(replace(l.account, ' ', '')) as account, l.amount_halalas as amount, l.currency, l.reported,
        coalesce(l.booked_on, substr(f.staged_at, 1, 10)) as "bookedOn", l.reason_clear as "reasonClear"
      from reconciliation_exception x
      cross join bank_line l on l.id = x.bank_line_id
      cross join bank_file f on f.no = l.file_no
      where x.id = ${exceptionId}`.execute(this.#db);
    const [row] = rows;
    return row && { ...row, reasonClear: row.reasonClear === 1 };
  };

  tied: TieReader['tied'] = async (exceptionId) => {
    const { rows } = await sql<TiedLine>`
      select x.id as "exceptionId", x.version, l.id as "lineId", f.id as "fileId", f.status as "fileStatus",
        p.id as "paymentId", p.no as "paymentNo", c.month as "cycleMonth", c.status as "cycleStatus",
        (select max(e.seq) from payment_event e where e.bank_line_id = l.id and e.reverses_seq is null
          and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)) as "eventSeq",
        (select count(*) from reconciliation_exception o where o.payment_id = p.id and o.bank_line_id = l.id
          and o.status = 'resolved') as settled
      from reconciliation_exception x
      cross join bank_line l on l.id = x.bank_line_id and l.match_rule = 'officer'
      cross join bank_file f on f.no = l.file_no
      cross join payment p on p.no = l.payment_no
      cross join cycle c on c.number = p.cycle_number
      where x.id = ${exceptionId} and x.kind = 'unknownId' and x.status = 'withdrawn'`.execute(
      this.#db,
    );
    return rows[0];
  };

  ofPayment: TieReader['ofPayment'] = async (paymentId) => {
    const { rows } = await sql<Awaited<ReturnType<TieReader['ofPayment']>>[number]>`
      select x.id as "exceptionId", x.version, f.file_name as "fileName", l.line_no as line,
        l.amount_halalas as amount, l.booked_on as "bookedOn"
      from reconciliation_exception x
      cross join bank_line l on l.id = x.bank_line_id and l.match_rule = 'officer'
      cross join bank_file f on f.no = l.file_no and f.status = 'committed'
      where x.payment_id = ${paymentId} and x.kind = 'unknownId' and x.status = 'withdrawn'
      order by x.id`.execute(this.#db);
    return rows;
  };

  restingOn: TieReader['restingOn'] = async ({ lineId, paymentNo, eventSeq }) => {
    if (eventSeq === null) return null;
    const files = await sql<{ fileName: string }>`
      select f.file_name as "fileName" from bank_line o
      cross join bank_file f on f.no = o.file_no and f.status = 'committed' and f.event_base >= ${eventSeq}
      where o.payment_no = ${paymentNo} and o.id <> ${lineId} and o.reported not in ('pending', 'noted')
      order by f.commit_no limit 1`.execute(this.#db);
    if (files.rows[0]) return files.rows[0];
    const deeds = await sql<{ fileName: string | null; payment: string }>`
      select f.file_name as "fileName", p.end_to_end_id as payment
      from payment_event e
      cross join payment p on p.no = e.payment_no
      left join bank_line l on l.id = e.bank_line_id
      left join bank_file f on f.no = l.file_no
      where e.payment_no = ${paymentNo} and e.seq > ${eventSeq} and e.reverses_seq is null
        and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
      order by e.seq limit 1`.execute(this.#db);
    const [deed] = deeds.rows;
    if (!deed) return null;
    return deed.fileName === null ? { payment: deed.payment } : { fileName: deed.fileName };
  };

  candidates: TieReader['candidates'] = async (account, amount, { from, to }) => {
    // Through the register: an account has few holders, a cycle many equal amounts.
    const { rows } = await sql<TiePayment>`
      ${paymentFields()}
      where p.beneficiary_id in (select a.beneficiary_id from bank_account a where a.iban = ${account})
        and p.iban = ${account} and p.amount_halalas = ${amount} and c.pay_date between ${from} and ${to}
      order by c.pay_date desc, p.no limit 20`.execute(this.#db);
    return rows;
  };
}

export class LineTieWriteRepo extends LineTieReadRepo implements TieWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  payment: TieWriter['payment'] = async (id) => {
    const { rows } = await sql<TiePayment>`${paymentFields()} where p.id = ${id}`.execute(this.#db);
    return rows[0];
  };

  tie: TieWriter['tie'] = async (line, payment, { after, opens }, { at, officerId }) => {
    await sql`
      update bank_line set payment_no = ${payment.no}, match_rule = 'officer',
        cycle_number = (select cycle_number from payment where no = ${payment.no}),
        expected_halalas = ${payment.amount}, status_before = ${payment.status},
        status_after = ${after ?? payment.status},
        effect = ${after === null ? 'unchanged' : 'advances'}, exception_kind = ${opens?.kind ?? null}
      where id = ${line.lineId}`.execute(this.#db);
    await sql`
      update bank_file set first_payment_no = min(coalesce(first_payment_no, ${payment.no}), ${payment.no}),
        last_payment_no = max(coalesce(last_payment_no, ${payment.no}), ${payment.no})
      where id = ${line.fileId}`.execute(this.#db);
    if (after !== null) {
      await sql`
        insert into payment_event (payment_no, type, at, effective_on, amount_halalas, reason_list, reason_code,
          reason_text, bank_line_id, officer_id)
        select l.payment_no, l.status_after, ${at}, l.booked_on, l.amount_halalas, l.reason_list, l.reason_code,
          l.reason_text, l.id, ${officerId}
        from bank_line l where l.id = ${line.lineId}`.execute(this.#db);
      await sql`
        update payment set status = l.status_after, reason_list = l.reason_list, reason_code = l.reason_code,
          version = version + 1
        from bank_line l where l.id = ${line.lineId} and payment.no = l.payment_no`.execute(
        this.#db,
      );
    }
    await sql`
      update reconciliation_exception set status = 'withdrawn', payment_id = ${payment.id}, version = version + 1
      where id = ${line.exceptionId}`.execute(this.#db);
    if (opens) {
      await sql`
        insert into reconciliation_exception (id, file_id, bank_line_id, payment_id, cycle_id, kind, amount_halalas,
          reason_list, reason_code, opened_at)
        select ${opens.id}, ${line.fileId}, l.id, ${payment.id}, c.id, ${opens.kind}, ${payment.amount},
          l.reason_list, l.reason_code, ${at}
        from bank_line l left join cycle c on c.number = l.cycle_number where l.id = ${line.lineId}`.execute(
        this.#db,
      );
    }
  };

  untie: TieWriter['untie'] = async (tie, { at, officerId }) => {
    const { lineId, paymentId, paymentNo, eventSeq, exceptionId } = tie;
    await sql`
      update bank_line set payment_no = null, match_rule = null, cycle_number = null, expected_halalas = null,
        status_before = null, status_after = null, effect = 'exception', exception_kind = 'unknownId'
      where id = ${lineId}`.execute(this.#db);
    if (eventSeq !== null) {
      await sql`
        insert into payment_event (payment_no, type, at, bank_line_id, officer_id, reverses_seq)
        values (${paymentNo}, 'reversed', ${at}, ${lineId}, ${officerId}, ${eventSeq})`.execute(
        this.#db,
      );
      await standAsHistorySays(this.#db, [paymentNo]);
    }
    await sql`
      update reconciliation_exception set status = 'withdrawn', version = version + 1
      where payment_id = ${paymentId} and bank_line_id = ${lineId} and status = 'open'`.execute(
      this.#db,
    );
    await sql`
      update reconciliation_exception set status = 'open', payment_id = null, version = version + 1
      where id = ${exceptionId}`.execute(this.#db);
  };
}

function paymentFields(): RawBuilder<unknown> {
  return sql`
    select p.id, p.no, p.end_to_end_id as "endToEndId", p.beneficiary_id as "beneficiaryId", b.full_name as name,
      b.national_id as "nationalId", p.iban, p.amount_halalas as amount, p.status, p.month, c.pay_date as "payDate",
      c.month as "cycleMonth", c.status as "cycleStatus"
    from payment p
    cross join cycle c on c.number = p.cycle_number
    cross join beneficiary b on b.id = p.beneficiary_id`;
}
