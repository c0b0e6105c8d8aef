import type { OutputOf } from '../../../contract/api.ts';
import { addHalalas, subtractHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DateText, Money, MonthText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { StackBar, type StackPart } from '../../ui/Stepper.tsx';

type Cycle = OutputOf<'today.summary'>['cycle'];

/** The month's sums: what was sent is what was credited, rejected, returned and not answered, or it says that it is not. */
export function CyclePanel({ cycle }: { cycle: Cycle }) {
  const t = useT();
  if (cycle === null) {
    return (
      <Panel className="today-cycle" label={t('today.noCycle')}>
        <EmptyState
          icon="payments"
          title={t('today.noCycle')}
          action={
            <Button onPress={() => navigate(hrefOf('payments'))}>{t('today.openPayments')}</Button>
          }
        >
          {t('today.noCycleText')}
        </EmptyState>
      </Panel>
    );
  }
  const { paid, rejected, returned, open } = cycle;
  const sent = cycle.cycle.amount;
  const rest = subtractHalalas(sent, addHalalas(paid, rejected, returned, open));
  const parts = [
    { kind: 'credited', value: paid },
    { kind: 'rejected', value: rejected },
    { kind: 'returned', value: returned },
    { kind: 'open', value: open },
  ] as const satisfies readonly StackPart[];
  const money = (amount: Halalas): string => formatMoney(amount, t.digits);

  return (
    <Panel
      className="today-cycle"
      title={t('today.cycle', { number: cycle.cycle.number })}
      note={
        <Message
          id="today.cycleNote"
          values={{
            month: <MonthText month={cycle.cycle.month} />,
            date: <DateText date={cycle.cycle.payDate} />,
          }}
        />
      }
      actions={
        <>
          {cycle.exceptions > 0 && (
            <Chip tone="warning" icon="alert">
              {t('today.exceptions', { n: cycle.exceptions })}
            </Chip>
          )}
          <Chip tone={rest === 0 ? 'success' : 'danger'} icon={rest === 0 ? 'checkc' : 'alert'}>
            <Message
              id={rest === 0 ? 'today.balanced' : 'today.unbalanced'}
              values={{ amount: <Money amount={rest} /> }}
            />
          </Chip>
          <Button size="s" keys="G R" onPress={() => navigate(hrefOf('reconciliation'))}>
            {t('today.openReconciliation')}
          </Button>
        </>
      }
    >
      <dl className="today-sums">
        <Sum label={t('today.sent')} amount={sent} />
        <span aria-hidden>=</span>
        <Sum label={t('today.paid')} amount={paid} swatch="credited" />
        <span aria-hidden>+</span>
        <Sum label={t('today.rejected')} amount={rejected} swatch="rejected" />
        <span aria-hidden>+</span>
        <Sum label={t('today.returned')} amount={returned} swatch="returned" />
        <span aria-hidden>+</span>
        <Sum label={t('today.open')} amount={open} swatch="open" />
      </dl>
      <StackBar
        label={t('today.barLabel', {
          paid: money(paid),
          rejected: money(rejected),
          returned: money(returned),
          open: money(open),
        })}
        parts={parts}
      />
    </Panel>
  );
}

function Sum({
  label,
  amount,
  swatch,
}: {
  label: string;
  amount: Halalas;
  swatch?: StackPart['kind'];
}) {
  return (
    <div>
      <dt>
        {swatch !== undefined && <i className={`sw bg-${swatch}`} aria-hidden />}
        {label}
      </dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}
