import { entitlementRulesOn } from '../../../domain/entitlement/entitlement-rules.ts';
import type { ReadRepos } from '../ports.ts';
import type { EligibilityRun } from './run-ports.ts';

export interface Staleness {
  readonly lastChange: number;
  readonly changes: number;
  readonly households: number;
  readonly rules: boolean;
}

/** What was recorded since a run was computed; null while it is up to date. */
export async function stalenessOf(
  { eligibility, settings }: Pick<ReadRepos, 'eligibility' | 'settings'>,
  { knownAt, month, rulesNo }: EligibilityRun,
): Promise<Staleness | null> {
  const { last, changes, households } = await eligibility.recordedSince(knownAt);
  const now = entitlementRulesOn(month, await settings.all());
  const then = await eligibility.rules(rulesNo);
  const rules = JSON.stringify(now) !== JSON.stringify(then);
  return changes === 0 && !rules ? null : { lastChange: last, changes, households, rules };
}
