import type { DeliveryEventDto, DeliveryRow } from '../../../contract/deliveries.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

/** Why it was not sent, in a sentence; null where nothing stands against it. */
export function lastErrorWords(
  t: Translate,
  error: { readonly code: string; readonly answer: number | null } | null,
): string | null {
  if (error === null) return null;
  const { code, answer } = error;
  // An answer is read out digit by digit, as a code.
  return errorWords(t, answer === null ? { code } : { code, details: { answer: String(answer) } });
}

export function eventWords(t: Translate, event: DeliveryEventDto) {
  return {
    seq: event.seq,
    at: event.at,
    officerName: event.officerName,
    words: t.maybe(`deliveries.event.${event.type}`) ?? event.type,
    note:
      lastErrorWords(t, event.error) ??
      (event.said === null ? null : (t.maybe(`deliveries.said.${event.said}`) ?? null)),
  };
}

export const isRetriable = ({ state }: DeliveryRow): boolean =>
  state === 'failed' || state === 'waiting';
