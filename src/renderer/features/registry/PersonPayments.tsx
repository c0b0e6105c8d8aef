import { Fragment, useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { Money, MonthText, monthName, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Trace } from '../../ui/Stepper.tsx';
import { WhyAmountButton } from '../../ui/why-amount/WhyAmountButton.tsx';
import { traceSteps } from './trace-steps.tsx';
import type { Person } from './use-person.ts';

type Payment = Person['payments'][number];

const FIRST = 6;

/** Each payment in a row, the newest first; opened, the way it went. */
export function PersonPayments({
  beneficiaryId,
  payments,
}: {
  beneficiaryId: string;
  payments: readonly Payment[];
}) {
  const t = useT();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? payments : payments.slice(0, FIRST);
  return (
    <Panel
      title={t('registry.payments')}
      flush
      pane
      {...(shown.length < payments.length
        ? {
            actions: (
              <Button size="s" variant="quiet" onPress={() => setAll(true)}>
                {t('registry.allPayments', { n: payments.length })}
              </Button>
            ),
          }
        : {})}
    >
      {payments.length === 0 ? (
        <p className="per-none">{t('registry.noPayments')}</p>
      ) : (
        <table className="tbl per-payments">
          <thead>
            <tr>
              <th className="c-month">{t('registry.month')}</th>
              <th className="c-cycle">{t('registry.cycle')}</th>
              <th>{t('registry.paymentKind')}</th>
              <th className="num c-amount">{t('registry.amount')}</th>
              <th className="c-status">{t('registry.status')}</th>
              <th>{t('registry.reference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((payment) => (
              <PaymentRows key={payment.id} beneficiaryId={beneficiaryId} payment={payment} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function PaymentRows({ beneficiaryId, payment }: { beneficiaryId: string; payment: Payment }) {
  const t = useT();
  const traceId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <Fragment>
      <tr className={isOpen ? 'opened' : ''}>
        <td>
          <AriaButton
            className="per-toggle"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': traceId } : {})}
            aria-label={t('registry.showTrace', { month: monthName(t, payment.month) })}
            onPress={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'chevd' : 'chev'} size={14} />
            <MonthText month={payment.month} />
          </AriaButton>
        </td>
        <td>
          <Num>{payment.cycleNumber}</Num>
        </td>
        <td>{t(`registry.paymentKind.${payment.kind}`)}</td>
        <td className="num">
          <span className="why-due">
            <WhyAmountButton asIcon beneficiaryId={beneficiaryId} month={payment.month} />
            <Money amount={payment.amount} className="medium" />
          </span>
        </td>
        <td>
          <StatusChip family="payment" status={payment.status} plain />
        </td>
        <td className="muted">
          <Num>{payment.endToEndId}</Num>
        </td>
      </tr>
      {isOpen && (
        <tr className="per-trace" id={traceId}>
          <td colSpan={6}>
            <div className="per-trace-line">
              {payment.events.length === 0 ? (
                <span className="cap muted">{t('registry.noEvents')}</span>
              ) : (
                <Trace steps={traceSteps(t, payment.events)} />
              )}
              <a href={hrefOf('payments', payment.id)} className="cap">
                {t('registry.openPayment')}
              </a>
            </div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}
