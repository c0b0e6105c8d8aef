import type { Intake } from '../../../domain/applications/intake.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { asTyped } from './intake/use-draft.ts';
import { SumView } from './SumView.tsx';

const SETTLE_MS = 500;

/** What the declared household would be due, with its working, from the month in which an acceptance of today takes effect. */
export function EligibilitySum({
  applicationId: id,
  intake,
}: {
  applicationId: string;
  /** As it stands on the screen; absent for what was submitted. */
  intake?: Intake;
}) {
  const t = useT();
  const asked = useSettled(intake === undefined ? '' : JSON.stringify(intake), SETTLE_MS);
  const found = useApiQuery(
    ['applications', 'assess', id, asked],
    () =>
      api.applications.assess({ id, ...(intake === undefined ? {} : { intake: asTyped(intake) }) }),
    { keepPrevious: true },
  );
  return (
    <section className="app-sum" aria-label={t('applications.eligibility')}>
      <h3 className="strong">{t('applications.eligibility')}</h3>
      {found.error !== null ? (
        <ErrorState error={found.error} onRetry={found.refetch} />
      ) : found.data === undefined ? (
        <Skeleton lines={4} />
      ) : found.data.sum === null ? (
        <p className="small muted">
          {t(found.data.problems.length > 0 ? 'applications.sumWaits' : 'applications.noSum')}
        </p>
      ) : (
        <SumView {...found.data.sum} />
      )}
    </section>
  );
}
