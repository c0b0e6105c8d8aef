import { useEffect, useRef, useState } from 'react';

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

/** The version that the next step expects: what an own step left, or what is shown where that is newer. */
class KnownVersion {
  own: number;
  shown: number;
  constructor(version: number) {
    this.own = version;
    this.shown = version;
  }
  get current(): number {
    return Math.max(this.own, this.shown);
  }
  set current(version: number) {
    this.own = version;
  }
}

const versions = new Map<string, KnownVersion>();

/**
 * The version that the next step expects, the same for every part of the screen: assign to `current` what a step of the
 * screen's own answered.
 *
 * @param onForeign another officer, or another window, has changed it
 */
export function useVersion(
  { id, version }: { readonly id: string; readonly version: number },
  onForeign?: () => void,
): { current: number } {
  const [held] = useState(() => {
    const shared = versions.get(id) ?? new KnownVersion(version);
    versions.set(id, shared);
    return shared;
  });
  const seen = useRef(version);
  const told = useRef(onForeign);
  useEffect(() => {
    told.current = onForeign;
  });
  useEffect(() => {
    held.shown = Math.max(held.shown, version);
    if (version <= seen.current) return;
    seen.current = version;
    if (version > held.own && !turns.has(id)) told.current?.();
  }, [held, id, version]);
  return held;
}
