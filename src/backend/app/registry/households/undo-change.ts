import type { ParsedInputOf } from '../../../../contract/api.ts';
import { householdProblem } from '../../../../domain/registry/check-household.ts';
import { knownAt } from '../../../../domain/registry/household-at.ts';
import type { HouseholdPlan } from '../../../../domain/registry/household-change.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
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
  const free = await checkReturning(context, beneficiaryId, facts, plan);
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

/** Errors: those of `householdProblem`: a dependant who comes back may live in another family by now (LAW 11). */
async function checkReturning(
  { repos }: CommandContext,
  beneficiaryId: string,
  facts: readonly AnyFact[],
  { supersede, add }: HouseholdPlan,
): Promise<Result<null, Refusal>> {
  const ids = add.flatMap((fact) =>
    fact.kind === 'person' && fact.data.nationalId !== null ? [fact.data.nationalId] : [],
  );
  const elsewhere = await repos.households.livingElsewhere(beneficiaryId, ids);
  const staying = knownAt(facts, null).filter(({ seq }) => !supersede.includes(seq));
  const changed = new Map(add.map((fact) => [fact, 0]));
  const problem = householdProblem({ known: [...staying, ...add], changed }, elsewhere);
  return problem === null ? ok(null) : refuse(problem.code, problem.details);
}
