import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { withdrawLifeCases } from '../resume/life-cases.ts';

/**
 * Takes a tie back while nothing rests on it: a reversing event where the payment had moved, the line unknown again, and its
 * exception open as before.
 *
 * Errors: NOT_FOUND, CONFLICT, NOT_COMMITTED (status), CYCLE_CLOSED (month), EXCEPTIONS_RESOLVED (count), LATER_FILE (fileName),
 * LATER_DEED (payment).
 */
export async function untieLine(
  context: CommandContext,
  { exceptionId, expectedVersion }: ParsedInputOf<'reconciliation.untie'>,
) {
  const { repos, now, officer, audit } = context;
  const tied = await repos.ties.tied(exceptionId);
  if (!tied) return refuse('NOT_FOUND');
  if (tied.version !== expectedVersion) return refuse('CONFLICT');
  if (tied.fileStatus !== 'committed') return refuse('NOT_COMMITTED', { status: tied.fileStatus });
  if (tied.cycleStatus === 'closed') return refuse('CYCLE_CLOSED', { month: tied.cycleMonth });
  if (tied.settled > 0) return refuse('EXCEPTIONS_RESOLVED', { count: tied.settled });
  const resting = await repos.ties.restingOn(tied);
  if (resting !== null) {
    return refuse('fileName' in resting ? 'LATER_FILE' : 'LATER_DEED', { ...resting });
  }
  await repos.ties.untie(tied, { at: now, officerId: officer.id });
  await withdrawLifeCases(context, tied.fileId, tied.paymentNo);
  await repos.answers.settlePayment('restore', tied.paymentId);
  await audit('reconciliation.untied', { type: 'payment', id: tied.paymentId }, { exceptionId });
  return ok({});
}
