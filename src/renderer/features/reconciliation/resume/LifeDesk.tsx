import { useMemo } from 'react';
import { LIFE_VIEWS, type LifeRow } from '../../../../contract/resume.ts';
import { api } from '../../../lib/client.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useKeyHints, useScreenTitle } from '../../../lib/shell-store.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Code } from '../../../ui/Chip.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DeadlineChip } from '../../../ui/DeadlineChip.tsx';
import { Num } from '../../../ui/Figures.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { Pills } from '../../../ui/Tabs.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { lifeViewOf, showOnDesk } from './desk-route.ts';
import { LifePanel } from './LifePanel.tsx';
import { LifeStatusChip } from './LifeStatusChip.tsx';

/** People whom a bank holds for dead: frozen until two officers have settled whether they live. */
export function LifeDesk({ query }: { query: Readonly<Record<string, string>> }) {
  const t = useT();
  const view = lifeViewOf(query);
  const openId = query['case'] ?? null;
  const counts = useApiQuery(['resume', 'counts'], () => api.resume.counts({}));
  const found = useWindowedRows(['resume', 'lifeCases', view], (offset, limit) =>
    api.resume.lifeCases({ view, offset, limit }),
  );
  const columns = useMemo(() => lifeColumns(t), [t]);
  useScreenTitle(t('reconciliation.title'), t('resume.lifeTitle'));
  useKeyHints(useMemo(() => [{ keys: ['J', 'K'], label: t('reconciliation.nextPrevious') }], [t]));
  return (
    <div className="resume">
      <section
        className="panel resume-list"
        aria-label={t('resume.lifeTitle')}
        data-pane=""
        tabIndex={-1}
      >
        <div className="resume-head">
          <Pills
            label={t('resume.lifeViews')}
            items={LIFE_VIEWS.map((id) => ({
              id,
              label: t(`resume.life.view.${id}`),
              count: counts.data?.life[id],
            }))}
            selected={view}
            onSelect={(id) => showOnDesk(query, { view: id, case: null })}
          />
        </div>
        <DataTable
          label={t('resume.lifeTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          {...found.tableProps}
          currentKey={openId}
          onOpen={(row) => showOnDesk(query, { case: row.id })}
          hotkeys
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            <EmptyState icon="checkc" title={t('resume.life.none')}>
              {t('resume.life.noneText')}
            </EmptyState>
          }
        />
      </section>
      {openId === null ? (
        <Panel pane fill title={t('resume.lifeTitle')}>
          <EmptyState icon="person" title={t('resume.life.choose')} />
        </Panel>
      ) : (
        <LifePanel key={openId} id={openId} />
      )}
    </div>
  );
}

function lifeColumns(t: Translate): readonly Column<LifeRow>[] {
  return [
    {
      id: 'number',
      header: t('resume.life.number'),
      width: 116,
      cell: (row) => <Num>{row.number}</Num>,
    },
    {
      id: 'person',
      header: t('resume.person'),
      width: 150,
      grow: 2,
      cell: (row) => (
        <span dir="auto" title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'reason',
      header: t('resume.reason'),
      width: 70,
      cell: (row) => (row.reasonCode === null ? '' : <Code>{row.reasonCode}</Code>),
    },
    {
      id: 'held',
      header: t('resume.life.held'),
      width: 96,
      numeric: true,
      cell: (row) => <Num>{row.heldPayments}</Num>,
    },
    {
      id: 'status',
      header: t('resume.status'),
      width: 150,
      cell: (row) => <LifeStatusChip status={row.status} plain />,
    },
    {
      id: 'due',
      header: t('resume.life.due'),
      width: 130,
      cell: (row) => row.deadline && <DeadlineChip deadline={row.deadline} />,
    },
  ];
}
