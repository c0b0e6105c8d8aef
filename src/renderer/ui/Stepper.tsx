import { Fragment, type ReactNode } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { Icon, type IconName } from './Icon.tsx';
import './progress.css';

/** `<Stepper label="…" steps={['قراءة', 'معاينة', 'اعتماد']} current={1} />`: steps before `current` are done. */
export function Stepper({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly string[];
  current: number;
}) {
  const t = useT();
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <Fragment key={step}>
          {index > 0 && <li className="step-line" aria-hidden />}
          <li
            className={`step ${index < current ? 'done' : index === current ? 'now' : ''}`}
            {...(index === current ? { 'aria-current': 'step' } : {})}
          >
            <i aria-hidden>{index < current ? <Icon name="check" size={12} /> : index + 1}</i>
            <span className="sr">{t('ui.step', { n: index + 1, of: steps.length })} </span>
            {step}
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

export interface TraceStep {
  readonly icon: IconName;
  /** `muted` for what was undone later. */
  readonly tone?: 'success' | 'danger' | 'warning' | 'muted' | undefined;
  readonly text: ReactNode;
}

/** A payment's way, joined by lines: `<Trace steps={[{ icon: 'checkc', text: <>أودعت <DateText …/></> }]} />` */
export function Trace({ steps }: { steps: readonly TraceStep[] }) {
  return (
    <div className="trace">
      {steps.map(({ icon, tone = 'success', text }, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="line" aria-hidden />}
          <span className={tone === 'success' ? '' : classOf(tone)}>
            <Icon name={icon} size={14} className={classOf(tone)} />
            {text}
          </span>
        </Fragment>
      ))}
    </div>
  );
}

function classOf(tone: NonNullable<TraceStep['tone']>): string {
  return tone === 'muted' ? 'muted' : `t-${tone}`;
}

export interface StackPart {
  readonly kind: 'credited' | 'rejected' | 'returned' | 'open';
  readonly value: number;
}

/** The cycle as one bar, from the same figures as the sums beside it; a part above nothing gets at least 4 px. */
export function StackBar({ label, parts }: { label: string; parts: readonly StackPart[] }) {
  return (
    <div className="stack" role="img" aria-label={label}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => (
          <i key={kind} className={`bg-${kind}`} style={{ flex: value }} />
        ))}
    </div>
  );
}
