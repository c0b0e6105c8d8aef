import { useEffect } from 'react';
import { lockWindow } from '../lib/session-store.ts';

const IDLE_MS = 5 * 60_000;
const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks after five minutes without a key or a pointer; a sleeping machine counts by the wall clock. */
export function useIdleLock(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let last = Date.now();
    const touch = (): void => {
      if (Date.now() - last > IDLE_MS) lockWindow('idle');
      else last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last > IDLE_MS) lockWindow('idle');
    }, 5_000);
    for (const name of ACTIVITY) window.addEventListener(name, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTIVITY) window.removeEventListener(name, touch);
    };
  }, [active]);
}
