import type { ParsedInputOf } from '../../../../contract/api.ts';
import { nationalIdsIn, planChange } from '../../../../domain/registry/correct-household.ts';
import type { LivingElsewhere } from '../../../../domain/registry/household-change.ts';
import { maskNationalId } from '../../../../domain/registry/mask.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import { checkSeen } from './check-seen.ts';
import { recordPlan } from './record-plan.ts';
import { wantedFacts } from './stated-facts.ts';

/**
 * Records corrections together as one change.
 * Errors: NOT_FOUND, those of `checkSeen` and of `planChange`.
 */
export async function changeHousehold(
  context: CommandContext,
  { beneficiaryId, expectedChange, reason, steps }: ParsedInputOf<'households.change'>,
) {
  const { repos, today } = context;
  if (!(await repos.registry.person(beneficiaryId))) return refuse('NOT_FOUND');
  const facts = await repos.households.facts(beneficiaryId);
  const seen = await checkSeen(context, facts, expectedChange);
  if (!seen.ok) return seen;
  const wanted = wantedFacts(steps, facts);
  const elsewhere = await repos.households.livingElsewhere(beneficiaryId, nationalIdsIn(wanted));
  const planned = planChange(facts, wanted, today, elsewhere);
  if (!planned.ok) return withHead(context, planned.error, elsewhere);
  const recorded = await recordPlan(context, beneficiaryId, reason, facts, planned.value);
  return ok({
    ...recorded,
    warnings: planned.value.warnings.map(({ code, item, field }) => ({ code, step: item, field })),
  });
}

/** Of a conflict with another family its head's number as well, masked (LAW 11). */
async function withHead(
  { repos }: CommandContext,
  { code, details }: Refusal,
  elsewhere: readonly LivingElsewhere[],
): Promise<Result<never, Refusal>> {
  const there = elsewhere.find(({ headName }) => headName === details?.['head']);
  const head = there && (await repos.registry.person(there.beneficiaryId));
  if (!head) return refuse(code, details);
  return refuse(code, { ...details, maskedHeadId: maskNationalId(head.nationalId) });
}
