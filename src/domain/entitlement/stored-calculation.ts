import type { Calculation, CalculationInput, CalculationLine } from './calculation.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

/** The input as it is written down: without its month, so that it stays the same text while nothing else changes. */
export function packInput({ month: _month, ...rest }: CalculationInput): string {
  return JSON.stringify(rest);
}

export function unpackInput(text: string, month: IsoMonth): CalculationInput {
  const rest = JSON.parse(text) as Omit<CalculationInput, 'month'>;
  return { month, ...rest };
}

type PackedLine = readonly [
  code: CalculationLine['code'],
  article: CalculationLine['article'],
  amount: CalculationLine['amount'],
  person: CalculationLine['person'],
];
interface Packed extends Omit<Calculation, 'lines'> {
  readonly lines: readonly PackedLine[];
}

/** The result as it is written down: every figure, and no words, which the same sum says again. */
export function packCalculation({ lines, ...rest }: Calculation): string {
  const packed: Packed = {
    ...rest,
    lines: lines.map(({ code, article, amount, person }) => [code, article, amount, person]),
  };
  return JSON.stringify(packed);
}

/**
 * The result that was written down, in the words of the same sum made again.
 * @param again The stored input by the stored rules, which say the words of each line.
 */
export function unpackCalculation(text: string, again: Calculation): Calculation {
  const packed = JSON.parse(text) as Packed;
  const lines = packed.lines.map(([code, article, amount, person], index) => {
    const said = again.lines[index];
    const same = said?.code === code && said.amount === amount && said.person === person;
    return { code, article, amount, person, text: same ? said.text : { ar: code, en: code } };
  });
  return { ...packed, lines };
}
