import type { OutputOf } from '../../../contract/api.ts';
import {
  QUEUE_SIDES,
  type QueueAction,
  type QueueSide,
} from '../../../domain/reconciliation/required-action.ts';
import { addHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';

export type SortCount = OutputOf<'reconciliation.exceptionCounts'>[number];

export interface WorkQueue {
  readonly action: QueueAction;
  readonly side: QueueSide;
  readonly count: number;
  readonly amount: Halalas;
  readonly oldest: IsoInstant;
  /** Its kinds and codes, the most frequent first. */
  readonly sorts: readonly SortCount[];
}

export interface QueueGroup {
  readonly side: QueueSide;
  readonly count: number;
  readonly queues: readonly WorkQueue[];
}

/** The queues by whose move it is; within a side the largest first. A side without work is left out. */
export function queueGroups(counts: readonly SortCount[]): QueueGroup[] {
  const queues = new Map<QueueAction, WorkQueue>();
  for (const row of counts) {
    const known = queues.get(row.action);
    queues.set(row.action, {
      action: row.action,
      side: row.side,
      count: (known?.count ?? 0) + row.count,
      amount: known ? addHalalas(known.amount, row.amount) : row.amount,
      oldest: known && known.oldest < row.oldest ? known.oldest : row.oldest,
      sorts: [...(known?.sorts ?? []), row],
    });
  }
  return QUEUE_SIDES.map((side) => {
    const ofSide = [...queues.values()]
      .filter((queue) => queue.side === side)
      .sort((a, b) => b.count - a.count);
    return { side, count: ofSide.reduce((sum, { count }) => sum + count, 0), queues: ofSide };
  }).filter((group) => group.queues.length > 0);
}
