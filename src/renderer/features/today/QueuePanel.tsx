import { useMemo } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate, type ScreenName } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, StatusChip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState } from '../../ui/States.tsx';
import type { Column } from '../../ui/table-model.ts';
import { daysOf, numberOf, queueOf, type QueueItem } from './queue.ts';

const SCREENS = {
  complaint: 'complaints',
  objection: 'objections',
  application: 'applications',
} as const satisfies Record<QueueItem['kind'], ScreenName>;

export function QueuePanel({ summary }: { summary: OutputOf<'today.summary'> }) {
  const t = useT();
  const rows = useMemo(() => queueOf(summary), [summary]);
  const columns = useMemo(() => columnsOf(t), [t]);
  const { complaints, objections, applications } = summary;
  const total = complaints.mine + objections.mine + applications.mine;
  const inState = (state: 'overdue' | 'today'): number =>
    rows.filter(({ row }) => row.deadline?.state === state).length;
  const overdue = inState('overdue');
  const dueToday = inState('today');

  return (
    <Panel
      className="today-queue"
      title={t('today.queue')}
      {...(total === 0 ? {} : { note: t('today.queueNote', { shown: rows.length, total }) })}
      flush
      fill
      pane
      actions={
        <>
          {overdue > 0 && (
            <Chip tone="danger" icon="alert">
              {t('today.overdue')} <Num>{overdue}</Num>
            </Chip>
          )}
          {dueToday > 0 && (
            <Chip tone="warning" icon="clock">
              {t('today.dueToday')} <Num>{dueToday}</Num>
            </Chip>
          )}
        </>
      }
      footer={
        <>
          <a href={hrefOf('complaints', null, { view: 'mine' })}>{t('today.allComplaints')}</a>
          <a href={hrefOf('objections', null, { view: 'mine' })}>{t('today.allObjections')}</a>
          <a href={hrefOf('applications', null, { view: 'mine' })}>{t('today.allApplications')}</a>
        </>
      }
    >
      <DataTable
        label={t('today.queue')}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => row.id}
        onOpen={({ kind, row }) => navigate(hrefOf(SCREENS[kind], row.id))}
        hotkeys
        empty={
          <EmptyState
            title={t('today.emptyQueue')}
            action={
              <Button
                size="s"
                onPress={() => navigate(hrefOf('complaints', null, { view: 'unassigned' }))}
              >
                {t('today.openUnassigned')}
              </Button>
            }
          >
            {t('today.emptyQueueText')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function columnsOf(t: Translate): readonly Column<QueueItem>[] {
  return [
    {
      id: 'deadline',
      header: t('today.deadline'),
      width: 144,
      sort: daysOf,
      cell: ({ row }) =>
        row.deadline === null ? t('ui.notSet') : <DeadlineChip deadline={row.deadline} />,
    },
    {
      id: 'number',
      header: t('today.number'),
      width: 132,
      sort: numberOf,
      cell: (item) => (
        <>
          <Icon name={item.kind} className="today-kind" />
          <Num>{numberOf(item)}</Num>
        </>
      ),
    },
    {
      id: 'name',
      header: t('today.beneficiary'),
      width: 190,
      grow: 2,
      sort: ({ row }) => row.name,
      cell: ({ row }) => (
        <span title={row.name}>
          <bdi className="medium">{row.name}</bdi>{' '}
          <span className="muted">
            <Num>{row.maskedNationalId}</Num>
          </span>
        </span>
      ),
    },
    {
      id: 'subject',
      header: t('today.subject'),
      width: 130,
      grow: 1,
      cell: (item) => <span className="second">{subjectOf(t, item)}</span>,
    },
    {
      id: 'amount',
      header: t('ui.sar'),
      width: 92,
      numeric: true,
      sort: (item) => (item.kind === 'complaint' ? item.row.claimed : null),
      cell: (item) =>
        item.kind === 'complaint' ? (
          <Money amount={item.row.claimed} className="medium" />
        ) : (
          <span className="muted">{t('ui.notSet')}</span>
        ),
    },
    {
      id: 'status',
      header: t('today.status'),
      width: 168,
      cell: (item) =>
        item.kind === 'complaint' ? (
          <StatusChip family="complaint" status={item.row.status} />
        ) : item.kind === 'objection' ? (
          <StatusChip family="objection" status={item.row.status} />
        ) : (
          <StatusChip family="application" status={item.row.status} />
        ),
    },
  ];
}

function subjectOf(t: Translate, item: QueueItem): string {
  switch (item.kind) {
    case 'complaint':
      return t(`today.category.${item.row.category}`);
    case 'objection':
      return t('today.objectionReasons', { n: item.row.reasons.length });
    case 'application':
      return t('today.application');
  }
}
