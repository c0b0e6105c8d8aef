import { calculate } from '../../../domain/entitlement/calculate.ts';
import { entitlementRulesOn } from '../../../domain/entitlement/entitlement-rules.ts';
import { readCalculationInput } from '../../../domain/entitlement/read-calculation-input.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';

/** The sum of a household that is on no record, by the branch's settings of its month. Errors: those of `readCalculationInput`. */
export async function computeSum({ repos, today }: QueryContext, household: unknown) {
  const read = readCalculationInput(household, today);
  if (!read.ok) return read;
  const { input, settings } = read.value;
  const rules = { ...entitlementRulesOn(input.month, await repos.settings.all()), ...settings };
  return ok({ month: input.month, calculation: calculate(input, rules) });
}
