import { riyadhClock } from '../../lib/format/dates.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { Code } from '../../ui/Chip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { statuses, type Tone } from '../../ui/statuses.ts';
import type { TraceStep } from '../../ui/Stepper.tsx';
import type { Person } from './use-person.ts';

type PaymentEvent = Person['payments'][number]['events'][number];

/** A payment's way as steps; what was undone later stays in sight, struck through. */
export function traceSteps(t: Translate, events: readonly PaymentEvent[]): TraceStep[] {
  const looks: Readonly<Record<string, { icon: IconName; tone: Tone }>> = statuses.payment;
  return events.map(({ type, at, reasonCode, reversed }) => {
    const look = looks[type];
    const tone = look?.tone === 'danger' || look?.tone === 'warning' ? look.tone : 'success';
    const words = t.maybe(`status.payment.${type}`) ?? t.maybe(`registry.event.payment.${type}`);
    const isUndoing = reversed || type === 'reversal';
    return {
      icon: isUndoing ? 'undo' : tone === 'success' ? 'checkc' : (look?.icon ?? 'dotc'),
      tone: isUndoing ? 'muted' : tone,
      text: (
        <>
          <span className={reversed ? 'per-undone' : ''}>
            {words ?? type} <DateText date={riyadhClock(at).date} calendar="dayMonth" />
          </span>
          {reversed && <span className="sr"> {t('registry.reversed')}</span>}
          {reasonCode !== null && (
            <>
              {' '}
              <Code>{reasonCode}</Code>
            </>
          )}
        </>
      ),
    };
  });
}
