import './check.css';
import { Icon } from './Icon.tsx';

/** The box of a check box, drawn; whoever holds it says its state to screen readers. */
export function CheckMark({ state }: { state: 'none' | 'some' | 'all' }) {
  return (
    <span className={`cb ${state === 'none' ? '' : 'on'}`} aria-hidden>
      {state !== 'none' && <Icon name={state === 'some' ? 'minus' : 'check'} size={12} />}
    </span>
  );
}
