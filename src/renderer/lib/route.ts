import { useSyncExternalStore } from 'react';

export const SCREENS = [
  'today',
  'complaints',
  'payments',
  'reconciliation',
  'objections',
  'applications',
  'entitlement',
  'beneficiaries',
  'letters',
  'administration',
] as const;
export type ScreenName = (typeof SCREENS)[number];

/** Where the window is: `#/complaints/0198…?view=mine`. */
export interface Route {
  readonly screen: ScreenName;
  /** What is open on the screen (a case, a person); null for the list alone. */
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
}

/** What each screen gets; every screen is one exported component taking exactly this. */
export interface ScreenProps {
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
}

export function parseHash(hash: string): Route | null {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', id] = path.split('/').map(decodeSafely);
  const screen = name === '' ? 'today' : SCREENS.find((known) => known === name);
  if (screen === undefined) return null;
  return {
    screen,
    id: id === undefined || id === '' ? null : id,
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The address of a screen, of something on it, with its filters. */
export function hrefOf(
  screen: ScreenName,
  id: string | null = null,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  const path = id === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(id)}`;
  return search === '' ? path : `${path}?${search}`;
}

type Hold = (go: () => void) => boolean;
let hold: Hold | null = null;

/** Asks `asked` before each `navigate`; where it answers true it goes on itself. Returns how to stop that. */
export function holdNavigation(asked: Hold): () => void {
  hold = asked;
  return () => {
    if (hold === asked) hold = null;
  };
}

export function navigate(href: string, { replace = false }: { replace?: boolean } = {}): void {
  const go = (): void => {
    if (replace) location.replace(href);
    else location.hash = href;
  };
  if (hold?.(go) !== true) go();
}

export function useRoute(): Route | null {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return parseHash(hash);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
