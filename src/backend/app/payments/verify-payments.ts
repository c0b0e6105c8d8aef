import { paymentState } from '../../../domain/payments/payment-state.ts';
import type { RunningOperation } from '../operation.ts';
import type { ReadRepos } from '../ports.ts';

/** A payment that stands otherwise than its events say, a run or a closed cycle that is not what its payments add up to. */
export interface PaymentDifference {
  readonly area: 'payments';
  readonly id: string;
  /** The end-to-end id; of a list its file name. */
  readonly number: string;
  readonly field: 'status' | 'reason' | 'rows' | 'total' | 'closedTotals';
  readonly stored: string | null;
  readonly derived: string | null;
}

const PAYMENTS_A_STEP = 500;

/** Recomputes every payment's status and reason from its events, and every run's count and sum from its payments, and
 * where the money of closed cycles stands. */
export async function verifyPayments(
  { payments, closing }: Pick<ReadRepos, 'payments' | 'closing'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly checked: number; readonly differences: readonly PaymentDifference[] }> {
  const differences: PaymentDifference[] = [];
  let checked = 0;
  let after = '';
  for (;;) {
    const stored = await payments.withEvents(after, PAYMENTS_A_STEP);
    for (const payment of stored) {
      checked += 1;
      const state = paymentState(payment.events);
      const { id, endToEndId } = payment;
      const compare = (
        field: PaymentDifference['field'],
        one: string | null,
        other: string | null,
      ): void => {
        if (one === other) return;
        const about = { area: 'payments', id, number: endToEndId, field } as const;
        differences.push({ ...about, stored: one, derived: other });
      };
      compare('status', payment.status, state?.status ?? null);
      compare('reason', reason(payment), state && reason(state));
    }
    const last = stored.at(-1);
    if (!last) break;
    after = last.id;
    await breathe();
  }
  for (const list of await payments.importTotals()) {
    const about = { area: 'payments', id: list.id, number: list.fileName } as const;
    for (const field of ['rows', 'total'] as const) {
      const [stored, derived] = [String(list.stored[field]), String(list.derived[field])];
      if (stored !== derived) differences.push({ ...about, field, stored, derived });
    }
  }
  for (const { cycleId, month, stored, derived } of await closing.closedStandings()) {
    const about = { area: 'payments', id: cycleId, number: month, field: 'closedTotals' } as const;
    if (stored !== derived) differences.push({ ...about, stored, derived });
  }
  return { checked, differences };
}

const reason = (state: {
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}): string | null =>
  state.reasonCode === null ? null : `${state.reasonList ?? ''}/${state.reasonCode}`;
