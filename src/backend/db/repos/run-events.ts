import { sql, type RawBuilder } from 'kysely';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { RunRange, Stamp } from '../../app/payments/run-ports.ts';
import type { Transactor } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';
import { standAsHistorySays } from './payment-standing.ts';

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
  const { rows: sent } = await sql<{ no: number }>`
    select no from payment where ${inRun(runNo, range)} and status = 'sent' order by no`.execute(
    db,
  );
  const { numAffectedRows = 0n } = await sql`
    insert into payment_event (payment_no, type, at, officer_id, reverses_seq)
    select e.payment_no, 'reversed', ${at}, ${officerId}, max(e.seq)
    from payment cross join payment_event e on e.payment_no = payment.no and e.type = 'sent'
      and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
    where ${inRun(runNo, range)} and status = 'sent' group by e.payment_no order by e.payment_no`.execute(
    db,
  );
  await standAsHistorySays(
    db,
    sent.map(({ no }) => no),
  );
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
  await standAsHistorySays(db, payments);
}

/** Found by the run and the kind, in whose index payments lie in the order of their numbers. */
export function inRun(runNo: number, { kind, from, to }: RunRange): RawBuilder<unknown> {
  return sql`payment.import_no = ${runNo} and payment.kind = ${kind} and payment.no between ${from} and ${to}`;
}
