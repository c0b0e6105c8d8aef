import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { explainMonth } from './explain-month.ts';
import { explainableMonths } from './months.ts';
import { printAmountSheet } from './print-sheet.ts';

/** Why an amount is what it is. */
export function createWhyAmountHandlers(office: LetterOffice): AreaHandlers<'whyAmount'> {
  return {
    'whyAmount.ofMonth': (context, input) => explainMonth(context, input),
    'whyAmount.months': (context, { beneficiaryId }) => explainableMonths(context, beneficiaryId),
    'whyAmount.sheet': (context, input) => printAmountSheet(context, input, office),
  };
}
