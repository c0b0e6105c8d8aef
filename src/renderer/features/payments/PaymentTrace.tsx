import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CaseLetters } from '../../ui/cases/CaseLetters.tsx';
import { Chip, Code, StatusChip } from '../../ui/Chip.tsx';
import { InstantText, Money, MonthText, Num } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { DeedButtons } from './PaymentActions.tsx';
import { WhyAmountButton } from '../../ui/why-amount/WhyAmountButton.tsx';
import { TiedLines } from './TiedLines.tsx';

/** Everything that happened to one payment, oldest first, each with where it came from. */
export function PaymentTrace({ id }: { id: string }) {
  const t = useT();
  const trace = useApiQuery(['payments', 'trace', id], () => api.payments.trace({ id }));
  const close = (
    <IconButton icon="x" label={t('ui.close')} onPress={() => navigate(hrefOf('payments'))} />
  );
  if (trace.error) {
    return (
      <Panel pane fill title={t('payments.trace')} actions={close}>
        <ErrorState error={trace.error} onRetry={trace.refetch} />
      </Panel>
    );
  }
  if (trace.data === undefined) {
    return (
      <Panel pane fill title={t('payments.trace')} actions={close}>
        <Skeleton lines={5} />
      </Panel>
    );
  }
  const { payment, events } = trace.data;
  return (
    <Panel
      pane
      fill
      title={t('payments.trace')}
      actions={close}
      footer={
        <div className="pay-trace-foot">
          <WhyAmountButton beneficiaryId={payment.beneficiaryId} month={payment.month} />
          <DeedButtons payments={[payment]} />
          {(payment.status === 'rejected' || payment.status === 'returned') && (
            <Button
              icon="refresh"
              onPress={() =>
                navigate(hrefOf('reconciliation', null, { desk: 'resume', payment: payment.id }))
              }
            >
              {t('resume.openResume')}
            </Button>
          )}
          <Button
            block
            icon="person"
            onPress={() => navigate(hrefOf('beneficiaries', payment.beneficiaryId))}
          >
            {t('payments.openPerson')}
          </Button>
        </div>
      }
    >
      <div className="pay-head">
        <b>{payment.name}</b>
        <Num className="muted">{payment.maskedNationalId}</Num>
        <span className="pay-sum">
          <Money amount={payment.amount} unit />
        </span>
        <StatusChip family="payment" status={payment.status} />
      </div>
      <dl className="pay-facts">
        <dt>{t('payments.month')}</dt>
        <dd>
          <MonthText month={payment.month} /> · {t(`payments.kind.${payment.kind}`)}
        </dd>
        <dt>{t('payments.reference')}</dt>
        <dd>
          <Num>{payment.endToEndId}</Num>
        </dd>
        <dt>{t('payments.account')}</dt>
        <dd>
          <Num>{payment.maskedIban}</Num>
        </dd>
      </dl>
      <TiedLines paymentId={payment.id} />
      <div className="pay-letters">
        <CaseLetters of={{ type: 'payment', id: payment.id }} />
      </div>
      <ol className="pay-events">
        {events.map((event) => (
          <li key={event.seq} className={event.reversed ? 'reversed' : ''}>
            <div>
              <span>{t.maybe(`payments.event.${event.type}`) ?? event.type}</span>
              {event.reasonCode !== null && <Code>{event.reasonCode}</Code>}
              {event.reversed && (
                <Chip tone="neutral" icon="undo" plain>
                  {t('payments.reversed')}
                </Chip>
              )}
              <span className="sp" />
              <span className="muted">
                <InstantText instant={event.at} />
              </span>
            </div>
            {(event.fileName !== null || event.officerName !== null) && (
              <div className="cap muted">
                {event.fileName !== null && <bdi className="ell">{event.fileName}</bdi>}
                {event.fileName !== null && event.officerName !== null && ' · '}
                {event.officerName}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
