import type { Calculation, CalculationInput } from './calculation.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

/** The input as it is written down: without its month, so that it is the same text while nothing else changes. */
export function packInput({ month: _month, ...rest }: CalculationInput): string {
  return JSON.stringify(rest);
}

export function unpackInput(text: string, month: IsoMonth): CalculationInput {
  const rest: Omit<CalculationInput, 'month'> = JSON.parse(text);
  return { month, ...rest };
}

export function packCalculation(calculation: Calculation): string {
  return JSON.stringify(calculation);
}

export function unpackCalculation(text: string): Calculation {
  return JSON.parse(text) as Calculation;
}
