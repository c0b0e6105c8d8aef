import type { CycleDto } from '../../../contract/payments.ts';
import { api } from '../../lib/client.ts';
import { inDigits } from '../../lib/format/numbers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Select } from '../../ui/Choices.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { BalanceMark, MoneySums, StandingBar } from '../../ui/MoneyStanding.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { totalsExport } from './export-requests.ts';
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
  const standing = totals.data;
  if (standing === undefined) return <section className="panel rec-totals" aria-busy />;
  return (
    <section className="panel rec-totals" aria-label={t('reconciliation.title')}>
      <div className="rec-sums">
        <MoneySums standing={standing} />
        <span className="sp" />
        <BalanceMark standing={standing} />
        <ExportButton
          label={t('exports.totals')}
          isDisabled={cycle === undefined}
          request={() => totalsExport(t, cycleId)}
        />
        <Select
          label={t('payments.cycles')}
          hideLabel
          className="rec-cycle"
          options={cycles.map((known) => ({
            value: known.id,
            label: inDigits(
              `${known.number} · ${Number(known.month.slice(5))}/${known.month.slice(0, 4)}`,
              t.digits,
            ),
          }))}
          value={cycle?.id ?? null}
          onChange={(chosen) => setDesk({ cycle: chosen, selected: new Map() })}
        />
      </div>
      <StandingBar standing={standing} />
    </section>
  );
}
