import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';

export type StepState = 'done' | 'now' | 'later' | 'blocked' | 'notNeeded';

export interface GuidedStep {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  readonly children?: ReactNode;
}

const ICONS: Readonly<Record<StepState, IconName>> = {
  done: 'checkc',
  now: 'half',
  later: 'ring',
  blocked: 'lock',
  notNeeded: 'minus',
};

/** Steps in their order: what is done, what is to be done now, what blocks it and why. */
export function StepList({ label, steps }: { label: string; steps: readonly GuidedStep[] }) {
  const t = useT();
  return (
    <ol className="guided" aria-label={label}>
      {steps.map(({ id, title, state, children }, index) => (
        <li
          key={id}
          className={`guided-step ${state}`}
          {...(state === 'now' || state === 'blocked' ? { 'aria-current': 'step' } : {})}
        >
          <span className="guided-mark">
            <Icon name={ICONS[state]} size={20} />
          </span>
          <div className="guided-body">
            <h3>
              <span>
                {index + 1}. {title}
              </span>
              <span className="cap muted">{t(`resume.state.${state}`)}</span>
            </h3>
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}
