import type { CycleDto } from '../../../contract/payments.ts';
import { addHalalas, subtractHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Choices.tsx';
import { Money, monthName, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { StackBar, type StackPart } from '../../ui/Stepper.tsx';
import { setDesk } from './reconciliation-store.ts';

/** sent = paid + rejected + returned + without an answer, in count and amount, always in sight. */
export function TotalsBar({
  cycles,
  cycle,
}: {
  cycles: readonly CycleDto[];
  cycle: CycleDto | undefined;
}) {
  const t = useT();
  const cycleId = cycle?.id ?? '';
  const totals = useApiQuery(
    ['reconciliation', 'totals', cycleId],
    () => api.reconciliation.totals({ cycleId }),
    { enabled: cycle !== undefined, keepPrevious: true },
  );
  if (totals.error) {
    return (
      <section className="panel rec-totals">
        <ErrorState error={totals.error} onRetry={totals.refetch} />
      </section>
    );
  }
  const data = totals.data;
  if (data === undefined) return <section className="panel rec-totals" aria-busy />;
  const rest = subtractHalalas(
    data.sent.amount,
    addHalalas(data.paid.amount, data.rejected.amount, data.returned.amount, data.open.amount),
  );
  const parts = [
    { kind: 'credited', value: data.paid.amount },
    { kind: 'rejected', value: data.rejected.amount },
    { kind: 'returned', value: data.returned.amount },
    { kind: 'open', value: data.open.amount },
  ] as const satisfies readonly StackPart[];
  const money = (amount: Halalas): string => formatMoney(amount, t.digits);
  return (
    <section className="panel rec-totals" aria-label={t('reconciliation.title')}>
      <div className="rec-sums">
        <Sum label={t('reconciliation.sent')} sum={data.sent} />
        <span aria-hidden>=</span>
        <Sum label={t('reconciliation.paid')} sum={data.paid} swatch="credited" />
        <span aria-hidden>+</span>
        <Sum label={t('reconciliation.rejected')} sum={data.rejected} swatch="rejected" />
        <span aria-hidden>+</span>
        <Sum label={t('reconciliation.returned')} sum={data.returned} swatch="returned" />
        <span aria-hidden>+</span>
        <Sum label={t('reconciliation.open')} sum={data.open} swatch="open" />
        <span className="sp" />
        <Chip tone={data.balances ? 'success' : 'danger'} icon={data.balances ? 'checkc' : 'alert'}>
          <Message
            id={data.balances ? 'reconciliation.balanced' : 'reconciliation.unbalanced'}
            values={{ amount: <Money amount={rest} /> }}
          />
        </Chip>
        <Select
          label={t('payments.cycles')}
          hideLabel
          className="rec-cycle"
          options={cycles.map((known) => ({
            value: known.id,
            label: `${t('payments.cycle', { number: known.number })} · ${monthName(t, known.month)}`,
          }))}
          value={cycle?.id ?? null}
          onChange={(chosen) => setDesk({ cycle: chosen, selected: new Map() })}
        />
      </div>
      <StackBar
        label={[
          `${t('reconciliation.paid')} ${money(data.paid.amount)}`,
          `${t('reconciliation.rejected')} ${money(data.rejected.amount)}`,
          `${t('reconciliation.returned')} ${money(data.returned.amount)}`,
          `${t('reconciliation.open')} ${money(data.open.amount)}`,
        ].join(', ')}
        parts={parts}
      />
    </section>
  );
}

function Sum({
  label,
  sum,
  swatch,
}: {
  label: string;
  sum: { count: number; amount: Halalas };
  swatch?: StackPart['kind'];
}) {
  return (
    <span className="rec-sum">
      {swatch !== undefined && <i className={`sw bg-${swatch}`} aria-hidden />}
      <span className="muted">{label}</span>
      <b>
        <Num>{sum.count}</Num>
      </b>
      <span className="muted">
        <Money amount={sum.amount} />
      </span>
    </span>
  );
}
