import { addHalalas, halalas, subtractHalalas, type Halalas } from '../../shared/halalas.ts';
import type { LetterMonth } from '../letter-data.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';

export function totalDue(months: readonly LetterMonth[]): Halalas {
  return addHalalas(...months.map(({ due }) => due));
}

export function totalPaid(months: readonly LetterMonth[]): Halalas {
  return addHalalas(...months.map(({ paid }) => paid));
}

/** What is still owed for all months together; negative where more was paid than was due. */
export function differenceOf(months: readonly LetterMonth[]): Halalas {
  return subtractHalalas(totalDue(months), totalPaid(months));
}

/** Null where nothing is owed: a letter then names no amount. */
export function positive(amount: Halalas | null): Halalas | null {
  return amount === null || amount <= 0 ? null : amount;
}

export const MONTHS_FIELDS = {
  months: {
    type: 'list',
    ar: 'الأشهر وما استُحق وصُرف عن كل منها',
    en: 'The months with what was due and paid for each',
    row: {
      month: { type: 'month', ar: 'الشهر', en: 'Month' },
      due: { type: 'amount', ar: 'المستحق عن الشهر', en: 'Due for the month' },
      paid: { type: 'amount', ar: 'المصروف عن الشهر', en: 'Paid for the month' },
      monthDifference: {
        type: 'balance',
        ar: 'الفرق: المستحق ناقصاً المصروف',
        en: 'Difference: due less paid',
      },
      monthExcess: {
        type: 'balance',
        ar: 'الزيادة: المصروف ناقصاً المستحق',
        en: 'Excess: paid less due',
      },
    },
  },
  severalMonths: { type: 'flag', ar: 'أكثر من شهر', en: 'More than one month' },
  totalDue: { type: 'amount', ar: 'مجموع المستحق', en: 'Total due' },
  totalPaid: { type: 'amount', ar: 'مجموع المصروف', en: 'Total paid' },
  totalDifference: {
    type: 'balance',
    ar: 'مجموع الفرق، وقد يكون سالباً',
    en: 'Total difference; may be negative',
  },
} as const satisfies FieldCatalogue;

export function monthsFacts(months: readonly LetterMonth[]): FactsOf<typeof MONTHS_FIELDS> {
  return {
    months: months.map(({ month, due, paid }) => ({
      month,
      due,
      paid,
      monthDifference: subtractHalalas(due, paid),
      monthExcess: halalas(paid - due),
    })),
    severalMonths: months.length > 1,
    totalDue: totalDue(months),
    totalPaid: totalPaid(months),
    totalDifference: differenceOf(months),
  };
}
