import type { ReactNode } from 'react';
import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly tone: 'success' | 'info' | 'warning' | 'danger';
  readonly text: ReactNode;
  readonly note?: ReactNode;
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void };
}

const SHOWN_MS = 6000;
let count = 0;

export const useToasts = create<{ readonly toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

/**
 * `toast({ tone: 'success', text: …, action: { label: t('ui.undo'), run: undo } })`. Goes by itself after 6 s unless it
 * warns or the pointer rests on it. Never the only place where an error is said.
 */
export function toast(content: Omit<Toast, 'id'>): void {
  count += 1;
  const id = count;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((shown) => !isSame(shown, content)), { ...content, id }].slice(-4),
  }));
  if (content.tone === 'success' || content.tone === 'info')
    setTimeout(() => dismissUnlessHeld(id), SHOWN_MS);
}

/** Said twice in a row it stands once, anew. */
const isSame = (shown: Toast, { tone, text, action }: Omit<Toast, 'id'>): boolean =>
  action === undefined && shown.tone === tone && shown.text === text;

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((known) => known.id !== id) }));
}

/** What one officer was told is not for the next. */
export function clearToasts(): void {
  useToasts.setState({ toasts: [] });
}

function dismissUnlessHeld(id: number): void {
  if (document.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`) === null)
    dismissToast(id);
  else setTimeout(() => dismissUnlessHeld(id), 1000);
}
