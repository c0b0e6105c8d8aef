import { SAVED_VIEWS, type SavedView } from '../../../contract/complaints.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { setFilter } from './complaints-store.ts';

/** [ and ] go to the previous and the next queue. */
export function useComplaintShortcuts(view: SavedView): void {
  const go = (by: number): void => {
    const at = SAVED_VIEWS.indexOf(view);
    const next = SAVED_VIEWS[(at + by + SAVED_VIEWS.length) % SAVED_VIEWS.length];
    if (next !== undefined) setFilter({ view: next });
  };
  useShortcuts({ '[': () => go(-1), ']': () => go(1) });
}
