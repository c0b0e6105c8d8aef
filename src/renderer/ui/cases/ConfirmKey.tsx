import { useEffect, useRef } from 'react';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';

const SETTLE_MS = 350;

/**
 * Ctrl Enter inside a dialog that Ctrl Enter may have opened: put it among the dialog's children. A key that is still
 * held down from before confirms nothing.
 */
export function ConfirmKey({
  run,
  isOpenedByIt = true,
}: {
  run: () => void;
  /** False where another key or a button opens the dialog, so that nothing can be held down. */
  isOpenedByIt?: boolean;
}) {
  const last = useRef(0);
  useEffect(() => {
    last.current = Date.now();
  }, []);
  useShortcuts(
    {
      'Ctrl+Enter': () => {
        const isHeld = isOpenedByIt && Date.now() - last.current < SETTLE_MS;
        last.current = Date.now();
        if (!isHeld) run();
      },
    },
    { inFields: true },
  );
  return null;
}
