import type { InputOf, OutputOf } from '../../../contract/api.ts';
import { api } from '../client.ts';
import type { Translate } from '../i18n/use-t.ts';
import { useApiQuery } from '../queries.ts';
import { hrefOf, navigate } from '../route.ts';
import { toast, type Toast } from '../toasts.ts';

/** What a letter is about: a case, a payment, a person. */
export type LetterSubject = InputOf<'caseLetters.of'>;
export type OfferedKind = InputOf<'caseLetters.issue'>['kind'];
/** What the officer adds to what the case says. */
export type AddedToLetter = InputOf<'caseLetters.issue'>['more'];
export type DocumentsRequest = InputOf<'caseLetters.askForDocuments'>['request'];
export type CaseLetters = OutputOf<'caseLetters.of'>;
export type LetterOffer = CaseLetters['offers'][number];
type IssuedLetter = NonNullable<OutputOf<'caseLetters.issue'>['letter']>;

/** What a letter changes on screen beside the register. */
export const LETTER_AREAS = [
  'letters',
  'caseLetters',
  'complaints',
  'objections',
  'resume',
  'registry',
] as const;

/** The letters of a case and what can be written of it; asked again whenever the register changes. */
export function useCaseLetters(of: LetterSubject) {
  return useApiQuery(['letters', 'ofCase', of.type, of.id], () => api.caseLetters.of(of));
}

/** Says that a letter is issued, with the way to it, where it is seen and printed. */
export function toastIssued(t: Translate, { letterId, number }: IssuedLetter): void {
  toast({
    tone: 'success',
    text: t('caseLetters.issued', { number }),
    action: openLetter(t, letterId),
  });
}

export function openLetter(t: Translate, letterId: string) {
  return {
    label: t('caseLetters.open'),
    run: (): void => navigate(hrefOf('letters', letterId)),
  };
}

/** The way from the notice of a filing to its receipt, where one was issued. */
export function receiptAction(
  t: Translate,
  receipt: IssuedLetter | null,
): Pick<Toast, 'note' | 'action'> {
  if (receipt === null) return {};
  const { letterId, number } = receipt;
  return { note: t('caseLetters.issued', { number }), action: openLetter(t, letterId) };
}
