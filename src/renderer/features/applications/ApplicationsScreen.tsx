import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { api } from '../../lib/client.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { ApplicationCase } from './ApplicationCase.tsx';
import { ApplicationQueue } from './ApplicationQueue.tsx';
import './applications.css';
import { IntakeDesk } from './intake/IntakeDesk.tsx';

/** The queue of applications (الطلبات); the intake of the draft that is open, or the case of the application. */
export function ApplicationsScreen({ id, query }: ScreenProps) {
  return id === null ? (
    <ApplicationQueue view={query['view']} newFor={query['new']} />
  ) : (
    <OpenedApplication key={id} id={id} isAmending={query['amend'] !== undefined} />
  );
}

function OpenedApplication({ id, isAmending }: { id: string; isAmending: boolean }) {
  const t = useT();
  useScreenTitle(t('applications.title'));
  const found = useApiQuery(['applications', 'file', id], () => api.applications.file({ id }));
  const file = found.data;
  if (file === undefined) {
    return (
      <div className="panel app-wait">
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState
            error={found.error}
            onRetry={found.refetch}
            title={t('applications.fileFailed')}
          />
        )}
      </div>
    );
  }
  const isDraft = file.application.status === 'draft';
  const isTyped = (isDraft || isAmending) && file.mayEdit === null;
  return isTyped ? <IntakeDesk file={file} /> : <ApplicationCase file={file} />;
}
