import type { Refusal } from '../../../domain/shared/result.ts';
import { detailsAsRead, errorWords } from '../error-words.ts';
import type { Translate } from '../i18n/use-t.ts';

/**
 * The officer's words for a refusal of a step on a case; `{case}` is the ticket or number of the case that refused, where
 * many were asked about.
 */
export function caseErrorWords(t: Translate, error: Refusal): string {
  const details = detailsAsRead(t, error);
  const code = details['permission'] === 'cases.allowLate' ? 'NOT_A_SUPERVISOR' : error.code;
  const values = { case: details['ticket'] ?? details['number'] ?? '', ...details };
  return t.maybe(`cases.error.${code}`, values) ?? errorWords(t, error);
}
