import { useMemo } from 'react';
import { SETTLEMENT_VIEWS, type SettlementView } from '../../../contract/settlements.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { toast } from '../../lib/toasts.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { EmptyState, ErrorState, Notice, RefusalNotice } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import { showOnDesk } from './desk.ts';
import { candidateColumns, settlementColumns } from './difference-columns.tsx';
import { PersonSettlement } from './PersonSettlement.tsx';
import { SettlementCase } from './SettlementCase.tsx';
import { settlementsExport } from './settlements-export.ts';
import './settlements.css';

const VIEWS = ['candidates', ...SETTLEMENT_VIEWS] as const;
type View = (typeof VIEWS)[number];

/** Who was paid too little or too much for past months, and what is proposed and approved of it. `?person=` opens a person. */
export function DifferencesScreen({ query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.entitlementDesk.differences'));
  useKeyHints(useMemo(() => [{ keys: ['J', 'K'], label: t('complaints.keyNextPrevious') }], [t]));
  const view = VIEWS.find((known) => known === query['view']) ?? 'candidates';
  const person = query['person'] ?? null;
  const settlement = query['settlement'] ?? null;
  const counts = useApiQuery(['settlements', 'counts'], () => api.settlements.counts({}));
  return (
    <div className="settle">
      <section
        className="panel settle-list"
        aria-label={t('settlements.title')}
        data-pane=""
        tabIndex={-1}
      >
        <div className="settle-head">
          <Pills
            label={t('settlements.views')}
            items={VIEWS.map((id) => ({
              id,
              label: t(`settlements.view.${id}`),
              count: counts.data?.[id],
            }))}
            selected={view}
            onSelect={(id: View) => showOnDesk(query, { view: id, person: null, settlement: null })}
          />
          <span className="sp" />
          <ExportButton request={() => settlementsExport(t, view)} />
        </div>
        <Unchecked count={counts.data?.unchecked ?? 0} />
        {view === 'candidates' ? (
          <Candidates query={query} openId={person} />
        ) : (
          <Settlements key={view} query={query} view={view} openId={settlement} />
        )}
      </section>
      {settlement !== null && view !== 'candidates' ? (
        <SettlementCase key={settlement} id={settlement} />
      ) : person !== null ? (
        <PersonSettlement key={person} beneficiaryId={person} />
      ) : (
        <Panel pane fill title={t('settlements.title')}>
          <EmptyState icon="neq" title={t('settlements.choose')}>
            {t('settlements.chooseNext')}
          </EmptyState>
        </Panel>
      )}
    </div>
  );
}

/** What was recorded since the months were looked at: nobody is forgotten. */
function Unchecked({ count }: { count: number }) {
  const t = useT();
  const mayCheck = useMay('payments.propose');
  const check = useApiJob(api.settlements.check, ['settlements']);
  if (check.isBusy) {
    return (
      <div className="settle-strip">
        <Progress
          label={t('settlements.checking')}
          progress={check.progress}
          onCancel={check.cancel}
        />
      </div>
    );
  }
  if (check.error !== null && check.error.code !== 'CANCELLED') {
    return (
      <div className="settle-strip">
        <RefusalNotice error={check.error} />
      </div>
    );
  }
  if (count === 0) return null;
  const look = async (): Promise<void> => {
    const result = await check.run({});
    if (!result.ok) return;
    toast({ tone: 'info', text: t('settlements.checked', { n: result.value.found }) });
  };
  return (
    <div className="settle-strip">
      <Notice
        tone="warning"
        icon="clock"
        action={
          mayCheck && (
            <Button size="s" onPress={() => void look()}>
              {t('settlements.check')}
            </Button>
          )
        }
      >
        {t('settlements.unchecked', { n: count })}
      </Notice>
    </div>
  );
}

function Candidates({ query, openId }: { query: ScreenProps['query']; openId: string | null }) {
  const t = useT();
  const found = useWindowedRows(['settlements', 'candidates'], (offset, limit) =>
    api.settlements.candidates({ offset, limit }),
  );
  const columns = useMemo(() => candidateColumns(t), [t]);
  return (
    <DataTable
      label={t('settlements.view.candidates')}
      columns={columns}
      rowKey={(row) => row.beneficiaryId}
      {...found.tableProps}
      currentKey={openId}
      onOpen={(row) => showOnDesk(query, { person: row.beneficiaryId, settlement: null })}
      hotkeys
      rowHeight={52}
      error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
      empty={
        <EmptyState icon="checkc" title={t('settlements.none.candidates')}>
          {t('settlements.noneText.candidates')}
        </EmptyState>
      }
    />
  );
}

function Settlements({
  query,
  view,
  openId,
}: {
  query: ScreenProps['query'];
  view: SettlementView;
  openId: string | null;
}) {
  const t = useT();
  const found = useWindowedRows(['settlements', 'list', view], (offset, limit) =>
    api.settlements.list({ view, offset, limit }),
  );
  const columns = useMemo(() => settlementColumns(t), [t]);
  return (
    <DataTable
      label={t(`settlements.view.${view}`)}
      columns={columns}
      rowKey={(row) => row.id}
      {...found.tableProps}
      currentKey={openId}
      onOpen={(row) => showOnDesk(query, { settlement: row.id, person: null })}
      hotkeys
      rowHeight={52}
      error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
      empty={
        <EmptyState icon="checkc" title={t(`settlements.none.${view}`)}>
          {t('settlements.noneText')}
        </EmptyState>
      }
    />
  );
}
