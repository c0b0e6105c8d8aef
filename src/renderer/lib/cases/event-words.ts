import type { CaseEventDto } from '../../../contract/cases.ts';
import type { Translate } from '../i18n/use-t.ts';

/** The events of a case with what happened in words. */
export function worded<Event extends Pick<CaseEventDto, 'type' | 'note'>>(
  t: Translate,
  events: readonly Event[],
): (Event & { readonly words: string })[] {
  return events.map((event) => ({
    ...event,
    words:
      event.type === 'assigned' && event.note !== null
        ? t('cases.event.assignedTo')
        : (t.maybe(`cases.event.${event.type}`) ?? t('cases.event.other')),
  }));
}
