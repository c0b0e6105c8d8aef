import type { LetterRow } from '../../../contract/letters.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import type { StatusOf } from '../../ui/statuses.ts';

/** What kind of letter it is; a template that nobody has words for shows its name. */
export function templateWords(t: Translate, template: string): string {
  return t.maybe(`letters.template.${template}`) ?? template;
}

/** The chip of a letter: an issued one that has been printed says so. */
export function shownStatus({
  status,
  printedTimes,
}: Pick<LetterRow, 'status' | 'printedTimes'>): StatusOf<'letter'> {
  return status === 'ready' && printedTimes > 0 ? 'printed' : status;
}

/** `9f3c61a7…e20b`: enough of the hash to compare by eye. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;
}

/** The name under which a letter is offered for saving: its number, with nothing that a file name may not hold. */
export function fileNameOf({ number, id }: Pick<LetterRow, 'number' | 'id'>): string {
  return `${(number ?? id).replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`;
}

export function letterErrorWords(t: Translate, error: Refusal): string {
  return t.maybe(`letters.error.${error.code}`) ?? errorWords(t, error);
}

export function trailWords(t: Translate, type: string): string {
  return t.maybe(`letters.event.${type}`) ?? t('letters.event.other', { code: type });
}
