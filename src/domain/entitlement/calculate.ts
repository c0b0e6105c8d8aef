import { halalas, type Halalas } from '../shared/halalas.ts';
import type { Calculation, CalculationInput, CalculationLine } from './calculation.ts';
import { countIncome } from './count-income.ts';
import type { EntitlementRules } from './entitlement-rules.ts';
import { REASON_WORDS } from './entitlement-words.ts';
import { groundsOf } from './ineligibility.ts';
import { minimumLines } from './minimum.ts';
import { NOT_BELOW_ZERO, ROUNDED } from './line-words.ts';

/**
 * The pension of one month with its working (REG 8 to 13): the calculated minimum less the counted income, not below 0, and
 * nothing where a ground of ineligibility stands. The amounts of the lines add up to the pension. Incomes and assets of
 * people who are not in the household count like a dependant's; who may not be there is the reader's business.
 */
export function calculate(input: CalculationInput, rules: EntitlementRules): Calculation {
  const lines: CalculationLine[] = [];
  const minimum = minimumLines(input, rules, lines);
  const counted = countIncome(input, rules, lines);

  const hasTooMuch = rules.equalIncomeEligible ? counted > minimum : counted >= minimum;
  const reasons = groundsOf(input, rules, hasTooMuch);
  let running = minimum - counted;
  if (hasTooMuch) {
    lines.push(line('notBelowZero', 'REG 8', -running, NOT_BELOW_ZERO));
    running = 0;
  }
  for (const reason of reasons) {
    if (reason === 'income') continue;
    const { article, text } = REASON_WORDS[reason];
    lines.push(line(`ineligible.${reason}`, article, -running, text));
    running = 0;
  }
  const pension = rounded(running, minimum, rules.pensionRounding);
  if (pension !== running) lines.push(line('rounding', 'REG 13', pension - running, ROUNDED));
  return {
    eligible: reasons.length === 0,
    minimum: halalas(minimum),
    counted: halalas(counted),
    pension: halalas(pension),
    reasons,
    lines,
    rules: rules.ratesFrom,
  };
}

/** Never above the minimum, whatever is rounded up. */
function rounded(
  amount: number,
  minimum: number,
  rounding: EntitlementRules['pensionRounding'],
): number {
  switch (rounding) {
    case 'none':
      return amount;
    case 'riyal':
      return Math.min(minimum, Math.floor((amount + 50) / 100) * 100);
    case 'riyalUp':
      return Math.min(minimum, Math.ceil(amount / 100) * 100);
    case 'riyalDown':
      return Math.floor(amount / 100) * 100;
  }
}

function line(
  code: string,
  article: string,
  amount: number,
  text: CalculationLine['text'],
): CalculationLine {
  // No minus zero, which JSON would not keep.
  return { code, article, amount: (amount === 0 ? 0 : amount) as Halalas, person: null, text };
}
