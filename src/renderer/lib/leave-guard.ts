import { useEffect, useRef } from 'react';
import { holdNavigation } from './route.ts';

/**
 * Keeps the officer where unsaved work is: links, `navigate` and the closing window wait until `onLeave` was answered.
 * @param hasWork Asked at the moment itself.
 * @param onLeave Gets how to go on; call it once the work is saved or given up.
 */
export function useLeaveGuard(hasWork: () => boolean, onLeave: (go: () => void) => void): void {
  const latest = useRef({ hasWork, onLeave });
  useEffect(() => {
    latest.current = { hasWork, onLeave };
  });
  useEffect(() => {
    const hold = (go: () => void): boolean => {
      if (!latest.current.hasWork()) return false;
      latest.current.onLeave(go);
      return true;
    };
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const href = link?.getAttribute('href');
      if (typeof href !== 'string' || !hold(() => (location.hash = href))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (hold(() => window.close())) event.preventDefault();
    };
    const release = holdNavigation(hold);
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      release();
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, []);
}
