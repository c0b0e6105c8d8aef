import type { ExplainedSum } from '../../../contract/why-amount.ts';
import type { Calculation } from '../../../domain/entitlement/calculation.ts';

/** A sum as it leaves the backend: its people by their names. */
export function explainedSum(
  { lines, reasons, ...sums }: Calculation,
  names: ReadonlyMap<string, string>,
): ExplainedSum {
  return {
    ...sums,
    reasons: [...reasons],
    lines: lines.map(({ code, article, amount, person, text }) => ({
      code,
      article,
      amount,
      personName: person === null ? null : (names.get(person) ?? null),
      text,
    })),
  };
}
