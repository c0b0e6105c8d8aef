import type { OutputOf } from '../../../contract/api.ts';
import type { EligibilityRunDto } from '../../../contract/entitlement.ts';
import { api } from '../../lib/client.ts';
import { formatInstant } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { InstantText, monthName } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { openedOf, RunCauses } from './RunCauses.tsx';
import { RunDeeds } from './RunDeeds.tsx';
import { RunFigures } from './RunFigures.tsx';
import { ChangedHouseholds, HinderedHouseholds } from './RunHouseholds.tsx';
import { RunChip } from './RunMonths.tsx';

type Shown = OutputOf<'entitlement.run'>;

/** The step that the run waits in; of one that is through, beyond the last. */
const STEP: Readonly<Record<EligibilityRunDto['status'], number>> = {
  computing: 0,
  computed: 1,
  proposed: 3,
  approved: 4,
  discarded: 0,
};

/** One month's run: where it stands, what it costs, what changed and why, household by household. */
export function RunView({ id, query }: { id: string; query: Readonly<Record<string, string>> }) {
  const t = useT();
  const found = useApiQuery(['entitlement', 'run', id], () => api.entitlement.run({ id }));
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={10} />;
  const shown = found.data;
  const opened = openedOf(query);
  return (
    <div className="run">
      <header className="run-head">
        <h2>{monthName(t, shown.run.month)}</h2>
        <RunChip status={shown.run.status} />
        <span className="sp" />
        <Stepper
          label={t('entitlement.steps')}
          steps={[
            t('entitlement.step.compute'),
            t('entitlement.step.review'),
            t('entitlement.step.propose'),
            t('entitlement.step.approve'),
          ]}
          current={STEP[shown.run.status]}
        />
      </header>
      <RunFigures shown={shown} />
      <Stale shown={shown} />
      <RunDeeds shown={shown} />
      {shown.run.status !== 'discarded' && (
        <div className="run-body">
          <RunCauses shown={shown} opened={opened} />
          <section
            className="run-households"
            aria-label={t('entitlement.changes')}
            data-pane=""
            tabIndex={-1}
          >
            {opened.list === 'changes' ? (
              <ChangedHouseholds runId={id} opened={opened} />
            ) : (
              <HinderedHouseholds runId={id} opened={opened} />
            )}
          </section>
        </div>
      )}
      <footer className="run-foot cap muted">
        <span>
          {t('entitlement.madeBy', {
            name: shown.run.madeBy,
            at: formatInstant(shown.run.madeAt, t.digits),
            change: String(shown.run.knownAt),
          })}
        </span>
        {shown.events
          .filter(({ type }) => type !== 'computed')
          .map(({ seq, type, at, officerName, reason }) => (
            <span key={seq}>
              {' · '}
              {t(`entitlement.event.${type}`)}: <bdi>{officerName}</bdi>{' '}
              <InstantText instant={at} />
              {reason !== null && <bdi> ({reason})</bdi>}
            </span>
          ))}
      </footer>
    </div>
  );
}

function Stale({ shown: { stale } }: { shown: Shown }) {
  const t = useT();
  if (stale === null) return null;
  return (
    <>
      {stale.households > 0 && (
        <Notice tone="warning" icon="clock">
          {t('entitlement.stale', { n: stale.households, last: stale.lastChange })}
        </Notice>
      )}
      {stale.rules && <Notice tone="warning">{t('entitlement.staleRules')}</Notice>}
    </>
  );
}
