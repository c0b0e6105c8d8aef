import type { LetterEventDto, LetterRow } from '../../../contract/letters.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import type { StatusOf } from '../../ui/statuses.ts';

/** What kind of letter it is; a template that nobody has words for shows its name. */
export function templateWords(t: Translate, template: string): string {
  return t.maybe(`letters.template.${template}`) ?? template;
}

/** The chip of a letter: where its paper is, and before there is any, how far its file is. */
export function shownStatus({ file, life }: Pick<LetterRow, 'file' | 'life'>): StatusOf<'letter'> {
  if (life !== 'issued') return life;
  return file === 'ready' ? 'issued' : file;
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

/** What happened in a sentence, and what the officer wrote about it. */
export function trailWords(
  t: Translate,
  { type, details }: Pick<LetterEventDto, 'type' | 'details'>,
): { readonly words: string; readonly note: string | null } {
  const text = (name: string): string => String(details[name] ?? '');
  const note = typeof details['reason'] === 'string' ? details['reason'] : null;
  switch (type) {
    case 'handedOver':
      return {
        words: t('letters.event.handedOver', {
          receiver: text('receiver'),
          relation: t.maybe(`letters.relation.${text('relation')}`) ?? text('relation'),
          digits: text('idLastDigits'),
        }),
        note,
      };
    case 'copied':
      return { words: t('letters.event.copied', { hash: shortHash(text('sha256')) }), note };
    case 'sent':
      return {
        words: t('letters.event.sent', {
          channel: t.maybe(`letters.channel.${text('channel')}`) ?? text('channel'),
        }),
        note,
      };
    case 'void':
      return {
        words: t(details['handedOver'] === true ? 'letters.event.voidOut' : 'letters.event.void'),
        note,
      };
    default:
      return {
        words: t.maybe(`letters.event.${type}`) ?? t('letters.event.other', { code: type }),
        note,
      };
  }
}
