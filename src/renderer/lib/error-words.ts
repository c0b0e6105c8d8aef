import type { Refusal } from '../../domain/shared/result.ts';
import { isIsoDate, isIsoMonth, type IsoInstant } from '../../domain/shared/iso-date.ts';
import { monthName } from './format/date-words.ts';
import { formatDate, formatInstant } from './format/dates.ts';
import { fill, messageOf, partsOf, textOf, type TextValue } from './i18n/translate.ts';
import type { Translate } from './i18n/use-t.ts';

/**
 * The officer's words for a refusal: the sentences of its code with its details filled in (dates and months in his
 * own form), without those whose details did not come. A code that no catalogue knows becomes the general sentence
 * with its reference.
 */
export function errorWords(t: Translate, error: Refusal): string {
  const values: Record<string, TextValue> = {
    reference: referenceOf(error),
    ...detailsAsRead(t, error),
  };
  const message =
    messageOf(t.language, `errors.${error.code}`) ?? messageOf(t.language, 'errors.general') ?? '';
  const sentences = textOf(t.language, message, values['n']).split(/(?<=\.)\s+/);
  const told = sentences.filter((sentence) =>
    partsOf(sentence).every((part) => 'text' in part || part.name in values),
  );
  return told.map((sentence) => fill(sentence, t.language, t.digits, values)).join(' ');
}

/** The details of a refusal that a sentence can hold, dates and months in the officer's own form. */
export function detailsAsRead(t: Translate, error: Refusal): Record<string, TextValue> {
  const values: Record<string, TextValue> = {};
  for (const [name, value] of Object.entries(error.details ?? {})) {
    if (typeof value === 'number') values[name] = value;
    else if (typeof value === 'string') values[name] = shown(t, value);
  }
  return values;
}

/** What the officer reads out to the administrator: the log's reference, else the code itself. */
export function referenceOf(error: Refusal): string {
  const reference = error.details?.['reference'];
  return typeof reference === 'string' ? reference : error.code;
}

function shown(t: Translate, value: string): string {
  if (isIsoDate(value)) return formatDate(value, t.digits);
  if (isIsoMonth(value)) return monthName(t, value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
    ? formatInstant(value as IsoInstant, t.digits)
    : value;
}
