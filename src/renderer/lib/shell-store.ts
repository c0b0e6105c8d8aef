import { useEffect } from 'react';
import { create } from 'zustand';
import type { IconName } from './icon-name.ts';

/** A key and what it does, as the status bar and the help dialog show it. */
export interface KeyHint {
  /** One or several keys side by side: `['J', 'K']`, `['Ctrl+Enter']`. */
  readonly keys: readonly string[];
  readonly label: string;
}

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saved'; readonly at: string };

interface ShellStore {
  readonly title: string;
  readonly note: string | null;
  readonly hints: readonly KeyHint[];
  readonly commands: readonly PaletteCommand[];
  readonly saveState: SaveState;
}

/** What a screen tells the frame around it. Screens write through the hooks below. */
export const useShell = create<ShellStore>()(() => ({
  title: '',
  note: null,
  hints: [],
  commands: [],
  saveState: { kind: 'idle' },
}));

/** The screen's name in the top bar and a small note beside it, e.g. the cycle. */
export function useScreenTitle(title: string, note: string | null = null): void {
  useEffect(() => {
    useShell.setState({ title, note });
  }, [title, note]);
}

/** Keys of this screen in the status bar and in the help dialog. Memoise the list. */
export function useKeyHints(hints: readonly KeyHint[]): void {
  useEffect(() => {
    useShell.setState({ hints });
    return () => useShell.setState({ hints: [] });
  }, [hints]);
}

/** Actions of this screen in the palette (Ctrl K). Memoise the list. */
export function useCommands(commands: readonly PaletteCommand[]): void {
  useEffect(() => {
    useShell.setState({ commands });
    return () => useShell.setState({ commands: [] });
  }, [commands]);
}

/** `saving`, `unsaved` or `saved at 10:42` at the end of the status bar. */
export function reportSaveState(saveState: SaveState): void {
  useShell.setState({ saveState });
}
