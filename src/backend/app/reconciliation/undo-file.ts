import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { closedCycleOf } from '../payments/closed-cycle-guard.ts';
import { withdrawLifeCases } from '../resume/life-cases.ts';
import { settleStatements } from '../statements/settle-statements.ts';
import { eachPayments } from './each-range.ts';
import type { NumberRange } from './ports.ts';
import type { Resting } from './posting-ports.ts';
import { settleAnswersOf } from './settle-answers.ts';

/**
 * Takes a committed file back by reversing events: nothing is removed, the payments stand where the other events put them,
 * open exceptions of the file are withdrawn.
 *
 * Errors: NOT_FOUND, NOT_COMMITTED (status), CONFLICT, CYCLE_CLOSED (month), EXCEPTIONS_RESOLVED (count), LATER_FILE (fileName: what
 * rests on it), LATER_DEED (payment: what an officer has done with it since).
 */
export async function undoFile(
  context: JobContext,
  { fileId, expectedVersion }: ParsedInputOf<'reconciliation.undo'>,
) {
  const { operation } = context;
  return context.transact<OutputOf<'reconciliation.undo'>, Refusal>(async (transaction) => {
    const { repos, now, officer, audit } = transaction;
    const { bankFiles, posting, exceptions } = repos;
    const file = await bankFiles.byId(fileId);
    if (!file) return refuse('NOT_FOUND');
    if (file.status !== 'committed') return refuse('NOT_COMMITTED', { status: file.status });
    if (file.version !== expectedVersion) return refuse('CONFLICT');
    const closed = await closedCycleOf(repos, file, operation.breathe);
    if (closed) return closed;
    const resolved = await exceptions.resolvedOf(fileId);
    if (resolved > 0) return refuse('EXCEPTIONS_RESOLVED', { count: resolved });

    const each = (work: (payments: NumberRange) => Promise<void>): Promise<void> =>
      eachPayments(posting, fileId, operation.breathe, work);
    let resting: Resting | null = null;
    if (await posting.mayRest(fileId)) {
      await each(async (payments) => {
        resting ??= await posting.restingOn(fileId, payments);
      });
    }
    if (resting !== null)
      return refuse('fileName' in resting ? 'LATER_FILE' : 'LATER_DEED', resting);
    const stamp = { at: now, officerId: officer.id };
    if (!(await bankFiles.setStatus(fileId, expectedVersion, 'undone', stamp))) {
      return refuse('CONFLICT');
    }
    await posting.number(fileId, 'undone');
    await posting.reverseEvents(fileId, stamp);
    let reversed = 0;
    await each(async (payments) => {
      reversed += await posting.putBack(fileId, payments);
      operation.progress('undoing', Math.min(reversed, file.lines), file.lines);
    });
    await exceptions.withdraw(fileId);
    await openStrangers(transaction, fileId);
    await withdrawLifeCases(transaction, fileId);
    await settleStatements(transaction, fileId, { isCommitted: false });
    await settleAnswersOf(repos, 'restore', fileId, operation.breathe);
    await audit('reconciliation.undone', { type: 'bankFile', id: fileId }, { reversed });
    return ok({ reversed });
  });
}

/** Another file still says it: somebody has to look at it there. */
async function openStrangers({ repos, now, newId }: CommandContext, fileId: string): Promise<void> {
  for (const stranger of await repos.posting.handOnStrangers(fileId)) {
    const lines = { from: stranger.lineId, to: stranger.lineId };
    const opened = await repos.posting.exceptionsOf(stranger.fileId, lines);
    const rows = opened.map((exception) => ({ ...exception, id: newId() }));
    await repos.posting.openException(stranger.fileId, rows, now);
  }
}
