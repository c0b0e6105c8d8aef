import type { OutputOf } from '../../../../contract/api.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useProgrammes } from '../../../lib/programmes.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText, InstantText, Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/States.tsx';
import { CompareTable } from './CompareTable.tsx';
import { PairActions } from './PairActions.tsx';

export type PairView = OutputOf<'duplicates.pair'>;

/** Two files beside each other: what agrees, what was paid to both, what was said of them, and what can be done. */
export function PairPanel({ id }: { id: string }) {
  const t = useT();
  const found = useApiQuery(['duplicates', 'pair', id], () => api.duplicates.pair({ id }));
  const view = found.data;
  if (view === undefined) {
    return (
      <section className="panel fill dups-panel" aria-label={t('duplicates.compare')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { row } = view;
  return (
    <section
      className="panel fill dups-panel"
      aria-label={t('duplicates.compare')}
      data-pane=""
      tabIndex={-1}
    >
      <header>
        <h2>{t('duplicates.compare')}</h2>
        <Chip tone={row.score >= 75 ? 'danger' : 'warning'}>
          {t('duplicates.score')} <Num>{row.score}</Num>
        </Chip>
        <span className="sp" />
        <span className="small muted">{t(`duplicates.view.${row.status}`)}</span>
      </header>
      <div className="panel-body dups-body">
        <Standing view={view} />
        <CompareTable view={view} />
        {view.twicePaid.length > 0 && <TwicePaid view={view} />}
        <History view={view} />
      </div>
      <PairActions view={view} />
    </section>
  );
}

function Standing({ view: { merge, request, one, other, row } }: { view: PairView }) {
  const t = useT();
  const kept = merge?.keptId === one.beneficiaryId ? one : other;
  if (merge?.status === 'proposed') {
    return (
      <Notice tone="violet">
        {t('duplicates.mergeWaits', {
          by: merge.proposedBy,
          kept: kept.name,
          reason: merge.reason,
        })}
      </Notice>
    );
  }
  if (merge?.status === 'merged') {
    return <Notice tone="success">{t('duplicates.mergeDone', { kept: kept.name })}</Notice>;
  }
  if (row.status !== 'asked' || request === null) return null;
  return (
    <Notice tone="info">
      <Message
        id="duplicates.askedNote"
        values={{
          number: <Num>{request.number}</Num>,
          due: <DateText date={request.dueOn} />,
        }}
      />
    </Notice>
  );
}

function TwicePaid({ view: { twicePaid, one, other } }: { view: PairView }) {
  const t = useT();
  const { nameOf } = useProgrammes();
  return (
    <section className="dups-twice">
      <Notice tone="warning">{t('duplicates.twicePaid', { n: twicePaid.length })}</Notice>
      <table className="tbl dense">
        <thead>
          <tr>
            <th>{t('duplicates.month')}</th>
            <th>{t('duplicates.programme')}</th>
            <th className="num">
              <bdi>{one.name}</bdi>
            </th>
            <th className="num">
              <bdi>{other.name}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {twicePaid.map((month) => (
            <tr key={month.month + month.programme}>
              <td>
                <MonthText month={month.month} />
              </td>
              <td>{nameOf(month.programme)}</td>
              <td className="num">
                <Money amount={month.one} />
              </td>
              <td className="num">
                <Money amount={month.other} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function History({ view: { history } }: { view: PairView }) {
  const t = useT();
  return (
    <section className="dups-history">
      <h3 className="cap muted">{t('duplicates.history')}</h3>
      <ul>
        {history.map((event) => (
          <li key={`${event.at}-${event.type}`} className="small">
            <b>{t(`duplicates.event.${event.type}`)}</b> <InstantText instant={event.at} />{' '}
            <bdi className="muted">{event.by}</bdi>
            {event.reason !== '' && (
              <>
                {' '}
                <bdi>{event.reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
