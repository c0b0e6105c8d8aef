import { useMemo, useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import { BatchList } from './BatchList.tsx';
import { BatchPanel } from './BatchPanel.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { UpdatesList } from './UpdatesList.tsx';
import './government-records.css';

const VIEWS = ['records', 'updates'] as const;

/** What other registers say of people against what the branch knows, and what people were asked to update. */
export function GovernmentRecords({ query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('governmentRecords.title'));
  const mayWrite = useMay('registry.write');
  const [isImporting, setImporting] = useState(false);
  const view = VIEWS.find((known) => known === query['view']) ?? 'records';
  const batches = useApiQuery(['governmentRecords', 'batches'], () =>
    api.governmentRecords.batches({}),
  );
  const all = batches.data ?? [];
  const openId = query['batch'] ?? all.find(({ status }) => status === 'committed')?.id ?? null;
  const opened = all.find(({ id }) => id === openId);
  useShortcuts({ 'Ctrl+N': () => setImporting(true) }, { enabled: mayWrite, inFields: true });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
        { keys: ['X'], label: t('shell.keySelect') },
        { keys: ['Ctrl+N'], label: t('governmentRecords.keyImport') },
      ],
      [t],
    ),
  );
  const show = (change: Readonly<Record<string, string>>): void =>
    navigate(hrefOf('beneficiaries', null, { desk: 'records', ...change }));
  const importButton = mayWrite && (
    <Button icon="upload" variant="primary" keys="Ctrl+N" onPress={() => setImporting(true)}>
      {t('governmentRecords.new')}
    </Button>
  );
  return (
    <div className="gov">
      <div className="gov-row">
        <Segmented
          label={t('governmentRecords.views')}
          items={VIEWS.map((id) => ({ id, label: t(`governmentRecords.view.${id}`) }))}
          selected={view}
          onSelect={(chosen) => show({ view: chosen })}
        />
        <span className="sp" />
        {view === 'records' && all.length > 0 && importButton}
      </div>
      {view === 'updates' ? (
        <UpdatesList
          standing={query['standing']}
          onStanding={(standing) => show({ view, standing })}
        />
      ) : all.length === 0 ? (
        <Panel pane fill title={t('governmentRecords.batches')}>
          {batches.error !== null ? (
            <ErrorState error={batches.error} onRetry={batches.refetch} />
          ) : (
            !batches.isLoading && (
              <EmptyState
                icon="bank"
                title={t('governmentRecords.noBatches')}
                action={importButton || undefined}
              >
                {t('governmentRecords.noBatchesText')}
              </EmptyState>
            )
          )}
        </Panel>
      ) : (
        <div className="gov-desk">
          <BatchList batches={all} openId={openId} onOpen={(batch) => show({ batch })} />
          {opened === undefined ? (
            <Panel pane fill title={t('governmentRecords.differences')}>
              <EmptyState icon="bank" title={t('governmentRecords.choose')} />
            </Panel>
          ) : (
            <BatchPanel key={opened.id} batch={opened} />
          )}
        </div>
      )}
      {isImporting && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onImported={(batch) => {
            setImporting(false);
            show({ batch });
          }}
        />
      )}
    </div>
  );
}
