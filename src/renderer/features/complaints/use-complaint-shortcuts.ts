import type { SavedView } from '../../../contract/complaints.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { setFilter } from './complaints-store.ts';

/** The saved views in the order of a day's work. */
export const QUEUES = [
  'mine',
  'dueToday',
  'overdue',
  'unassigned',
  'awaitingDocuments',
  'awaitingApproval',
  'decided',
  'all',
] as const satisfies readonly SavedView[];

/** [ and ] go to the previous and the next queue. */
export function useComplaintShortcuts(view: SavedView): void {
  const go = (by: number): void => {
    const at = QUEUES.indexOf(view);
    const next = QUEUES[(at + by + QUEUES.length) % QUEUES.length];
    if (next !== undefined) setFilter({ view: next });
  };
  useShortcuts({ '[': () => go(-1), ']': () => go(1) });
}
