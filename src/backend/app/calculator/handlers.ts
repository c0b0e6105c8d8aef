import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { computeSum } from './compute-sum.ts';
import { printEstimate } from './print-estimate.ts';

/** The calculator of walk-ins: computes and prints, and keeps nothing. */
export function createCalculatorHandlers(office: LetterOffice): AreaHandlers<'calculator'> {
  return {
    'calculator.compute': (context, { household }) => computeSum(context, household),
    'calculator.sheet': (context, { household }) => printEstimate(context, household, office),
  };
}
