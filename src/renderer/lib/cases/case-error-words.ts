import { isIsoDate, isIsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../error-words.ts';
import { formatDate, monthParts } from '../format/dates.ts';
import { inDigits } from '../format/numbers.ts';
import type { Translate } from '../i18n/use-t.ts';

/**
 * The officer's words for a refusal of a step on a case. Months and dates read as on screen, and `{case}` is the ticket
 * or number of the case that refused, where many were asked about.
 */
export function caseErrorWords(t: Translate, error: Refusal): string {
  const values: Record<string, string | number> = { case: '' };
  for (const [name, value] of Object.entries(error.details ?? {})) {
    if (typeof value === 'number') values[name] = value;
    else if (typeof value === 'string') values[name] = asRead(t, value);
  }
  values['case'] = values['ticket'] ?? values['number'] ?? '';
  const code = values['permission'] === 'cases.allowLate' ? 'NOT_A_SUPERVISOR' : error.code;
  return t.maybe(`cases.error.${code}`, values) ?? errorWords(t, error);
}

function asRead(t: Translate, value: string): string {
  if (isIsoMonth(value)) {
    const { year, month } = monthParts(value);
    return `${t.maybe(`ui.month.${month}`) ?? ''} ${inDigits(String(year), t.digits)}`;
  }
  return isIsoDate(value) ? formatDate(value, t.digits) : value;
}
