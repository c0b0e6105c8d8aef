import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { rangesOfRun } from './each-of-run.ts';

/**
 * Takes back an export whose file was never handed to the bank: its payments are prepared again, by reversing events.
 * Errors: NOT_FOUND, CONFLICT, CYCLE_CLOSED (month), RUN_NOT_EXPORTED, RUN_ANSWERED.
 */
export async function undoExport(
  context: JobContext,
  { runId, expectedVersion, reason }: ParsedInputOf<'payments.undoExport'>,
) {
  const { operation } = context;
  return context.transact<OutputOf<'payments.undoExport'>, Refusal>(async (transaction) => {
    const { repos, officer, now, audit } = transaction;
    const run = await repos.runs.run(runId);
    if (!run) return refuse('NOT_FOUND');
    if (run.cycle.status !== 'open') return refuse('CYCLE_CLOSED', { month: run.cycle.month });
    if (run.exportSha256 === null) return refuse('RUN_NOT_EXPORTED');
    if (run.version !== expectedVersion) return refuse('CONFLICT');
    for await (const range of rangesOfRun(repos.runs, run.no, operation.breathe)) {
      if (await repos.runs.isAnswered(run.no, range)) return refuse('RUN_ANSWERED');
    }
    const by = { at: now, officerId: officer.id };
    let payments = 0;
    for await (const range of rangesOfRun(repos.runs, run.no, operation.breathe)) {
      payments += await repos.runs.unmarkSent(run.no, range, by);
      operation.progress('reversing', payments, run.payments);
    }
    if (!(await repos.runs.setExported(run.no, run.version, by, null))) return refuse('CONFLICT');
    const details = { payments, sha256: run.exportSha256 };
    await repos.runs.appendCycleEvent(
      run.cycle.id,
      { type: 'runExportUndone', runNo: run.no, reason, details },
      by,
    );
    await audit('payments.runExportUndone', { type: 'run', id: runId }, details);
    return ok({ payments });
  });
}
