import type { CaseEventDto, DeadlineDto, DocumentRef } from '../../../contract/cases.ts';
import type { PersonRef } from '../../../contract/fields.ts';
import { deadlineOf, type CaseDates } from '../../../domain/cases/case-deadline.ts';
import { maskNationalId } from '../../../domain/registry/mask.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { StoredDocument } from '../documents/ports.ts';
import type { QueuePerson, TrailEntry } from './ports.ts';

export function toPersonRef({ beneficiaryId, name, nationalId }: QueuePerson): PersonRef {
  return { beneficiaryId, name, maskedNationalId: maskNationalId(nationalId) };
}

export function toDeadline(dates: CaseDates, today: IsoDate): DeadlineDto | null {
  return deadlineOf(dates, today);
}

export function toDocumentRef(document: StoredDocument): DocumentRef {
  const { id, title, fileName, mime, sizeBytes, pages, contents } = document;
  return { id, title, fileName, mime, sizeBytes, pages, contents };
}

/** @param noteOf What an event says beside its type, in words that a person wrote. */
export function toCaseEvent<Event extends { readonly type: string }>(
  { seq, at, byName, event }: TrailEntry<Event>,
  noteOf: (event: Event) => string | null,
): CaseEventDto {
  return { seq, type: event.type, at, officerName: byName, note: noteOf(event) };
}
