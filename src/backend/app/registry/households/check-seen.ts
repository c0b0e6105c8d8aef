import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import { lastChangeOf } from './last-change.ts';

/** Errors: CONFLICT (change, by, at): another officer changed the household after what this one saw. */
export async function checkSeen(
  { repos }: CommandContext,
  facts: readonly AnyFact[],
  expected: number,
): Promise<Result<null, Refusal>> {
  const last = lastChangeOf(facts);
  if (last === expected) return ok(null);
  const change = await repos.households.change(last);
  const by = change?.officerId ? await repos.staff.byId(change.officerId) : undefined;
  return refuse('CONFLICT', {
    change: last,
    ...(change === undefined ? {} : { at: change.at }),
    ...(by === undefined ? {} : { by: by.fullName }),
  });
}
