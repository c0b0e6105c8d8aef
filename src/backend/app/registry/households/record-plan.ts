import type { OutputOf } from '../../../../contract/api.ts';
import type { HouseholdPlan } from '../../../../domain/registry/household-change.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import type { CommandContext } from '../../context.ts';
import { affectedMonths } from './affected-months.ts';

/** Records a planned correction with its reason; answers its number and the months that may be due otherwise. */
export async function recordPlan(
  { repos, now, today, officer, audit }: CommandContext,
  beneficiaryId: string,
  reason: string,
  facts: readonly AnyFact[],
  { supersede, add }: HouseholdPlan,
): Promise<Omit<OutputOf<'households.change'>, 'warnings'>> {
  const change = await repos.households.record(
    beneficiaryId,
    {
      at: now,
      officerId: officer.id,
      source: 'correction',
      reason,
      caseType: null,
      caseId: null,
    },
    { supersede, add },
  );
  await audit(
    'household.corrected',
    { type: 'beneficiary', id: beneficiaryId },
    { change, superseded: supersede.length, added: add.length },
  );
  const superseded = facts.filter(({ seq }) => supersede.includes(seq));
  return { change, affected: affectedMonths(superseded, add, today) };
}
