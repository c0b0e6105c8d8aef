import { refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { RunningOperation } from '../operation.ts';
import { eachPayments } from '../reconciliation/each-range.ts';
import type { BankFile } from '../reconciliation/ports.ts';

/**
 * CYCLE_CLOSED (month) when the file moves a payment of a closed cycle: whoever means to change such a month has it reopened
 * first. Null otherwise.
 */
export async function closedCycleOf(
  { closing, posting, runs }: CommandContext['repos'],
  { id, summary }: Pick<BankFile, 'id' | 'summary'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly ok: false; readonly error: Refusal } | null> {
  const closed = await runs.closedMonths();
  if (closed.size === 0) return null;
  // What officers tied since is not in the file's summary.
  const tied = await closing.closedMonthTied(id);
  if (tied !== null) return refuse('CYCLE_CLOSED', { month: tied });
  if (summary !== null && !summary.months.some(({ month }) => closed.has(month))) return null;
  let month: string | null = null;
  await eachPayments(posting, id, breathe, async (payments) => {
    month ??= await closing.closedMonthMoved(id, payments);
  });
  return month === null ? null : refuse('CYCLE_CLOSED', { month });
}
