import { sql } from 'kysely';
import { paymentState } from '../../../domain/payments/payment-state.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';
import { paymentHistory, toPaymentEvent } from './payment-history.ts';

/** Lets payments stand where the last event of theirs that counts leaves them, once something was reversed. */
export async function standAsHistorySays(
  db: Transactor['db'],
  paymentNos: readonly number[],
): Promise<void> {
  const events = groupBy(await paymentHistory(db, paymentNos), (row) => row.payment_no);
  const states = paymentNos.flatMap((no) => {
    const state = paymentState((events.get(no) ?? []).map(toPaymentEvent));
    return state ? [[state.status, state.reasonList, state.reasonCode, no]] : [];
  });
  await sql`
    update payment set status = given.status, reason_list = given.reason_list, reason_code = given.reason_code,
      version = version + 1
    from ${jsonRows(states, ['status', 'reason_list', 'reason_code', 'no'], 'given')}
    where payment.no = given.no`.execute(db);
}
