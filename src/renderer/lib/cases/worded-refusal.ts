import { isIsoDate, isIsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { formatDate, monthParts } from '../format/dates.ts';
import { inDigits } from '../format/numbers.ts';
import type { Translate } from '../i18n/use-t.ts';

/** The refusal with its months and dates as the officer reads them: `2026-11` becomes نوفمبر 2026. */
export function wordedRefusal(t: Translate, refusal: Refusal): Refusal {
  if (refusal.details === undefined) return refusal;
  const details = Object.entries(refusal.details).map(([name, value]) => [
    name,
    typeof value === 'string' ? worded(t, value) : value,
  ]);
  return { code: refusal.code, details: Object.fromEntries(details) };
}

function worded(t: Translate, value: string): string {
  if (isIsoMonth(value)) {
    const { year, month } = monthParts(value);
    return `${t.maybe(`ui.month.${month}`) ?? ''} ${inDigits(String(year), t.digits)}`;
  }
  return isIsoDate(value) ? formatDate(value, t.digits) : value;
}
