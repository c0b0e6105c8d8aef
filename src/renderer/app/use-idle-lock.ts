import { useEffect } from 'react';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { api } from '../lib/client.ts';
import { useApiQuery } from '../lib/queries.ts';
import { lockWindow } from '../lib/session-store.ts';

const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks after the minutes of the setting without a key or a pointer; a sleeping machine counts by the wall clock. */
export function useIdleLock(): void {
  const idleMs = useIdleMinutes() * 60_000;
  useEffect(() => {
    let last = Date.now();
    const touch = (): void => {
      if (Date.now() - last > idleMs) lockWindow('idle');
      else last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last > idleMs) lockWindow('idle');
    }, 5_000);
    for (const name of ACTIVITY) window.addEventListener(name, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTIVITY) window.removeEventListener(name, touch);
    };
  }, [idleMs]);
}

function useIdleMinutes(): number {
  const current = useApiQuery(['settings', 'current'], () => api.settings.current({}));
  const minutes = current.data?.find(({ key }) => key === 'idleLockMinutes')?.value;
  return typeof minutes === 'number' ? minutes : DEFAULT_SETTINGS.idleLockMinutes;
}
