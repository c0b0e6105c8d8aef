import type { ParsedInputOf } from '../../../../contract/api.ts';
import { overlaps } from '../../../../domain/registry/household-at.ts';
import type { HouseholdPlan } from '../../../../domain/registry/household-change.ts';
import { HEAD, type AnyFact } from '../../../../domain/registry/household-fact.ts';
import { maskNationalId } from '../../../../domain/registry/mask.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import { lastChangeOf } from './last-change.ts';
import { recordPlan } from './record-plan.ts';

/**
 * Records what was known before the last correction once more: nothing is taken away from the history.
 * Errors: NOT_FOUND, CHANGE_NOT_LAST, CHANGE_NOT_CORRECTION, those of `checkReturning`.
 */
export async function undoChange(
  context: CommandContext,
  { beneficiaryId, change, reason }: ParsedInputOf<'households.undo'>,
) {
  const { repos } = context;
  const facts = await repos.households.facts(beneficiaryId);
  const undone = await repos.households.change(change);
  if (facts.length === 0 || undone === undefined) return refuse('NOT_FOUND');
  if (lastChangeOf(facts) !== change) return refuse('CHANGE_NOT_LAST');
  if (undone.source !== 'correction') return refuse('CHANGE_NOT_CORRECTION');
  const plan = reversePlan(facts, change);
  const free = await checkReturning(context, beneficiaryId, plan);
  if (!free.ok) return free;
  const recorded = await recordPlan(context, beneficiaryId, reason, facts, plan);
  return ok({ ...recorded, warnings: [] });
}

function reversePlan(facts: readonly AnyFact[], change: number): HouseholdPlan {
  const next = Math.max(...facts.map(({ seq }) => seq)) + 1;
  const former = facts.filter(({ supersededIn }) => supersededIn === change);
  return {
    supersede: facts.filter(({ recordedIn }) => recordedIn === change).map(({ seq }) => seq),
    add: former.map(({ recordedIn: _in, supersededIn: _until, ...fact }, index) => ({
      ...fact,
      seq: next + index,
    })),
  };
}

/** Errors: LIVES_ELSEWHERE: a dependant who comes back was taken into another family meanwhile (LAW 11). */
async function checkReturning(
  { repos }: CommandContext,
  beneficiaryId: string,
  { add }: HouseholdPlan,
): Promise<Result<null, Refusal>> {
  const returning = add.flatMap((fact) =>
    fact.kind === 'person' && fact.subject !== HEAD && fact.data.nationalId !== null
      ? [{ ...fact, nationalId: fact.data.nationalId }]
      : [],
  );
  const ids = returning.map(({ nationalId }) => nationalId);
  const elsewhere = await repos.households.livingElsewhere(beneficiaryId, ids);
  const taken = elsewhere.find((other) =>
    returning.some((fact) => fact.nationalId === other.nationalId && overlaps(fact, other)),
  );
  if (taken === undefined) return ok(null);
  return refuse('LIVES_ELSEWHERE', {
    head: taken.headName,
    maskedNationalId: maskNationalId(taken.nationalId),
  });
}
