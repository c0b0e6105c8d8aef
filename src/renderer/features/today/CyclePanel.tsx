import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DateText, MonthText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { BalanceMark, MoneySums, StandingBar } from '../../ui/MoneyStanding.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState } from '../../ui/States.tsx';

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
  const standing = {
    sent: { amount: cycle.cycle.amount },
    paid: { amount: paid },
    rejected: { amount: rejected },
    returned: { amount: returned },
    open: { amount: open },
  };

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
          <BalanceMark standing={standing} />
          <Button size="s" keys="G R" onPress={() => navigate(hrefOf('reconciliation'))}>
            {t('today.openReconciliation')}
          </Button>
        </>
      }
    >
      <MoneySums standing={standing} large />
      <StandingBar standing={standing} />
    </Panel>
  );
}
