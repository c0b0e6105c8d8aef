import type { OutputOf } from '../../../contract/api.ts';
import type { CycleRow } from '../../../contract/payments.ts';
import { api } from '../../lib/client.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { InstantText, Money, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { ClosingActions } from './ClosingActions.tsx';
import { setPaymentFilter } from './payments-store.ts';

type Closing = OutputOf<'payments.closing'>;
type Check = Closing['checks'][number];

/** What closing a cycle asks for, green or red with what is missing and where it is found; and the cycle's history. */
export function ClosingPanel({ cycle }: { cycle: CycleRow }) {
  const t = useT();
  const found = useApiQuery(['payments', 'closing', cycle.id], () =>
    api.payments.closing({ cycleId: cycle.id }),
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={8} />;
  const closing = found.data;
  return (
    <div className="pay-scroll pay-closing">
      <section aria-label={t('payments.closing.title', { number: cycle.number })}>
        <Equation closing={closing} />
        <ul className="pay-checks">
          {closing.checks.map((check) => (
            <CheckLine key={check.id} cycle={cycle} check={check} />
          ))}
        </ul>
        <ClosingActions cycle={cycle} closing={closing} />
      </section>
      {closing.events.length > 0 && (
        <section aria-label={t('payments.closing.history')}>
          <h3>{t('payments.closing.history')}</h3>
          <ol className="pay-events">
            {closing.events.toReversed().map((event) => (
              <li key={event.seq}>
                <div>
                  <span>{t(`payments.event.${event.type}`, { run: event.run ?? '' })}</span>
                  <span className="sp" />
                  <span className="muted">
                    <InstantText instant={event.at} />
                  </span>
                </div>
                <div className="cap muted">
                  {event.officerName}
                  {event.reason !== null && ` · ${event.reason}`}
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Equation({ closing }: { closing: Closing }) {
  const t = useT();
  const { standing, explained } = closing;
  return (
    <>
      <dl className="pay-equation" aria-label={t('payments.closing.equation')}>
        {(['sent', 'paid', 'rejected', 'returned', 'open'] as const).map((group, index) => (
          <div key={group}>
            <dt>
              {index === 1 && <span className="muted">= </span>}
              {index > 1 && <span className="muted">+ </span>}
              {t(`ui.standing.${group}`)}
            </dt>
            <dd>
              <b>
                <Money amount={standing[group].amount} />
              </b>
              <span className="cap muted">{t('payments.count', { n: standing[group].count })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {(standing.planned.count > 0 || explained.count > 0) && (
        <p className="small second">
          {standing.planned.count > 0 && (
            <>
              {t('payments.closing.planned')}: {t('payments.count', { n: standing.planned.count })}{' '}
              · <Money amount={standing.planned.amount} unit />.{' '}
            </>
          )}
          {explained.count > 0 &&
            t('payments.closing.explained', { count: t('payments.count', { n: explained.count }) })}
        </p>
      )}
    </>
  );
}

function CheckLine({ cycle, check }: { cycle: CycleRow; check: Check }) {
  const t = useT();
  const show = placeOf(cycle, check);
  return (
    <li className={check.passed ? 'passed' : 'failed'}>
      <Icon name={check.passed ? 'checkc' : 'xc'} />
      <div>
        <span>{t(`payments.closing.check.${check.id}`)}</span>
        {!check.passed && (
          <div className="small second">
            {check.id === 'payDate'
              ? t('payments.closing.notYet', { date: formatDate(cycle.payDate, t.digits) })
              : t('payments.closing.missing', {
                  count: countWords(t, check),
                  amount: formatMoney(check.amount, t.digits),
                })}
            {check.kinds.map((kind) => (
              <span key={kind.kind} className="pay-kind nowrap">
                {t.maybe(`status.exception.${kind.kind}`) ?? kind.kind} <Num>{kind.count}</Num>
              </span>
            ))}
          </div>
        )}
      </div>
      <span className="sp" />
      {!check.passed && show !== null && (
        <Button size="s" icon="eye" onPress={show}>
          {t('payments.closing.show')}
        </Button>
      )}
    </li>
  );
}

/** Of what there are so many. */
function countWords(t: Translate, { id, count }: Check): string {
  switch (id) {
    case 'exceptions':
      return t('workbench.count', { n: count });
    case 'balanceBreaks':
      return t('payments.closing.breaks', { n: count });
    default:
      return t('payments.count', { n: count });
  }
}

/** Where the officer finds what is in the way. */
function placeOf(cycle: CycleRow, { id }: Check): (() => void) | null {
  const list = (status: Parameters<typeof setPaymentFilter>[0]['status']) => () =>
    setPaymentFilter({ view: 'payments', run: null, search: '', status: status ?? [] });
  switch (id) {
    case 'answered':
      return list(['sent', 'bankAccepted']);
    case 'prepared':
      return list(['prepared']);
    case 'proposals':
      return () => setPaymentFilter({ view: 'proposals' });
    case 'exceptions':
    case 'balanceBreaks':
      return () => navigate(hrefOf('reconciliation', null, { cycle: cycle.id }));
    case 'payDate':
    case 'totals':
      return null;
  }
}
