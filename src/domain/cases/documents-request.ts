import type { LetterCase } from '../letters/kinds/letter-case.ts';
import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

export interface AskedDocument {
  readonly text: string;
  /** It has come already, and stands ticked on the list. */
  readonly received: boolean;
}

export interface AskedDocuments {
  readonly documents: readonly AskedDocument[];
  readonly deliverBy: IsoDate;
  readonly note: string | null;
}

/**
 * The check list of what is missing.
 * Errors: NOTHING_MISSING where all has come, DOCUMENT_TWICE (document), DELIVER_BY_PAST (today).
 * @param of Null for the person's file itself.
 */
export function documentsRequest(
  of: LetterCase | null,
  { documents, deliverBy, note }: AskedDocuments,
  today: IsoDate,
): Result<(head: DecisionLetterData) => LetterData<'documentsRequest'>, Refusal> {
  if (documents.every(({ received }) => received)) return refuse('NOTHING_MISSING');
  const names = documents.map(({ text }) => text.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse('DOCUMENT_TWICE', { document: twice });
  if (deliverBy <= today) return refuse('DELIVER_BY_PAST', { today });
  return ok((head) => ({ template: 'documentsRequest', ...head, of, documents, deliverBy, note }));
}

/** A page of the history, not the letter. */
const LONGEST_NOTE = 2000;

/** What the case's history says was asked for. */
export function askedInWords({ documents, note }: AskedDocuments): string {
  const missing = documents.filter(({ received }) => !received).map(({ text }) => text);
  const words = missing.join('، ');
  return (note === null ? words : `${words}\n${note}`).slice(0, LONGEST_NOTE);
}

/** @param number Of the case; null for the person's file itself. */
export function documentsRequestSubject(number: string | null): string {
  return number === null ? 'طلب استكمال مستندات' : `طلب استكمال مستندات المعاملة ${number}`;
}
