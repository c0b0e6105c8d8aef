import { planDeath } from '../../../domain/registry/plan-death.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { CommandContext } from '../context.ts';

/** A life case found that the head has died: known of his household, or of himself where no household is kept. */
export async function recordDeath(
  { repos, now, officer }: CommandContext,
  beneficiaryId: string,
  deceasedOn: IsoDate,
  lifeCaseId: string,
): Promise<void> {
  const plan = planDeath(await repos.households.facts(beneficiaryId), deceasedOn);
  if (plan === null) await repos.life.setDeceased(beneficiaryId, deceasedOn);
  else if (plan.add.length > 0) {
    const source = { source: 'caseDecision', reason: '', caseType: 'lifeCase' } as const;
    const change = { at: now, officerId: officer.id, ...source, caseId: lifeCaseId };
    await repos.households.record(beneficiaryId, change, plan);
  }
}
