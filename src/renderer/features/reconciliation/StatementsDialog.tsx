import type { StatementSeriesDto } from '../../../contract/statements.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { DecimalMoney } from './DecimalMoney.tsx';
import { PayingAccounts } from './PayingAccounts.tsx';
import { MarkChip, ProblemText } from './StatementProblems.tsx';
import './statements.css';

/** The statements of each account with their balances, where the series breaks, and which accounts are ours. */
export function StatementsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const found = useApiQuery(['statements', 'list'], () => api.statements.list({}), {
    enabled: isOpen,
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('statements.title')}
      size="l"
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      {found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
      {found.isLoading && <Skeleton lines={6} />}
      {found.data !== undefined && (
        <div className="stm">
          {found.data.series.length === 0 && (
            <EmptyState icon="reconcile" title={t('statements.none')}>
              {t('statements.noneText')}
            </EmptyState>
          )}
          {found.data.series.map((series) => (
            <Series key={`${series.account} ${series.currency}`} series={series} />
          ))}
          <PayingAccounts ours={found.data.ours} mayChange={mayCommit} />
        </div>
      )}
    </Dialog>
  );
}

function Series({ series }: { series: StatementSeriesDto }) {
  const t = useT();
  const { account, currency, isOurs, mark, total, statements } = series;
  return (
    <section className="stm-series" aria-label={account ?? t('statements.noAccount')}>
      <header>
        <b>
          <Num>{account ?? t('statements.noAccount')}</Num>
        </b>
        <span className="muted">{currency}</span>
        {isOurs !== null && (
          <Chip tone={isOurs ? 'neutral' : 'danger'} icon={isOurs ? 'bank' : 'alert'} plain>
            {t(isOurs ? 'statements.ours' : 'statements.foreign')}
          </Chip>
        )}
        <span className="sp" />
        <span className="small muted">
          {t('statements.count', { n: total })}
          {total > statements.length && ` · ${t('statements.latest', { n: statements.length })}`}
        </span>
        <MarkChip mark={mark} />
      </header>
      <div className="stm-rows">
        <table className="tbl dense">
          <thead>
            <tr>
              <th>{t('statements.number')}</th>
              <th>{t('statements.date')}</th>
              <th className="num">{t('statements.opening')}</th>
              <th className="num">{t('statements.booked')}</th>
              <th className="num">{t('statements.closing')}</th>
              <th>{t('statements.state')}</th>
              <th>{t('statements.file')}</th>
            </tr>
          </thead>
          <tbody>
            {statements.map((row) => (
              <tr key={row.id} className={row.mark === 'unbroken' ? '' : 'differs'}>
                <td>
                  <Num>{row.sequence ?? '—'}</Num>
                </td>
                <td>{row.closedOn === null ? '—' : <DateText date={row.closedOn} />}</td>
                <td className="num">
                  <DecimalMoney text={row.opening} />
                </td>
                <td className="num">
                  <DecimalMoney text={row.booked} />
                </td>
                <td className="num">
                  <DecimalMoney text={row.closing} />
                </td>
                <td>
                  <MarkChip mark={row.mark} plain />
                  {row.problems.map((problem) => (
                    <span key={problem.code} className="block small">
                      <ProblemText problem={problem} />
                    </span>
                  ))}
                </td>
                <td>
                  <bdi className="ell stm-file" title={row.fileName}>
                    {row.fileName}
                  </bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
