import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { Button } from '../../ui/Button.tsx';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { navigate } from '../../lib/route.ts';
import { settlementHref } from './desk.ts';
import { ProposeSettlement } from './ProposeSettlement.tsx';
import { SettledMonths } from './SettledMonths.tsx';
import { SettlementChip } from './SettlementChip.tsx';

export type PersonMonths = OutputOf<'settlements.person'>;

/** The past months of a person as they stand now, and what an officer proposes to settle of them. */
export function PersonSettlement({ beneficiaryId }: { beneficiaryId: string }) {
  const t = useT();
  const found = useApiQuery(['settlements', 'person', beneficiaryId], () =>
    api.settlements.person({ beneficiaryId }),
  );
  const view = found.data;
  if (view === undefined) {
    return (
      <section className="panel fill settle-panel" aria-label={t('settlements.title')}>
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const { person, settlements, blocked } = view;
  const waiting = settlements.find(({ status }) => status === 'awaitingApproval');
  const sentBack = settlements.find(({ status }) => status === 'sentBack');
  const isEmpty = view.months.length === 0;
  const isEven = view.months.every(({ difference }) => difference === 0);
  return (
    <section
      className="panel fill settle-panel"
      aria-label={t('settlements.title')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="settle-top">
        <CaseHead
          name={person.name}
          maskedNationalId={person.maskedNationalId}
          reveal={(reason) => api.registry.reveal({ beneficiaryId, field: 'nationalId', reason })}
          sub={<a href={hrefOf('beneficiaries', beneficiaryId)}>{sourceWords(t, view)}</a>}
        >
          {view.sums.owed > 0 && (
            <span className="settle-sum">
              {t('settlements.owed')} <Money amount={view.sums.owed} className="strong t-warning" />
            </span>
          )}
          {view.sums.overpaid > 0 && (
            <span className="settle-sum">
              {t('settlements.overpaid')}{' '}
              <Money amount={view.sums.overpaid} className="strong t-danger" />
            </span>
          )}
        </CaseHead>
      </div>
      <div className="panel-body settle-body">
        {isEmpty && <EmptyState icon="today" title={t('settlements.noMonths')} />}
        {!isEmpty && (
          <p className="small second">
            {view.touchedFrom === null
              ? t('settlements.untouched')
              : t('settlements.touchedFrom', { month: monthName(t, view.touchedFrom) })}{' '}
            {view.limitMonths !== null && t('settlements.limit', { n: view.limitMonths })}
          </p>
        )}
        {waiting !== undefined && (
          <>
            <Rule>{t('settlements.waiting')}</Rule>
            <div>
              <Button onPress={() => navigate(settlementHref(waiting.id))}>
                {t('settlements.open', { number: waiting.number })}
              </Button>
            </div>
          </>
        )}
        {!isEmpty && isEven && (
          <Rule tone="muted" icon="check">
            {t('settlements.nothingToSettle')}
          </Rule>
        )}
        {!isEven && blocked === null && waiting === undefined ? (
          <ProposeSettlement
            key={`${beneficiaryId} ${sentBack?.version ?? 0}`}
            view={view}
            again={
              sentBack === undefined
                ? null
                : { id: sentBack.id, expectedVersion: sentBack.version, reason: sentBack.reason }
            }
          />
        ) : (
          !isEmpty && (
            <SettledMonths beneficiaryId={beneficiaryId} months={view.months} chosen={null} />
          )
        )}
        <Past settlements={settlements} />
      </div>
    </section>
  );
}

function Past({ settlements }: Pick<PersonMonths, 'settlements'>) {
  const t = useT();
  if (settlements.length === 0) return null;
  return (
    <section aria-label={t('settlements.past')}>
      <h3>{t('settlements.past')}</h3>
      <ul className="settle-past">
        {settlements.map(({ id, number, status, pays, reason }) => (
          <li key={id}>
            <a href={settlementHref(id)}>
              <Num>{number}</Num>
            </a>
            <span className="ell second">{reason}</span>
            <span className="sp" />
            <Money amount={pays} />
            <SettlementChip status={status} plain />
          </li>
        ))}
      </ul>
    </section>
  );
}

function sourceWords(t: ReturnType<typeof useT>, { source }: Pick<PersonMonths, 'source'>): string {
  const { type, number } = source;
  return type === 'correction'
    ? t('settlements.source.correction')
    : t(`settlements.source.${type}`, { number: number ?? '' });
}
