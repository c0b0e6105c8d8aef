import { calculate } from '../../../domain/entitlement/calculate.ts';
import { packCalculation, unpackInput } from '../../../domain/entitlement/stored-calculation.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { RunningOperation } from '../operation.ts';
import type { ReadRepos } from '../ports.ts';
import { rangesTo } from './number-ranges.ts';

/** A stored sum that the same input does not make again, or a run whose households add up to something else. */
export interface EntitlementDifference {
  readonly area: 'entitlement';
  readonly id: string;
  /** Of a calculation its number, of a run its month. */
  readonly number: string;
  readonly field: 'calculation' | 'households' | 'eligible' | 'pension';
}

const CALCULATIONS_A_STEP = 500;
const HOUSEHOLDS_A_STEP = 2000;

/** Computes every stored calculation again by the rules it was made with, and adds up every run. */
export async function verifyEntitlement(
  { eligibility, households }: Pick<ReadRepos, 'eligibility' | 'households'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly checked: number; readonly differences: readonly EntitlementDifference[] }> {
  const differences: EntitlementDifference[] = [];
  const rules = new Map<number, Awaited<ReturnType<typeof eligibility.rules>>>();
  let checked = 0;
  let after = 0;
  for (;;) {
    const stored = await eligibility.calculationsAfter(after, CALCULATIONS_A_STEP);
    for (const { no, month, rulesNo, input, result } of stored) {
      checked += 1;
      const made = rules.get(rulesNo) ?? (await eligibility.rules(rulesNo));
      rules.set(rulesNo, made);
      const again = packCalculation(calculate(unpackInput(input, month), made));
      if (again === result) continue;
      const number = String(no);
      differences.push({ area: 'entitlement', id: number, number, field: 'calculation' });
    }
    const last = stored.at(-1);
    if (!last) break;
    after = last.no;
    await breathe();
  }
  const lastNo = await households.lastNo();
  for (const { no, id, month, status, totals } of await eligibility.runs()) {
    if (totals === null || status === 'discarded') continue;
    const derived = { households: 0, eligible: 0, pension: 0 };
    for (const range of rangesTo(lastNo, HOUSEHOLDS_A_STEP)) {
      const part = await eligibility.derivedTotals(no, range);
      derived.households += part.households;
      derived.eligible += part.eligible;
      derived.pension = halalas(derived.pension + part.pension);
      await breathe();
    }
    for (const field of ['households', 'eligible', 'pension'] as const) {
      if (totals[field] !== derived[field])
        differences.push({ area: 'entitlement', id, number: month, field });
    }
  }
  return { checked, differences };
}
