import { useMemo } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';

export function TodayScreen(_: ScreenProps) {
  const t = useT();
  useScreenTitle(t('today.title'));
  const summary = useApiQuery(['today', 'summary'], () => api.today.summary({}));
  const rows = useMemo(() => summary.data?.nextComplaints ?? [], [summary.data]);
  return (
    <Panel title={t('today.queue')} fill>
      {summary.error !== null && <ErrorState error={summary.error} onRetry={summary.refetch} />}
      {rows.length}
    </Panel>
  );
}
