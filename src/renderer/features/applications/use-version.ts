import { useEffect, useRef, type RefObject } from 'react';

const turns = new Map<string, Promise<unknown>>();

/** One step on an application after the other: each expects the version that the one before it left. */
export async function inTurn<T>(id: string, step: () => Promise<T>): Promise<T> {
  const before = turns.get(id);
  const mine = (async () => {
    await before;
    return step();
  })();
  const ended = mine.catch(() => undefined);
  turns.set(id, ended);
  try {
    return await mine;
  } finally {
    if (turns.get(id) === ended) turns.delete(id);
  }
}

const versions = new Map<string, { current: number }>();

/**
 * The version that the next step expects, the same for every part of the screen. It follows what is shown until the
 * screen's own steps go ahead of it.
 *
 * @param onForeign another officer, or another window, has changed it
 */
export function useVersion(
  { id, version }: { readonly id: string; readonly version: number },
  onForeign?: () => void,
): RefObject<number> {
  const shared = useRef<{ current: number } | null>(null);
  if (shared.current === null) {
    shared.current = versions.get(id) ?? { current: version };
    versions.set(id, shared.current);
  }
  const held = shared.current;
  const told = useRef(onForeign);
  useEffect(() => {
    told.current = onForeign;
  });
  useEffect(() => {
    if (version <= held.current || turns.has(id)) return;
    held.current = version;
    told.current?.();
  }, [held, id, version]);
  return held;
}
