import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import type { QueueAction } from '../../../domain/reconciliation/required-action.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

/** A kind and reason: what bulk work stays within. */
export type ExceptionSort = Pick<ExceptionRow, 'kind' | 'reasonList' | 'reasonCode'>;

export interface ExceptionQueue {
  readonly action: QueueAction;
  /** One kind and code of the queue; null for all of it. */
  readonly sort: ExceptionSort | null;
}

export const ORDERS = ['age', 'amount', 'bank', 'name'] as const;
export type ExceptionOrder = (typeof ORDERS)[number];

interface Desk {
  /** Null for the newest cycle. */
  readonly cycle: string | null;
  readonly view: 'queues' | 'pictures';
  /** Null for all exceptions. */
  readonly queue: ExceptionQueue | null;
  /** Only those whose follow-up is due. */
  readonly isDue: boolean;
  readonly status: 'open' | 'resolved';
  readonly bankCode: string | null;
  readonly order: { readonly by: ExceptionOrder; readonly descending: boolean };
  /** The file under preview, also when the officer comes back from another screen. */
  readonly fileId: string | null;
  /** The selected exceptions by id: all of one kind and code. */
  readonly selected: ReadonlyMap<string, ExceptionRow>;
  /** What was settled last, with the versions it has since: for undo. */
  readonly settled: readonly { readonly id: string; readonly expectedVersion: number }[];
  readonly isFollowingUp: boolean;
  readonly isRawShown: boolean;
}

/** What the officer is at: forgotten when he signs out, so that nobody undoes what a colleague settled. */
export const useDesk = createOfficerStore<Desk>(() => ({
  cycle: null,
  view: 'queues',
  queue: null,
  isDue: false,
  status: 'open',
  bankCode: null,
  order: { by: 'age', descending: false },
  fileId: null,
  selected: new Map(),
  settled: [],
  isFollowingUp: false,
  isRawShown: true,
}));

export function setDesk(change: Partial<Desk>): void {
  useDesk.setState(change);
}

/** Everything that is open in a cycle, whatever the desk showed before. */
export function openCycle(cycle: string): void {
  useDesk.setState({ cycle, bankCode: null });
  openQueue(null);
}

/** Another queue: what was selected in the old one is let go, for bulk work stays within one code. */
export function openQueue(queue: ExceptionQueue | null, status: Desk['status'] = 'open'): void {
  useDesk.setState({ queue, status, isDue: false, view: 'queues', selected: new Map() });
}

export function rememberSettled(settled: Desk['settled']): void {
  useDesk.setState({ settled });
}

export function openDue(): void {
  useDesk.setState({
    queue: null,
    status: 'open',
    isDue: true,
    view: 'queues',
    selected: new Map(),
  });
}

export function isSameSort(a: ExceptionSort, b: ExceptionSort): boolean {
  return a.kind === b.kind && a.reasonList === b.reasonList && a.reasonCode === b.reasonCode;
}

/** What the backend is asked for the list on view: its filter and order. */
export function askedOf(desk: Desk, cycleId: string | undefined) {
  const { queue, status, bankCode, isDue, order } = desk;
  const { kind, reasonList = null, reasonCode = null } = queue?.sort ?? {};
  return {
    ...(cycleId === undefined ? {} : { cycleId }),
    ...(queue === null ? {} : { action: queue.action }),
    ...(kind === undefined ? {} : { kind }),
    ...(reasonList === null ? {} : { reasonList }),
    ...(reasonCode === null ? {} : { reasonCode }),
    ...(bankCode === null ? {} : { bankCode }),
    ...(isDue ? { due: true } : {}),
    status,
    sort: order.by,
    descending: order.descending,
  };
}
