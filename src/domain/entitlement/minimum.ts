import type { Halalas } from '../shared/halalas.ts';
import type { CalculationInput, CalculationLine, CountedDependant } from './calculation.ts';
import type { EntitlementRules } from './entitlement-rules.ts';
import { breachWords, dependantWords, headWords } from './line-words.ts';

export type DependantStanding = 'counted' | 'abroad' | 'centre';

/** Whether a dependant brings an increment (REG 12); his income counts either way (REG 10/5). */
export function standingOf(
  { daysAbroad, inCentre }: Pick<CountedDependant, 'daysAbroad' | 'inCentre'>,
  rules: Pick<EntitlementRules, 'daysAbroadLimit'>,
): DependantStanding {
  if (daysAbroad > rules.daysAbroadLimit) return 'abroad';
  return inCentre ? 'centre' : 'counted';
}

/**
 * The calculated minimum in halalas (REG 12, 20/6), a line for each part of it.
 * @param lines What is found is added here.
 */
export function minimumLines(
  input: CalculationInput,
  rules: EntitlementRules,
  lines: CalculationLine[],
): number {
  const { head: ofHead, dependant: ofDependant } = rules.pensionRates;
  const { kind, head, dependants, families } = input;
  const isShared = families > 1 && rules.separateFamilies === 'headShared';
  // Half up, as everywhere that a division leaves a fraction.
  const headAmount = isShared ? Math.floor((2 * ofHead + families) / (2 * families)) : ofHead;
  lines.push({
    code: kind === 'family' ? 'head' : 'independent',
    article: 'REG 12',
    amount: headAmount as Halalas,
    person: head.id,
    text: headWords(kind, isShared ? families : 1),
  });
  let counted = 0;
  for (const { id, relation, daysAbroad, inCentre } of dependants) {
    const standing = standingOf({ daysAbroad, inCentre }, rules);
    const isCounted = standing === 'counted';
    if (isCounted) counted += 1;
    lines.push({
      code: isCounted ? 'dependant' : `dependant.${standing}`,
      article: 'REG 12',
      amount: isCounted ? ofDependant : (0 as Halalas),
      person: id,
      text: dependantWords(relation, standing, rules.daysAbroadLimit),
    });
  }
  let minimum = headAmount + counted * ofDependant;
  const deducted = input.breachAllMinors ? Math.min(rules.breachIncrements, counted) : 0;
  if (deducted > 0) {
    minimum -= deducted * ofDependant;
    lines.push({
      code: 'breach',
      article: 'REG 20/6',
      amount: (-deducted * ofDependant) as Halalas,
      person: null,
      text: breachWords(deducted),
    });
  }
  return minimum;
}
