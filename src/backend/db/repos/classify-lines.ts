import { sql, type RawBuilder } from 'kysely';
import type { TransitionRow } from '../../../domain/reconciliation/transition.ts';
import type { NumberRange } from '../../app/reconciliation/ports.ts';
import type { Transactor } from '../database.ts';
import { fileNo } from './bank-lines.ts';
import { exceptionOf, faultOf, transitions } from './line-judgement.ts';

/**
 * Decides what each line of a range does that was not decided when it was kept. First the line by itself (no answer yet, another
 * currency, another amount), then against the lines before it in the file (told twice), then against where the payment
 * stands by then. Several lines about one payment are taken in the order of the file, hence the rounds.
 */
export async function classifyLines(
  db: Transactor['db'],
  fileId: string,
  range: NumberRange,
  table: readonly TransitionRow[],
): Promise<void> {
  const lines = linesOf(fileId, range);
  do await judge(db, lines, table);
  while ((await placeRepeats(db, lines)) > 0);
  await judgeUnmatched(db, lines);
}

function linesOf(fileId: string, { from, to }: NumberRange): RawBuilder<unknown> {
  return sql`l.file_no = ${fileNo(fileId)} and l.id between ${from} and ${to}`;
}

/** Lines whose payment and its status before them are known. */
async function judge(
  db: Transactor['db'],
  lines: RawBuilder<unknown>,
  table: readonly TransitionRow[],
): Promise<void> {
  await sql`
    with t as materialized (select * from ${transitions(table)}),
    judged as (
      select l.id, t.effect, t.after,
        case when l.match_rule = 'batch' then t.batch_exception else ${exceptionOf('l')} end as exception,
        coalesce(${faultOf('l', 'l.expected_halalas')}, case when l.repeats = 1
          and l.reported not in ('pending', 'noted') and exists (
            select 1 from bank_line o
            where o.payment_no = l.payment_no and o.file_no = l.file_no and o.id < l.id
              and o.reported = l.reported and o.iso_status is l.iso_status
              and o.effect in ('advances', 'unchanged')
          ) then 'duplicateLine' end) as fault
      from bank_line l
      cross join t on t.current = l.status_before and t.reported = l.reported
      where ${lines} and l.effect is null and l.status_before is not null
    )
    update bank_line set
      status_after = case when judged.fault is null then judged.after else status_before end,
      effect = case when judged.fault is null then judged.effect else 'exception' end,
      exception_kind = coalesce(judged.fault, judged.exception)
    from judged where judged.id = bank_line.id`.execute(db);
}

/** Tells lines after the first one about a payment where it stands by then; answers how many could be told. */
async function placeRepeats(db: Transactor['db'], lines: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update bank_line set status_before = placed.status
    from (
      select l.id, coalesce(earlier.status_after, p.status) as status
      from bank_line l
      cross join payment p on p.no = l.payment_no
      left join bank_line earlier on earlier.id = (
        select max(o.id) from bank_line o
        where o.payment_no = l.payment_no and o.file_no = l.file_no and o.id < l.id)
      where ${lines} and l.repeats = 1 and l.status_before is null
        and (earlier.id is null or earlier.effect is not null)
    ) placed where placed.id = bank_line.id`.execute(db);
  return Number(numAffectedRows);
}

/** Lines of payments that are not ours. What a committed file has said before in the same words is no news. */
async function judgeUnmatched(db: Transactor['db'], lines: RawBuilder<unknown>): Promise<void> {
  await sql`
    update bank_line set
      effect = case when reported = 'noted' or seen then 'unchanged' else 'exception' end,
      exception_kind = case when reported = 'noted' or seen then null else 'unknownId' end
    from (
      select l.id as line, exists (
        select 1 from bank_line o cross join bank_file f on f.no = o.file_no
        where o.exception_kind = 'unknownId' and o.fingerprint = l.fingerprint
          and o.occurrence = l.occurrence and o.file_no <> l.file_no and f.status = 'committed'
      ) as seen
      from bank_line l
      where ${lines} and l.level = 'transaction' and l.payment_no is null and l.effect is null
    ) where line = bank_line.id`.execute(db);
}
