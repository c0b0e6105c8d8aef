import type { ParsedInputOf } from '../../../contract/api.ts';
import type {
  EligibilityRunEventType,
  EligibilityRunStatus,
} from '../../../domain/entitlement/eligibility-run.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/** Puts a computed run before the officer who approves it. Errors: NOT_FOUND, CONFLICT, ELIGIBILITY_RUN_STATUS (status). */
export function proposeRun(context: CommandContext, input: ParsedInputOf<'entitlement.propose'>) {
  return decide(context, input, { from: ['computed'], status: 'proposed', event: 'proposed' });
}

/** Errors as `proposeRun`. */
export function sendBackRun(context: CommandContext, input: ParsedInputOf<'entitlement.sendBack'>) {
  return decide(context, input, { from: ['proposed'], status: 'computed', event: 'sentBack' });
}

/** What it found is removed when the next run is computed. Errors as `proposeRun`. */
export function discardRun(context: CommandContext, input: ParsedInputOf<'entitlement.discard'>) {
  const from = ['computed', 'proposed'] as const;
  return decide(context, input, { from, status: 'discarded', event: 'discarded' });
}

async function decide(
  { repos, officer, now, audit }: CommandContext,
  input: { readonly runId: string; readonly expectedVersion: number; readonly reason?: string },
  step: {
    readonly from: readonly EligibilityRunStatus[];
    readonly status: 'proposed' | 'computed' | 'discarded';
    readonly event: EligibilityRunEventType;
  },
) {
  const run = await repos.eligibility.run(input.runId);
  if (!run) return refuse('NOT_FOUND');
  if (run.version !== input.expectedVersion) return refuse('CONFLICT');
  if (!step.from.includes(run.status))
    return refuse('ELIGIBILITY_RUN_STATUS', { status: run.status });
  const stamp = { at: now, officerId: officer.id };
  const { status, event } = step;
  if (!(await repos.eligibility.decide(run.no, input.expectedVersion, { status }, stamp)))
    return refuse('CONFLICT');
  const { reason } = input;
  await repos.eligibility.append(
    run.no,
    reason === undefined ? { type: event } : { type: event, reason },
    stamp,
  );
  await audit(`entitlement.${event}`, { type: 'eligibilityRun', id: run.id }, { month: run.month });
  return ok({});
}
