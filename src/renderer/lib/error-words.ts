import type { Refusal } from '../../domain/shared/result.ts';
import type { Translate } from './i18n/use-t.ts';

/**
 * The officer's words for a refusal: the sentence of its code with its details filled in; a code that no catalogue
 * knows becomes the general sentence with its reference.
 */
export function errorWords(t: Translate, error: Refusal): string {
  const values: Record<string, string | number> = { reference: referenceOf(error) };
  for (const [name, value] of Object.entries(error.details ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  return (
    t.maybe(`errors.${error.code}`, values) ??
    t('errors.general', { reference: referenceOf(error) })
  );
}

/** What the officer reads out to the administrator: the log's reference, else the code itself. */
export function referenceOf(error: Refusal): string {
  const reference = error.details?.['reference'];
  return typeof reference === 'string' ? reference : error.code;
}
