import { sql, type RawBuilder } from 'kysely';
import { PAYMENT_STATUSES } from '../../../domain/payments/payment-status.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { RunRange, Stamp } from '../../app/payments/run-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';

type Db = Transactor['db'];

/** Instructs the payments of a run that lie in a range. */
export async function sendRange(
  db: Db,
  runNo: number,
  range: RunRange,
  { at, officerId }: Stamp,
  on: IsoDate,
): Promise<void> {
  const waiting = sql`${inRun(runNo, range)} and status = 'prepared'`;
  await sql`
    insert into payment_event (payment_no, type, at, effective_on, officer_id)
    select no, 'sent', ${at}, ${on}, ${officerId} from payment where ${waiting} order by no`.execute(
    db,
  );
  await sql`
    update payment set status = 'sent', reason_list = null, reason_code = null, version = version + 1
    where ${waiting}`.execute(db);
}

/** Takes the instruction back; answers how many payments were prepared again. */
export async function reverseSending(
  db: Db,
  runNo: number,
  range: RunRange,
  { at, officerId }: Stamp,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into payment_event (payment_no, type, at, officer_id, reverses_seq)
    select e.payment_no, 'reversed', ${at}, ${officerId}, max(e.seq)
    from payment cross join payment_event e on e.payment_no = payment.no and e.type = 'sent'
      and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
    where ${inRun(runNo, range)} and status = 'sent' group by e.payment_no order by e.payment_no`.execute(
    db,
  );
  await standAsEventsSay(db, sql`${inRun(runNo, range)} and status = 'sent'`);
  return Number(numAffectedRows);
}

/** One event each; a cancelled payment is no attempt any more. */
export async function appendActions(
  db: Db,
  payments: readonly number[],
  type: 'held' | 'cancelled',
  { at, officerId }: Stamp,
  reason: string,
): Promise<void> {
  await sql`
    insert into payment_event (payment_no, type, at, reason_text, officer_id)
    select value, ${type}, ${at}, ${reason}, ${officerId} from ${jsonValues(payments, 'given')}`.execute(
    db,
  );
  await sql`
    update payment set status = ${type}, reason_list = null, reason_code = null, version = version + 1,
      live = case when ${type} = 'cancelled' then null else live end
    where no in (select value from ${jsonValues(payments, 'given')})`.execute(db);
}

export async function reverseHolds(
  db: Db,
  payments: readonly number[],
  { at, officerId }: Stamp,
  reason: string,
): Promise<void> {
  await sql`
    insert into payment_event (payment_no, type, at, reason_text, officer_id, reverses_seq)
    select e.payment_no, 'reversed', ${at}, ${reason}, ${officerId}, max(e.seq)
    from ${jsonValues(payments, 'given')}
    cross join payment_event e on e.payment_no = given.value and e.type = 'held'
      and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
    group by e.payment_no`.execute(db);
  await standAsEventsSay(db, sql`no in (select value from ${jsonValues(payments, 'given')})`);
}

/** Status and reason of the last event that counts. */
async function standAsEventsSay(db: Db, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    update payment set status = e.type, reason_list = e.reason_list, reason_code = e.reason_code,
      version = payment.version + 1
    from payment_event e
    where payment.no in (select no from payment where ${which})
      and e.seq = (select max(s.seq) from payment_event s
        where s.payment_no = payment.no and s.type in (${sql.join([...PAYMENT_STATUSES])})
          and not exists (select 1 from payment_event r where r.reverses_seq = s.seq))`.execute(db);
}

/** Found by the run and the kind, in whose index payments lie in the order of their numbers. */
export function inRun(runNo: number, { kind, from, to }: RunRange): RawBuilder<unknown> {
  return sql`payment.import_no = ${runNo} and payment.kind = ${kind} and payment.no between ${from} and ${to}`;
}
