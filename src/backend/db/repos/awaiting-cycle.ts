import { sql, type RawBuilder } from 'kysely';

/**
 * The id of the cycle that what a bank says of a day belongs to where nothing else tells: of those that are not closed the
 * last one paid by then, else the first. Null without one.
 */
export function awaitingCycle(day: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`coalesce(
    (select a.id from cycle a where a.status <> 'closed' and a.pay_date <= ${day} order by a.pay_date desc limit 1),
    (select a.id from cycle a where a.status <> 'closed' order by a.pay_date limit 1))`;
}
