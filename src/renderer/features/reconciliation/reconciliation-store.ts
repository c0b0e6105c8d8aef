import { create } from 'zustand';
import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';

export interface ExceptionQueue {
  readonly kind: ExceptionKind;
  readonly reasonCode: string | null;
}

interface Desk {
  /** Null for the newest cycle. */
  readonly cycle: string | null;
  /** Null for all open exceptions. */
  readonly queue: ExceptionQueue | null;
  readonly status: 'open' | 'resolved';
  /** The file under preview, also when the officer comes back from another screen. */
  readonly fileId: string | null;
  /** Version of each selected exception by its id. */
  readonly selected: ReadonlyMap<string, number>;
  readonly isRawShown: boolean;
}

export const useDesk = create<Desk>()(() => ({
  cycle: null,
  queue: null,
  status: 'open',
  fileId: null,
  selected: new Map(),
  isRawShown: true,
}));

export function setDesk(change: Partial<Desk>): void {
  useDesk.setState(change);
}

/** Another queue: what was selected in the old one is let go, for bulk work stays within one code. */
export function openQueue(queue: ExceptionQueue | null, status: Desk['status'] = 'open'): void {
  useDesk.setState({ queue, status, selected: new Map() });
}
