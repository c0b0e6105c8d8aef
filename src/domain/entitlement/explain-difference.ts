import { halalas, type Halalas } from '../shared/halalas.ts';
import { calculate } from './calculate.ts';
import type { Calculation, CalculationInput } from './calculation.ts';
import { differenceSteps, type DifferenceCode, type Side } from './difference-steps.ts';
import { BEGAN_WORDS, ENDED_WORDS, OTHER_WORDS } from './difference-words.ts';
import type { EntitlementRules } from './entitlement-rules.ts';
import type { Words } from './entitlement-words.ts';

/** One month's sum as it was made: its input, its result, and the rules of the month. */
export interface ExplainedSide {
  readonly input: CalculationInput;
  readonly calculation: Calculation;
  readonly rules: EntitlementRules;
}

/** One thing that changed, and by how much it moves the pension. */
export interface DifferenceCause {
  readonly code: DifferenceCode;
  /** Where the rule stands that moves the pension; empty where it is none of law or regulation. */
  readonly article: string;
  /** Whose fact changed, by the name that the sum knows him by. */
  readonly person: string | null;
  /** Halalas, signed; the amounts of all causes add up to the difference of the two pensions. */
  readonly amount: Halalas;
  readonly text: Words;
}

/**
 * Why one sum differs from another, cause by cause: from the first household to the second one fact is changed at a time, in a
 * fixed order, and each cause has the step that its change makes. What bars the pension and has ended is changed first, what
 * bars it anew comes last, so that the facts between keep their weight. Changes that move nothing are left out.
 *
 * @param before Null where there was no household, and so no pension.
 * @param nameOf Names people in the words; without a name they are called by their relation.
 */
export function explainDifference(
  before: ExplainedSide | null,
  after: ExplainedSide | null,
  nameOf: (person: string) => string | null = () => null,
): DifferenceCause[] {
  if (before === null || after === null) return oneSided(before, after);
  const causes: DifferenceCause[] = [];
  let side: Side = { input: before.input, rules: before.rules };
  let running: number = calculate(side.input, side.rules).pension;
  // What the stored sums say beyond their own recomputation belongs to no fact.
  let unexplained = running - before.calculation.pension;
  for (const { code, article, person, text, apply } of differenceSteps(before, after, nameOf)) {
    side = apply(side);
    const { pension } = calculate(side.input, side.rules);
    if (pension !== running)
      causes.push({ code, article, person, amount: halalas(pension - running), text });
    running = pension;
  }
  unexplained += after.calculation.pension - running;
  if (unexplained !== 0) {
    const amount = halalas(unexplained);
    causes.push({ code: 'other', article: '', person: null, amount, text: OTHER_WORDS });
  }
  return causes;
}

function oneSided(before: ExplainedSide | null, after: ExplainedSide | null): DifferenceCause[] {
  const amount = (after?.calculation.pension ?? 0) - (before?.calculation.pension ?? 0);
  if (amount === 0) return [];
  const code = before === null ? 'began' : 'ended';
  const text = before === null ? BEGAN_WORDS : ENDED_WORDS;
  return [{ code, article: '', person: null, amount: halalas(amount), text }];
}
