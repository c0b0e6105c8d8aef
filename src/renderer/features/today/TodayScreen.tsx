import { useMemo } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ApprovalsPanel } from './ApprovalsPanel.tsx';
import { CyclePanel } from './CyclePanel.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import './today.css';

/** The officer's question at the start of a day: what is due, how the cycle stands, what waits for me. */
export function TodayScreen() {
  const t = useT();
  useScreenTitle(t('today.title'));
  const maySeeCases = useMay('cases.read');
  const maySeeCycle = useMay('reconciliation.read');
  const summary = useApiQuery(['today', 'summary'], () => api.today.summary({}));
  const openApprovals = (): void =>
    navigate(hrefOf('complaints', null, { view: 'awaitingApproval' }));

  useShortcuts({ A: maySeeCases ? openApprovals : undefined });
  useKeyHints(
    useMemo(
      () =>
        maySeeCases
          ? [
              { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
              { keys: ['Enter'], label: t('shell.keyOpen') },
              { keys: ['A'], label: t('today.keyApprovals') },
            ]
          : [],
      [t, maySeeCases],
    ),
  );

  if (!maySeeCases && !maySeeCycle) return <NothingHere />;
  if (summary.error !== null) {
    return (
      <Panel label={t('today.title')}>
        <ErrorState error={summary.error} onRetry={summary.refetch} />
      </Panel>
    );
  }
  if (summary.data === undefined) {
    return (
      <Panel label={t('today.title')}>
        <Skeleton lines={6} />
      </Panel>
    );
  }
  return (
    <div className="today">
      {maySeeCycle && <CyclePanel cycle={summary.data.cycle} />}
      {maySeeCases && <QueuePanel summary={summary.data} />}
      {maySeeCases && <ApprovalsPanel summary={summary.data} />}
    </div>
  );
}

/** What an administrator sees: nobody both manages accounts and decides cases. */
function NothingHere() {
  const t = useT();
  return (
    <Panel label={t('today.title')} className="today-none">
      <EmptyState
        icon="admin"
        title={t('today.noCases')}
        action={
          <Button onPress={() => navigate(hrefOf('administration'))}>
            {t('today.openAdministration')}
          </Button>
        }
      >
        {t('today.noCasesText')}
      </EmptyState>
    </Panel>
  );
}
