import { sql } from 'kysely';
import type { TransitionRow } from '../../../domain/reconciliation/transition.ts';
import type { LineRange } from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';

/**
 * Decides what each line of a range does, once its payment is known. First the line by itself (no answer yet, another
 * currency, another amount), then against the lines before it in the file (told twice), then against where the payment
 * stands by then. Several lines about one payment are taken in the order of the file, hence the rounds.
 */
export async function classifyLines(
  db: Transactor['db'],
  fileId: string,
  { from, to }: LineRange,
  table: readonly TransitionRow[],
): Promise<void> {
  const transitions = jsonRows(
    table.map(({ current, reported, effect, after, exception, batchException }) => [
      current,
      reported,
      effect,
      after,
      exception,
      batchException,
    ]),
    ['current', 'reported', 'effect', 'after', 'exception', 'batch_exception'],
    'given',
  );
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      with t as materialized (select * from ${transitions}),
      standing as (
        select l.id, l.reported, l.match_rule, l.currency, l.amount_text, l.amount_halalas, l.reason_clear,
          p.amount_halalas as expected, coalesce(earlier.status_after, p.status) as before,
          earlier.id is not null and exists (
            select 1 from bank_line o
            where o.payment_id = l.payment_id and o.file_id = l.file_id and o.id < l.id
              and o.reported = l.reported and o.iso_status is l.iso_status
              and o.effect in ('advances', 'unchanged')
          ) as repeated
        from bank_line l
        cross join payment p on p.id = l.payment_id
        left join bank_line earlier on earlier.id = (
          select max(o.id) from bank_line o
          where o.payment_id = l.payment_id and o.file_id = l.file_id and o.id < l.id)
        where l.file_id = ${fileId} and l.id between ${from} and ${to}
          and l.effect is null and (earlier.id is null or earlier.effect is not null)
      ),
      judged as (
        select s.id, s.before, t.effect, t.after,
          case when s.match_rule = 'batch' then t.batch_exception
            when t.exception in ('rejected', 'returned') and s.reason_clear = 0 then 'unclearReason'
            else t.exception end as exception,
          case when s.reported in ('pending', 'noted') then null
            when s.currency <> 'SAR' then 'currencyDiffers'
            when s.amount_text is not null and s.amount_halalas is not s.expected then 'amountDiffers'
            when s.repeated then 'duplicateLine' end as fault
        from standing s cross join t on t.current = s.before and t.reported = s.reported
      )
      update bank_line set
        status_before = judged.before,
        status_after = case when judged.fault is null then judged.after else judged.before end,
        effect = case when judged.fault is null then judged.effect else 'exception' end,
        exception_kind = coalesce(judged.fault, judged.exception)
      from judged where judged.id = bank_line.id`.execute(db);
    if (numAffectedRows === 0n) break;
  }
  await sql`
    update bank_line set
      effect = case when reported = 'noted' or seen then 'unchanged' else 'exception' end,
      exception_kind = case when reported = 'noted' or seen then null else 'unknownId' end
    from (
      select l.id as line, exists (
        select 1 from bank_line o cross join bank_file f on f.id = o.file_id
        where o.exception_kind = 'unknownId' and o.fingerprint = l.fingerprint
          and o.occurrence = l.occurrence and o.file_id <> l.file_id and f.status = 'committed'
      ) as seen
      from bank_line l
      where l.file_id = ${fileId} and l.id between ${from} and ${to}
        and l.level = 'transaction' and l.payment_id is null and l.effect is null
    ) where line = bank_line.id`.execute(db);
}
