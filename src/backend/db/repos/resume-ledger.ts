import { sql } from 'kysely';
import type { NewAttempt } from '../../app/resume/ports.ts';
import type { Stamp } from '../../app/cases/ports.ts';
import type { Transactor } from '../database.ts';

type Db = Transactor['db'];

/**
 * Puts a prepared payment in the place of a failed one. The failed one is no longer live before the new one is, so that the
 * unique index holds at every moment; `resumed` on its trail keeps the bank's file from being taken back under it.
 */
export async function addAttempt(
  db: Db,
  failedId: string,
  { id, cycleId, iban, bankCode, endToEndId }: NewAttempt,
  { at, by }: Stamp,
): Promise<void> {
  await sql`update payment set live = null, version = version + 1 where id = ${failedId}`.execute(
    db,
  );
  await sql`
    insert into payment (id, cycle_number, import_no, beneficiary_id, name_key, month, kind, programme_no,
      amount_halalas, due_halalas, iban, bank_code, end_to_end_id, instruction_id, status, resumes_no)
    select ${id}, c.number, null, p.beneficiary_id, p.name_key, p.month, p.kind, p.programme_no, p.amount_halalas,
      p.due_halalas, ${iban}, ${bankCode}, ${endToEndId}, null, 'prepared', p.no
    from payment p cross join cycle c on c.id = ${cycleId} where p.id = ${failedId}`.execute(db);
  await addEvent(db, failedId, 'resumed', { at, by });
  await addEvent(db, id, 'prepared', { at, by });
}

/** Cancels an attempt, where it is not yet, and lets the failed payment stand in its place again. */
export async function cancelAttempt(
  db: Db,
  failedId: string,
  attemptId: string,
  { at, by }: Stamp,
): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    update payment set status = 'cancelled', reason_list = null, reason_code = null, live = null,
      version = version + 1
    where id = ${attemptId} and status <> 'cancelled'`.execute(db);
  if (numAffectedRows > 0n) await addEvent(db, attemptId, 'cancelled', { at, by });
  await sql`update payment set live = null where id = ${attemptId} and live is not null`.execute(
    db,
  );
  await sql`update payment set live = 1, version = version + 1 where id = ${failedId}`.execute(db);
  await sql`
    insert into payment_event (payment_no, type, at, officer_id, reverses_seq)
    select p.no, 'reversed', ${at}, ${by}, max(e.seq)
    from payment p cross join payment_event e on e.payment_no = p.no and e.type = 'resumed'
    where p.id = ${failedId}
      and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
    group by p.no`.execute(db);
}

async function addEvent(db: Db, paymentId: string, type: string, { at, by }: Stamp): Promise<void> {
  await sql`
    insert into payment_event (payment_no, type, at, officer_id)
    select no, ${type}, ${at}, ${by} from payment where id = ${paymentId}`.execute(db);
}

/** Holds the prepared payments of the person of a life-status case; answers how many. */
export async function holdForLife(db: Db, lifeCaseId: string, { at, by }: Stamp): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into life_case_hold (life_case_id, payment_no)
    select l.id, p.no from life_case l
    cross join payment p on p.beneficiary_id = l.beneficiary_id and p.status = 'prepared'
    where l.id = ${lifeCaseId}
    on conflict do nothing`.execute(db);
  await sql`
    insert into payment_event (payment_no, type, at, reason_list, reason_code, officer_id)
    select p.no, 'held', ${at}, l.reason_list, l.reason_code, ${by}
    from life_case l
    cross join life_case_hold h on h.life_case_id = l.id
    cross join payment p on p.no = h.payment_no and p.status = 'prepared'
    where l.id = ${lifeCaseId} order by p.no`.execute(db);
  await sql`
    update payment set status = 'held', reason_list = l.reason_list, reason_code = l.reason_code,
      version = payment.version + 1
    from life_case l cross join life_case_hold h on h.life_case_id = l.id
    where l.id = ${lifeCaseId} and payment.no = h.payment_no and payment.status = 'prepared'`.execute(
    db,
  );
  return Number(numAffectedRows);
}

/** Takes back the holds of a life-status case where the payments are held still; answers how many. */
export async function releaseFromLife(
  db: Db,
  lifeCaseId: string,
  { at, by }: Stamp,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into payment_event (payment_no, type, at, officer_id, reverses_seq)
    select p.no, 'reversed', ${at}, ${by}, max(e.seq)
    from life_case_hold h
    cross join payment p on p.no = h.payment_no and p.status = 'held'
    cross join payment_event e on e.payment_no = p.no and e.type = 'held'
    where h.life_case_id = ${lifeCaseId}
      and not exists (select 1 from payment_event r where r.reverses_seq = e.seq)
    group by p.no`.execute(db);
  await sql`
    update payment set status = 'prepared', reason_list = null, reason_code = null, version = version + 1
    where status = 'held' and no in (
      select payment_no from life_case_hold where life_case_id = ${lifeCaseId})`.execute(db);
  return Number(numAffectedRows);
}
