import type { ComplaintFile } from './ComplaintCase.tsx';
import { riyadhClock } from '../../lib/format/dates.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Code } from '../../ui/Chip.tsx';
import { DateText, Money } from '../../ui/Figures.tsx';
import { statuses, type Tone } from '../../ui/statuses.ts';
import { Trace, type TraceStep } from '../../ui/Stepper.tsx';

type Paid = ComplaintFile['months'][number]['payments'][number];
type PaymentEvent = Paid['events'][number];

/** The way of each payment of a month, from its calculation to the account or back. */
export function PaymentTrace({ label, payments }: { label: string; payments: readonly Paid[] }) {
  const t = useT();
  if (payments.length === 0) {
    return <p className="cap muted trace-none">{t('complaints.noPayment')}</p>;
  }
  return (
    <div role="group" aria-label={label} className="traces">
      {payments.map(({ payment, events }) => (
        <div key={payment.id} className="trace-line">
          {payments.length > 1 && (
            <span className="cap second nowrap">
              {t(`complaints.paymentKind.${payment.kind}`)} <Money amount={payment.amount} />
            </span>
          )}
          <Trace
            steps={events.filter(({ reversed }) => !reversed).map((event) => step(t, event))}
          />
        </div>
      ))}
    </div>
  );
}

function step(t: Translate, event: PaymentEvent): TraceStep {
  const tone = toneOf(event.type);
  const look: Readonly<Record<string, { readonly icon: TraceStep['icon'] }>> = statuses.payment;
  const words =
    t.maybe(`complaints.trace.${event.type}`) ??
    t.maybe(`status.payment.${event.type}`) ??
    event.type;
  return {
    icon: tone === 'success' ? 'checkc' : (look[event.type]?.icon ?? 'dotc'),
    tone,
    text: (
      <>
        {words}{' '}
        <DateText date={event.effectiveOn ?? riyadhClock(event.at).date} calendar="dayMonth" />
        {event.reasonCode !== null && (
          <span title={event.reasonText ?? undefined}>
            {' '}
            <Code>{event.reasonCode}</Code>
          </span>
        )}
      </>
    ),
  };
}

function toneOf(type: string): 'success' | 'warning' | 'danger' {
  const looks: Readonly<Record<string, { readonly tone: Tone }>> = statuses.payment;
  const tone = looks[type]?.tone;
  return tone === 'danger' || tone === 'warning' ? tone : 'success';
}
