import { useMemo } from 'react';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_STATUSES,
} from '../../../domain/complaints/complaint-status.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { BulkBar } from '../../ui/cases/BulkBar.tsx';
import { QueueHead } from '../../ui/cases/QueueHead.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { complaintColumns } from './complaint-columns.tsx';
import { complaintsExport } from './complaints-export.ts';
import {
  COMPLAINT_SORTS,
  setFilter,
  setSelected,
  useComplaintsStore,
  type ComplaintFilter,
} from './complaints-store.ts';
import { QUEUES, useComplaintShortcuts } from './use-complaint-shortcuts.ts';
import type { ComplaintsFound } from './use-complaints.ts';

/** The queue of complaints: saved views, search, filters, rows, and what can be done with many of them. */
export function ComplaintList({
  found,
  openId,
  onOpen,
  onAssign,
  onNew,
}: {
  found: ComplaintsFound;
  openId: string | null;
  onOpen: (row: ComplaintRow) => void;
  onAssign: () => void;
  onNew: () => void;
}) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const filter = useComplaintsStore((store) => store.filter);
  const selected = useComplaintsStore((store) => store.selected);
  const counts = useApiQuery(['complaints', 'counts'], () => api.complaints.counts({}));
  const columns = useMemo(() => complaintColumns(t), [t]);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  useComplaintShortcuts(filter.view);

  const select = (chosen: ReadonlySet<string>): void => {
    const versions = new Map(found.rows.map((row) => [row?.id, row?.version]));
    setSelected(
      new Map([...chosen].map((id) => [id, versions.get(id) ?? selected.get(id) ?? 1] as const)),
    );
  };

  return (
    <section
      className="panel case-list"
      aria-label={t('complaints.list')}
      data-pane=""
      tabIndex={-1}
    >
      <QueueHead
        views={QUEUES.map((view) => ({
          id: view,
          label: t(`complaints.view.${view}`),
          count: counts.data?.[view],
        }))}
        view={filter.view}
        onView={(view) => setFilter({ view })}
        search={filter.search}
        onSearch={(search) => setFilter({ search })}
        searchLabel={t('complaints.search')}
        filters={[
          {
            id: 'category',
            label: t('cases.category'),
            options: COMPLAINT_CATEGORIES.map((value) => ({
              value,
              label: t(`complaints.categoryShort.${value}`),
            })),
            selected: filter.category,
            onChange: (chosen) =>
              setFilter({
                category: COMPLAINT_CATEGORIES.filter((value) => chosen.includes(value)),
              }),
          },
          {
            id: 'status',
            label: t('cases.status'),
            options: COMPLAINT_STATUSES.map((value) => ({
              value,
              label: t(`status.complaint.${value}`),
            })),
            selected: filter.status,
            onChange: (chosen) =>
              setFilter({ status: COMPLAINT_STATUSES.filter((value) => chosen.includes(value)) }),
          },
        ]}
        sort={{
          options: COMPLAINT_SORTS.map((value) => ({
            value,
            label: t(`complaints.sort.${value}`),
          })),
          selected: filter.sort,
          onChange: (id) => setFilter(sortBy(id, filter)),
        }}
        exported={found.total === 0 ? undefined : () => complaintsExport(t, found.input)}
        end={
          mayWork && (
            <IconButton
              icon="plus"
              variant="secondary"
              label={t('complaints.new')}
              keys="Ctrl+N"
              onPress={onNew}
            />
          )
        }
      />
      <DataTable
        label={t('complaints.list')}
        columns={columns}
        rowKey={(row) => row.id}
        rowHeight={52}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={(sort) => setFilter(sortBy(sort.id, filter))}
        currentKey={openId}
        onOpen={onOpen}
        hotkeys={openId === null}
        {...(mayWork ? { selectedKeys: keys, onSelectedKeysChange: select } : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<NothingFound filter={filter} onNew={mayWork ? onNew : undefined} />}
      />
      {selected.size > 0 && (
        <BulkBar
          words={t('complaints.selected', { n: selected.size })}
          onAssign={onAssign}
          onClear={() => setSelected(new Map())}
        />
      )}
    </section>
  );
}

function sortBy(id: string, filter: ComplaintFilter): Partial<ComplaintFilter> {
  const sort = COMPLAINT_SORTS.find((known) => known === id) ?? 'deadline';
  const isSame = sort === filter.sort;
  return { sort, descending: isSame ? !filter.descending : sort === 'claimed' };
}

function NothingFound({
  filter,
  onNew,
}: {
  filter: ComplaintFilter;
  onNew: (() => void) | undefined;
}) {
  const t = useT();
  const isFiltered = filter.search !== '' || filter.category.length > 0 || filter.status.length > 0;
  if (isFiltered) {
    return (
      <EmptyState
        icon="search"
        title={t('complaints.noneFound')}
        action={
          <Button size="s" onPress={() => setFilter({ search: '', category: [], status: [] })}>
            {t('cases.clearFilters')}
          </Button>
        }
      >
        {t('complaints.noneFoundNext')}
      </EmptyState>
    );
  }
  if (filter.view === 'all') {
    return (
      <EmptyState
        icon="complaint"
        title={t('complaints.noneAtAll')}
        action={
          onNew !== undefined && (
            <Button size="s" icon="plus" onPress={onNew}>
              {t('complaints.new')}
            </Button>
          )
        }
      >
        {t('complaints.noneAtAllNext')}
      </EmptyState>
    );
  }
  const next = filter.view === 'mine' ? 'unassigned' : 'all';
  return (
    <EmptyState
      title={t(`complaints.none.${filter.view}`)}
      action={
        <Button size="s" onPress={() => setFilter({ view: next })}>
          {t(`complaints.view.${next}`)}
        </Button>
      }
    >
      {t(next === 'unassigned' ? 'complaints.noneMineNext' : 'complaints.noneHereNext')}
    </EmptyState>
  );
}
