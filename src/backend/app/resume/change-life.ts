import type { LifeDecided, LifeState } from '../../../domain/resume/life-case.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LifeCaseDetail } from './ports.ts';

/** Errors: NOT_FOUND, CONFLICT, and the domain's own, each with the case's number. */
export async function changeLife(
  context: CommandContext,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
  decide: (state: LifeState) => Result<LifeDecided, Refusal>,
): Promise<Result<{ lifeCase: LifeCaseDetail; next: LifeState }, Refusal>> {
  const { repos, now, officer } = context;
  const lifeCase = await repos.life.byId(id);
  if (!lifeCase) return refuse('NOT_FOUND');
  const { number } = lifeCase;
  if (lifeCase.version !== expectedVersion) return refuse('CONFLICT', { number });
  const decided = decide(lifeCase.state);
  if (!decided.ok) return refuse(decided.error.code, { ...decided.error.details, number });
  const { next, events } = decided.value;
  if (!(await repos.life.save(id, expectedVersion, next))) return refuse('CONFLICT', { number });
  await repos.life.append(id, events, { at: now, by: officer.id });
  for (const event of events) await context.audit(`life.${event.type}`, { type: 'lifeCase', id });
  return ok({ lifeCase, next });
}
