import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { requiredActionOf, sideOf } from '../../../domain/reconciliation/required-action.ts';
import type { QueryContext } from '../context.ts';
import { toExceptionRow } from './exception-detail.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { ExceptionSort } from './ports.ts';

/** Exceptions by kind and reason with what must be done about each: the queues are their sums by action. */
export async function workQueues(
  { repos, today }: QueryContext,
  input: ParsedInputOf<'reconciliation.exceptionCounts'>,
  reasons: KnownReasons,
): Promise<OutputOf<'reconciliation.exceptionCounts'>> {
  const counts = await repos.exceptions.counts({ ...input, today });
  return counts.map((row) => {
    const reason = reasons.find(row.reasonList, row.reasonCode) ?? null;
    const action = requiredActionOf(row.kind, reason);
    return { ...row, action, side: sideOf(action), title: reason?.title ?? null };
  });
}

/** One page of a queue. Those whose follow-up is due come first, whatever the order. */
export async function listExceptions(
  context: QueryContext,
  { action, ...query }: ParsedInputOf<'reconciliation.exceptions'>,
  reasons: KnownReasons,
): Promise<OutputOf<'reconciliation.exceptions'>> {
  const { repos, today } = context;
  const among = action === undefined ? undefined : await sortsOf(context, action, query, reasons);
  if (among?.length === 0) return { rows: [], total: 0 };
  const { rows, total } = await repos.exceptions.list({
    ...query,
    today,
    ...(among === undefined ? {} : { among }),
  });
  return { rows: rows.map((row) => toExceptionRow(row, reasons)), total };
}

/** Kinds and reasons that stand in a queue by what the table of codes says today. */
async function sortsOf(
  context: QueryContext,
  action: NonNullable<ParsedInputOf<'reconciliation.exceptions'>['action']>,
  { cycleId, status }: Omit<ParsedInputOf<'reconciliation.exceptions'>, 'action'>,
  reasons: KnownReasons,
): Promise<ExceptionSort[]> {
  const asked = cycleId === undefined ? { status } : { cycleId, status };
  const queues = await workQueues(context, asked, reasons);
  return queues.filter((row) => row.action === action);
}
