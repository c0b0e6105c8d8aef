import type { OutputOf } from '../../../contract/api.ts';
import type { ObjectionRow } from '../../../contract/objections.ts';
import type { RefusalReason } from '../../../domain/objections/objection-letter.ts';
import type { ContestedReason, ObjectionEvent } from '../../../domain/objections/objection.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { toDeadline, toPersonRef } from '../cases/case-dto.ts';
import type { ObjectionQueueRow } from './ports.ts';

export function toObjectionRow(row: ObjectionQueueRow, today: IsoDate): ObjectionRow {
  const { id, number, status, refusedOn, filedOn, assignedTo, version } = row;
  const { deadlineOn, decidedOn } = row;
  return {
    ...toPersonRef(row),
    id,
    number,
    status,
    refusedOn,
    filedOn,
    assignedTo,
    version,
    reasons: [...row.reasons],
    deadline: toDeadline({ deadlineOn, decidedOn, pausedOn: null }, today),
  };
}

export function toReviewReason(
  { code, found }: ContestedReason,
  texts: ReadonlyMap<string, RefusalReason>,
): OutputOf<'objections.review'>['reasons'][number] {
  const text = texts.get(code);
  return {
    code,
    textAr: text?.textAr ?? code,
    textEn: text?.textEn ?? code,
    article: text?.article ?? '',
    finding: found?.finding ?? null,
    note: found?.note ?? null,
    evidence: found?.evidence ?? null,
  };
}

/** What an event says beside its type. */
export function objectionNote(
  event: ObjectionEvent,
  names: ReadonlyMap<string, string>,
): string | null {
  switch (event.type) {
    case 'sentBack':
    case 'documentsRequested':
      return event.note;
    case 'assigned':
      return names.get(event.to) ?? null;
    case 'documentAttached':
      return event.title;
    case 'findingRecorded':
      return event.code;
    case 'proposed':
      return event.reasoning;
    case 'filed':
    case 'taken':
    case 'approved':
    case 'eligibilityChanged':
      return null;
  }
}
