import { sql, type RawBuilder } from 'kysely';
import type { TransitionRow } from '../../../domain/reconciliation/transition.ts';
import { jsonRows } from '../dialect/json-rows.ts';

/** The domain's table of transitions as rows: `current`, `reported`, `effect`, `after`, `exception`, `batch_exception`. */
export function transitions(table: readonly TransitionRow[]): RawBuilder<unknown> {
  return jsonRows(
    table.map(({ current, reported, effect, after, exception, batchException }) => [
      current,
      reported,
      effect,
      after,
      exception,
      batchException,
    ]),
    ['current', 'reported', 'effect', 'after', 'exception', 'batch_exception'],
    'transitions',
  );
}

/** What of a line contradicts its payment, before anybody asks where the payment stands; null when nothing does. */
export function faultOf(line: string, expected: string): RawBuilder<string | null> {
  const [l, amount] = [sql.raw(line), sql.raw(expected)];
  return sql`case when ${l}.reported in ('pending', 'noted') then null
    when ${l}.currency <> 'SAR' then 'currencyDiffers'
    when ${l}.amount_text is not null and ${l}.amount_halalas is not ${amount} then 'amountDiffers' end`;
}

/** The exception of transition `t`: a reason that nobody can act on is one of its own. */
export function exceptionOf(line: string): RawBuilder<string | null> {
  return sql`case when t.exception in ('rejected', 'returned') and ${sql.raw(line)}.reason_clear = 0
    then 'unclearReason' else t.exception end`;
}
