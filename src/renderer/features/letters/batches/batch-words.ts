import type { BatchFilter } from '../../../../contract/letter-batches.ts';
import { bankName } from '../../../lib/format/bank-name.ts';
import { monthName } from '../../../ui/Figures.tsx';
import type { Translate } from '../../../lib/i18n/use-t.ts';

/** Which list it is, in a few words. */
export function filterWords(t: Translate, filter: BatchFilter): string {
  switch (filter.kind) {
    case 'resumeGuidance':
      return [
        monthName(t, filter.month),
        ...(filter.bankCode === null ? [] : [bankName(t, filter.bankCode)]),
        ...(filter.reasonCode === null ? [] : [filter.reasonCode]),
      ].join(t('letterBatches.comma'));
    case 'pensionHeld':
      return monthName(t, filter.month);
    case 'documentsRequest':
      return filter.category === null
        ? t('letterBatches.anyCategory')
        : (t.maybe(`complaints.category.${filter.category}`) ?? filter.category);
  }
}

/** Why somebody of a list has no letter of it; a code that nobody has words for shows itself. */
export function skippedWords(t: Translate, reason: string): string {
  return t.maybe(`letterBatches.why.${reason}`) ?? t.maybe(`errors.${reason}`) ?? reason;
}
