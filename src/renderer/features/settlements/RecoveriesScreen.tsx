import { useMemo } from 'react';
import {
  RECOVERY_VIEWS,
  type RecoveryRow,
  type RecoveryView,
} from '../../../contract/recoveries.ts';
import { subtractHalalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import type { Column } from '../../ui/table-model.ts';
import { showOnDesk } from './desk.ts';
import { RecoveryChip } from './RecoveryChip.tsx';
import { RecoveryPanel } from './RecoveryPanel.tsx';
import { recoveriesExport } from './settlements-export.ts';
import './settlements.css';

/** What was paid too much and is asked back: cases by their deadlines, and beside them the one that is open. */
export function RecoveriesScreen({ query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.entitlementDesk.recoveries'));
  useKeyHints(useMemo(() => [{ keys: ['J', 'K'], label: t('complaints.keyNextPrevious') }], [t]));
  const view: RecoveryView = RECOVERY_VIEWS.find((known) => known === query['view']) ?? 'open';
  const openId = query['case'] ?? null;
  const counts = useApiQuery(['recoveries', 'counts'], () => api.recoveries.counts({}));
  const found = useWindowedRows(['recoveries', 'list', view], (offset, limit) =>
    api.recoveries.list({ view, offset, limit }),
  );
  const columns = useMemo(() => recoveryColumns(t), [t]);
  return (
    <div className="settle">
      <section
        className="panel settle-list"
        aria-label={t('recoveries.title')}
        data-pane=""
        tabIndex={-1}
      >
        <div className="settle-head">
          <Pills
            label={t('recoveries.views')}
            items={RECOVERY_VIEWS.map((id) => ({
              id,
              label: t(`recoveries.view.${id}`),
              count: counts.data?.[id],
            }))}
            selected={view}
            onSelect={(id) => showOnDesk(query, { view: id, case: null })}
          />
          <span className="sp" />
          <ExportButton request={() => recoveriesExport(t, view)} />
        </div>
        <DataTable
          key={view}
          label={t('recoveries.title')}
          columns={columns}
          rowKey={(row) => row.id}
          {...found.tableProps}
          currentKey={openId}
          onOpen={(row) => showOnDesk(query, { case: row.id })}
          hotkeys
          rowHeight={52}
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            <EmptyState icon="checkc" title={t(`recoveries.none.${view}`)}>
              {t('recoveries.noneText')}
            </EmptyState>
          }
        />
      </section>
      {openId === null ? (
        <Panel pane fill title={t('recoveries.title')}>
          <EmptyState icon="ret" title={t('recoveries.choose')} />
        </Panel>
      ) : (
        <RecoveryPanel key={openId} id={openId} />
      )}
    </div>
  );
}

function recoveryColumns(t: Translate): readonly Column<RecoveryRow>[] {
  return [
    {
      id: 'person',
      header: t('recoveries.person'),
      width: 150,
      grow: 2,
      cell: ({ name, number }) => (
        <span className="settle-cell">
          <span className="ell" dir="auto">
            {name}
          </span>
          <span className="cap muted">
            <Num>{number}</Num>
          </span>
        </span>
      ),
    },
    {
      id: 'left',
      header: t('recoveries.left'),
      width: 92,
      numeric: true,
      cell: ({ total, given }) => <Money amount={subtractHalalas(total, given)} />,
    },
    {
      id: 'status',
      header: t('recoveries.status'),
      width: 132,
      cell: ({ status }) => <RecoveryChip status={status} plain />,
    },
    {
      id: 'due',
      header: t('recoveries.due'),
      width: 112,
      cell: ({ deadline }) => deadline && <DeadlineChip deadline={deadline} plain isMasculine />,
    },
  ];
}
