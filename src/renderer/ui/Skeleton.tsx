import { useEffect, useState } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import './states.css';

/** True once `active` has lasted: quick answers then never flash a placeholder. */
export function useDelayed(active: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, milliseconds]);
  return active && late;
}

const WIDTHS = ['sk-90', 'sk-75', 'sk-82', 'sk-60'];

/** `<Skeleton lines={4} />`: grey lines, only after 200 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useT();
  const shown = useDelayed(true);
  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {shown &&
        Array.from({ length: lines }, (_, line) => (
          <span key={line} className={`sk ${WIDTHS[line % WIDTHS.length]}`} />
        ))}
    </div>
  );
}
