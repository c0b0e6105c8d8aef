import type { OutputOf } from '../../../contract/api.ts';
import type { ApplicationRow } from '../../../contract/applications.ts';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import type { ObjectionRow } from '../../../contract/objections.ts';

export type QueueItem =
  | { readonly kind: 'complaint'; readonly row: ComplaintRow }
  | { readonly kind: 'objection'; readonly row: ObjectionRow }
  | { readonly kind: 'application'; readonly row: ApplicationRow };

/** Complaints, objections and applications of one officer in one list, nearest deadline first, those without a deadline last. */
export function queueOf(summary: OutputOf<'today.summary'>): readonly QueueItem[] {
  return [
    ...summary.nextComplaints.map((row): QueueItem => ({ kind: 'complaint', row })),
    ...summary.nextObjections.map((row): QueueItem => ({ kind: 'objection', row })),
    ...summary.nextApplications.map((row): QueueItem => ({ kind: 'application', row })),
  ].toSorted((a, b) => daysOf(a) - daysOf(b));
}

export function daysOf({ row }: QueueItem): number {
  return row.deadline === null || row.deadline.state === 'met'
    ? Number.MAX_SAFE_INTEGER
    : row.deadline.days;
}

export function numberOf(item: QueueItem): string {
  return item.kind === 'complaint' ? item.row.ticket : item.row.number;
}
