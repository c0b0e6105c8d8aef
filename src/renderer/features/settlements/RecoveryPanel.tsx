import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { addHalalas, subtractHalalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { HistoryDialog, LatestHistory } from '../../ui/cases/HistoryDialog.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText, Money, MonthText, Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { settlementHref } from './desk.ts';
import { RecoveryActions } from './RecoveryActions.tsx';
import { RecoveryChip } from './RecoveryChip.tsx';

export type RecoveryCaseView = OutputOf<'recoveries.one'>;

/** One recovery: what is asked back and why, where it stands, its instalments, and what can be done now. */
export function RecoveryPanel({ id }: { id: string }) {
  const t = useT();
  const found = useApiQuery(['recoveries', 'one', id], () => api.recoveries.one({ id }));
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const view = found.data;
  if (view === undefined) {
    return (
      <section className="panel fill settle-panel" aria-label={t('recoveries.title')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { row, basis, settlement } = view;
  const events = view.history.map((event) => ({
    ...event,
    words: t.maybe(`recoveries.event.${event.type}`) ?? event.type,
  }));
  return (
    <section
      className="panel fill settle-panel"
      aria-label={t('recoveries.title')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="settle-top">
        <CaseHead
          name={row.name}
          maskedNationalId={row.maskedNationalId}
          reveal={(reason) =>
            api.registry.reveal({ beneficiaryId: row.beneficiaryId, field: 'nationalId', reason })
          }
          sub={
            <>
              <a href={hrefOf('beneficiaries', row.beneficiaryId)}>
                <Num>{row.number}</Num>
              </a>
              {settlement !== null && (
                <>
                  {' · '}
                  <a href={settlementHref(settlement.id)}>
                    {t('recoveries.ofSettlement', { number: settlement.number })}
                  </a>
                </>
              )}
            </>
          }
        >
          <RecoveryChip status={row.status} />
          {row.deadline !== null && <DeadlineChip deadline={row.deadline} isMasculine />}
        </CaseHead>
      </div>
      <div className="panel-body settle-body">
        <div className="settle-sums">
          <span>
            {t('recoveries.total')}{' '}
            <b>
              <Money amount={row.total} unit />
            </b>
          </span>
          <span>
            {t('recoveries.given')}{' '}
            <b className="t-success">
              <Money amount={row.given} />
            </b>
          </span>
          <span>
            {t('recoveries.left')}{' '}
            <b>
              <Money amount={subtractHalalas(row.total, row.given)} />
            </b>
          </span>
        </div>
        <div className="settle-note">
          <b className="medium">{t(`settlements.ground.${basis.ground}`)}</b>
          <span>{basis.cause}</span>
          {basis.visitOn !== null && (
            <span className="muted">
              {t('settlements.visitOn')}: <DateText date={basis.visitOn} />
            </span>
          )}
        </div>
        <RecoveryActions view={view} />
        <Instalments view={view} />
        <Months view={view} />
        <LatestHistory events={events} onAll={() => setHistoryOpen(true)} />
        <HistoryDialog
          isOpen={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          title={t('recoveries.history', { number: row.number })}
          events={events}
        />
      </div>
    </section>
  );
}

function Months({ view: { months } }: { view: RecoveryCaseView }) {
  const t = useT();
  return (
    <div className="settle-months">
      <table className="tbl" aria-label={t('recoveries.months')}>
        <thead>
          <tr>
            <th scope="col">{t('recoveries.month')}</th>
            <th scope="col" className="num">
              {t('recoveries.monthDue')}
            </th>
            <th scope="col" className="num">
              {t('recoveries.monthPaid')}
            </th>
            <th scope="col" className="num">
              {t('recoveries.monthAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, due, paid, amount }) => (
            <tr key={month}>
              <th scope="row" className="medium">
                <MonthText month={month} />
              </th>
              <td className="num">
                <Money amount={due} />
              </td>
              <td className="num">
                <Money amount={paid} />
              </td>
              <td className="num strong t-danger">
                <Money amount={amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('recoveries.sum')}</th>
            <td />
            <td />
            <td className="num strong">
              <Money amount={addHalalas(...months.map(({ amount }) => amount))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Instalments({ view: { plan } }: { view: RecoveryCaseView }) {
  const t = useT();
  if (plan === null) return null;
  return (
    <div className="settle-months settle-plan">
      <table className="tbl" aria-label={t('recoveries.plan')}>
        <thead>
          <tr>
            <th scope="col">{t('recoveries.instalment')}</th>
            <th scope="col">{t('recoveries.dueOn')}</th>
            <th scope="col" className="num">
              {t('recoveries.amount')}
            </th>
            <th scope="col" className="num">
              {t('recoveries.covered')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {plan.instalments.map(({ no, dueOn, amount, covered, isMissed }) => (
            <tr key={no}>
              <td>
                <Num>{no}</Num>
              </td>
              <td>
                <DateText date={dueOn} />
              </td>
              <td className="num">
                <Money amount={amount} />
              </td>
              <td className="num">
                <Money amount={covered} />
              </td>
              <td>
                {covered >= amount && (
                  <Chip tone="success" icon="check" plain>
                    {t('recoveries.kept')}
                  </Chip>
                )}
                {isMissed && (
                  <Chip tone="danger" icon="alert" plain>
                    {t('recoveries.missed')}
                  </Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
