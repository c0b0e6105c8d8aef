import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/**
 * Gathers the prepared payments of a programme that stand in no run of the cycle into one.
 * Errors: NOT_FOUND, CYCLE_CLOSED (month), PROGRAMME_UNKNOWN (code), NOTHING_TO_SEND.
 */
export async function makeRun(
  { repos, officer, now, newId, audit }: CommandContext,
  { cycleId, programme: code }: { readonly cycleId: string; readonly programme: string },
) {
  const cycle = await repos.runs.cycle(cycleId);
  if (!cycle) return refuse('NOT_FOUND');
  if (cycle.status !== 'open') return refuse('CYCLE_CLOSED', { month: cycle.month });
  const programme = await repos.programmes.byCode(code);
  if (!programme) return refuse('PROGRAMME_UNKNOWN', { code });
  const id = newId();
  const by = { at: now, officerId: officer.id };
  const number = (await repos.runs.runsOf(cycleId)).reduce(
    (last, run) => Math.max(last, run.number),
    0,
  );
  const runNo = await repos.runs.addRun({
    id,
    cycleId,
    number: number + 1,
    programmeNo: programme.no,
    by,
  });
  await repos.runs.gather(runNo, cycle.number, programme.no);
  const { count, amount } = await repos.runs.recount(runNo);
  if (count === 0) return refuse('NOTHING_TO_SEND');
  await repos.runs.appendCycleEvent(
    cycleId,
    { type: 'runMade', runNo, details: { number: number + 1, payments: count, amount } },
    by,
  );
  await audit('payments.runMade', { type: 'run', id }, { payments: count, amount });
  return ok({ runId: id, payments: count, amount });
}

/** Errors: NOT_FOUND, CONFLICT, RUN_SENT (at), RUN_IMPORTED. */
export async function dissolveRun(
  { repos, officer, now, audit }: CommandContext,
  { runId, expectedVersion }: { readonly runId: string; readonly expectedVersion: number },
) {
  const run = await repos.runs.run(runId);
  if (!run) return refuse('NOT_FOUND');
  if (run.status === 'sent') return refuse('RUN_SENT', { at: run.sentAt });
  if (run.origin === 'import') return refuse('RUN_IMPORTED');
  if (run.version !== expectedVersion) return refuse('CONFLICT');
  await repos.runs.takeOut(run.no, 'all');
  await repos.runs.removeRun(run.no);
  await repos.runs.appendCycleEvent(
    run.cycle.id,
    { type: 'runDissolved', details: { number: run.number, payments: run.payments } },
    { at: now, officerId: officer.id },
  );
  await audit('payments.runDissolved', { type: 'run', id: runId });
  return ok({});
}
