import { useMemo } from 'react';
import type { ReasonFinding } from '../../../domain/objections/objection-status.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useKeyHints } from '../../lib/shell-store.ts';

/** The keys of a review: arrows go through the reasons, 1 2 3 find, M pins the page on view, N goes to the note. */
export function useReviewKeys({
  reasons,
  active,
  onActivate,
  onFind,
  onPin,
  onHistory,
}: {
  reasons: readonly { readonly code: string }[];
  active: string;
  onActivate: (code: string) => void;
  /** Absent where nothing can be changed. */
  onFind: ((finding: ReasonFinding) => void) | undefined;
  onPin: (() => void) | undefined;
  onHistory: () => void;
}): void {
  const t = useT();
  const step = (by: number): void => {
    const at = reasons.findIndex(({ code }) => code === active);
    const next = reasons[Math.max(0, Math.min(at + by, reasons.length - 1))];
    if (next !== undefined) onActivate(next.code);
  };
  const isEditable = onFind !== undefined;
  useShortcuts({
    Up: () => step(-1),
    Down: () => step(1),
    K: () => step(-1),
    J: () => step(1),
    H: onHistory,
    '1': onFind && (() => onFind('notProven')),
    '2': onFind && (() => onFind('ceased')),
    '3': onFind && (() => onFind('proven')),
    M: onPin,
    N: onFind && focusNote,
  });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['Up', 'Down'], label: t('objections.keyReason') },
        ...(isEditable
          ? [
              { keys: ['1', '2', '3'], label: t('objections.keyFinding') },
              { keys: ['M'], label: t('objections.keyPin') },
              { keys: ['N'], label: t('objections.keyNote') },
            ]
          : []),
        { keys: ['PgUp', 'PgDn'], label: t('objections.keyPages') },
        ...(isEditable ? [{ keys: ['Shift+1', 'Shift+4'], label: t('objections.outcome') }] : []),
        { keys: ['Ctrl+Enter'], label: t('objections.keyDecide') },
        { keys: ['L'], label: t('cases.letter') },
      ],
      [t, isEditable],
    ),
  );
}

function focusNote(): void {
  document.querySelector<HTMLElement>('.rs.on textarea')?.focus();
}
