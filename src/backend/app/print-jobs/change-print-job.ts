import type { PrintJobRow } from '../../../contract/print-jobs.ts';
import type { PrintJobEvent } from '../../../domain/print-jobs/print-job-state.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { StoredPrintJob } from './ports.ts';
import { toPrintJobRow } from './print-job-dto.ts';

/**
 * Lets the rules decide one step of a job and puts it on its trail.
 * Errors: NOT_FOUND, CONFLICT when somebody was first, and the rules' own.
 */
export async function changePrintJob(
  { repos, officer, now }: Pick<CommandContext, 'repos' | 'officer' | 'now'>,
  id: string,
  decide: (
    stored: StoredPrintJob,
  ) =>
    Result<readonly PrintJobEvent[], Refusal> | Promise<Result<readonly PrintJobEvent[], Refusal>>,
): Promise<Result<{ job: PrintJobRow }, Refusal>> {
  const stored = await repos.printJobs.byId(id);
  if (!stored) return refuse('NOT_FOUND');
  const steps = await decide(stored);
  if (!steps.ok) return steps;
  const changed = await repos.printJobs.record(stored, steps.value, { at: now, by: officer.id });
  return changed ? ok({ job: toPrintJobRow(changed) }) : refuse('CONFLICT');
}
