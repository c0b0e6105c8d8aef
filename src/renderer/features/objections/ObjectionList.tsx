import { useMemo } from 'react';
import { OBJECTION_STATUSES } from '../../../domain/objections/objection-status.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { BulkBar } from '../../ui/cases/BulkBar.tsx';
import { QueueHead } from '../../ui/cases/QueueHead.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { objectionColumns } from './objection-columns.tsx';
import { objectionsExport } from './objections-export.ts';
import {
  OBJECTION_QUEUES,
  OBJECTION_SORTS,
  setFilter,
  setSelected,
  useObjectionsStore,
  type ObjectionFilter,
} from './objections-store.ts';
import type { ObjectionsFound } from './use-objections.ts';

export function ObjectionList({
  found,
  onAssign,
  onNew,
}: {
  found: ObjectionsFound;
  onAssign: () => void;
  onNew: (() => void) | undefined;
}) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const filter = useObjectionsStore((store) => store.filter);
  const selected = useObjectionsStore((store) => store.selected);
  const counts = useApiQuery(['objections', 'counts'], () => api.objections.counts({}));
  const columns = useMemo(() => objectionColumns(t), [t]);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  const select = (chosen: ReadonlySet<string>): void => {
    const versions = new Map(found.rows.map((row) => [row?.id, row?.version]));
    setSelected(
      new Map([...chosen].map((id) => [id, versions.get(id) ?? selected.get(id) ?? 1] as const)),
    );
  };
  return (
    <section className="panel obj-queue" aria-label={t('objections.title')} data-pane="">
      <QueueHead
        wide
        views={OBJECTION_QUEUES.map((view) => ({
          id: view,
          label: t(`objections.view.${view}`),
          count: counts.data?.[view],
        }))}
        view={filter.view}
        onView={(view) => setFilter({ view })}
        search={filter.search}
        onSearch={(search) => setFilter({ search })}
        searchLabel={t('objections.search')}
        filters={[
          {
            id: 'status',
            label: t('cases.status'),
            options: OBJECTION_STATUSES.map((value) => ({
              value,
              label: t(`status.objection.${value}`),
            })),
            selected: filter.status,
            onChange: (chosen) =>
              setFilter({ status: OBJECTION_STATUSES.filter((value) => chosen.includes(value)) }),
          },
        ]}
        sort={{
          options: OBJECTION_SORTS.map((value) => ({
            value,
            label: t(`objections.sort.${value}`),
          })),
          selected: filter.sort,
          onChange: (id) => setFilter(sortBy(id, filter)),
        }}
        exported={found.total === 0 ? undefined : () => objectionsExport(t, found.input)}
        end={
          onNew !== undefined && (
            <Button icon="plus" keys="Ctrl+N" onPress={onNew}>
              {t('objections.new')}
            </Button>
          )
        }
      />
      <DataTable
        label={t('objections.title')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={(sort) => setFilter(sortBy(sort.id, filter))}
        onOpen={(row) => navigate(hrefOf('objections', row.id))}
        hotkeys
        {...(mayWork ? { selectedKeys: keys, onSelectedKeysChange: select } : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<NothingFound filter={filter} onNew={onNew} />}
      />
      {selected.size > 0 && (
        <BulkBar
          words={t('objections.selected', { n: selected.size })}
          onAssign={onAssign}
          onClear={() => setSelected(new Map())}
        />
      )}
    </section>
  );
}

function sortBy(id: string, filter: ObjectionFilter): Partial<ObjectionFilter> {
  const sort = OBJECTION_SORTS.find((known) => known === id) ?? 'deadline';
  return { sort, descending: sort === filter.sort ? !filter.descending : false };
}

function NothingFound({
  filter,
  onNew,
}: {
  filter: ObjectionFilter;
  onNew: (() => void) | undefined;
}) {
  const t = useT();
  if (filter.search !== '' || filter.status.length > 0) {
    return (
      <EmptyState
        icon="search"
        title={t('objections.noneFound')}
        action={
          <Button size="s" onPress={() => setFilter({ search: '', status: [] })}>
            {t('cases.clearFilters')}
          </Button>
        }
      >
        {t('objections.noneFoundNext')}
      </EmptyState>
    );
  }
  if (filter.view === 'all') {
    return (
      <EmptyState
        icon="objection"
        title={t('objections.none.all')}
        action={
          onNew !== undefined && (
            <Button size="s" icon="plus" onPress={onNew}>
              {t('objections.new')}
            </Button>
          )
        }
      >
        {t('objections.noneAtAllNext')}
      </EmptyState>
    );
  }
  const next = filter.view === 'mine' ? 'unassigned' : 'all';
  return (
    <EmptyState
      title={t(`objections.none.${filter.view}`)}
      action={
        <Button size="s" onPress={() => setFilter({ view: next })}>
          {t(`objections.view.${next}`)}
        </Button>
      }
    >
      {t(next === 'unassigned' ? 'objections.noneMineNext' : 'objections.noneHereNext')}
    </EmptyState>
  );
}
