import { calculate } from '../../../domain/entitlement/calculate.ts';
import { entitlementRulesOn } from '../../../domain/entitlement/entitlement-rules.ts';
import type { ExplainedSide } from '../../../domain/entitlement/explain-difference.ts';
import { plannedPayDate } from '../../../domain/payments/moved-pay-dates.ts';
import { knownAt } from '../../../domain/registry/household-at.ts';
import { calculationInputOf } from '../../../domain/registry/household-input.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { ReadRepos } from '../ports.ts';

/**
 * What a household was due in a month by what was known after a registry change (null: by what is known now), with the rules
 * of that month as they are recorded now.
 *
 * @returns null where no household was known on the month's first day.
 */
export async function recompute(
  { repos }: { readonly repos: Pick<ReadRepos, 'households' | 'payments' | 'settings'> },
  beneficiaryId: string,
  month: IsoMonth,
  change: number | null,
): Promise<ExplainedSide | null> {
  const rows = await repos.settings.all();
  const cycle = await repos.payments.cycleOf(month);
  const payDate = cycle?.payDate ?? plannedPayDate(month, rows);
  const known = knownAt(await repos.households.facts(beneficiaryId), change);
  const input = calculationInputOf(known, month, payDate);
  if (input === null) return null;
  const rules = entitlementRulesOn(month, rows);
  return { input, calculation: calculate(input, rules), rules };
}
