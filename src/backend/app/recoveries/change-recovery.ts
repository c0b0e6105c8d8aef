import type { RecoveryDecided } from '../../../domain/recoveries/work-recovery.ts';
import { isRecoveryOver } from '../../../domain/recoveries/recovery-case.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { rememberMonths } from '../settlements/check-settlements.ts';
import type { Recovery } from './ports.ts';

export interface ExpectedRecovery {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Errors: NOT_FOUND, CONFLICT, and the domain's own, each with the case's number. */
export async function changeRecovery(
  context: CommandContext,
  { id, expectedVersion }: ExpectedRecovery,
  decide: (
    recovery: Recovery,
  ) => Result<RecoveryDecided, Refusal> | Promise<Result<RecoveryDecided, Refusal>>,
): Promise<Result<Recovery, Refusal>> {
  const { repos, now, officer, audit } = context;
  const recovery = await repos.recoveries.byId(id);
  if (!recovery) return refuse('NOT_FOUND');
  const { number, beneficiaryId } = recovery;
  if (recovery.version !== expectedVersion) return refuse('CONFLICT', { number });
  const decided = await decide(recovery);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, number });
  const { next, events } = decided.value;
  if (!(await repos.recoveries.save(id, expectedVersion, next))) {
    return refuse('CONFLICT', { number });
  }
  await repos.recoveries.append(id, events, { at: now, by: officer.id });
  for (const { type } of events) await audit(`recovery.${type}`, { type: 'recovery', id });
  // A demand that is approved or taken back changes what is left to settle.
  if (isRecoveryOver(next.status)) await rememberMonths(context, [beneficiaryId]);
  return ok({ ...recovery, state: next });
}
