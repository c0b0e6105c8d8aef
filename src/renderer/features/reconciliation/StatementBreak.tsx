import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { DateText, Num } from '../../ui/Figures.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { DecimalMoney } from './DecimalMoney.tsx';
import { ProblemText } from './StatementProblems.tsx';
import './statements.css';

/** The statement that an exception is about and what is wrong with it; nothing for an exception about a payment. */
export function StatementBreak({ exceptionId }: { exceptionId: string }) {
  const t = useT();
  const found = useApiQuery(['statements', 'ofException', exceptionId], () =>
    api.statements.ofException({ id: exceptionId }),
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (!found.data) return null;
  const { statement, account, fault } = found.data;
  const { sequence, closedOn, opening, booked, closing, fileName } = statement;
  return (
    <div className="stm-break" role="region" aria-label={t('statements.title')}>
      <p className="t-danger medium">
        <ProblemText problem={fault} />
      </p>
      <dl>
        <dt>{t('statements.number')}</dt>
        <dd>
          <Num>{sequence ?? '—'}</Num> · <Num>{account ?? t('statements.noAccount')}</Num>
        </dd>
        <dt>{t('statements.date')}</dt>
        <dd>{closedOn === null ? '—' : <DateText date={closedOn} calendar="both" />}</dd>
        <dt>{t('statements.opening')}</dt>
        <dd>
          <DecimalMoney text={opening} />
        </dd>
        <dt>{t('statements.booked')}</dt>
        <dd>
          <DecimalMoney text={booked} />
        </dd>
        <dt>{t('statements.closing')}</dt>
        <dd>
          <DecimalMoney text={closing} />
        </dd>
        <dt>{t('statements.file')}</dt>
        <dd>
          <bdi>{fileName}</bdi>
        </dd>
      </dl>
    </div>
  );
}
