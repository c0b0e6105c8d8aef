import { useMemo } from 'react';
import { APPLICATION_STATUSES } from '../../../domain/applications/application-status.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { BulkBar } from '../../ui/cases/BulkBar.tsx';
import { QueueHead } from '../../ui/cases/QueueHead.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { applicationColumns } from './application-columns.tsx';
import { applicationsExport } from './applications-export.ts';
import {
  APPLICATION_QUEUES,
  APPLICATION_SORTS,
  setFilter,
  setSelected,
  useApplicationsStore,
  type ApplicationFilter,
} from './applications-store.ts';
import type { ApplicationsFound } from './use-applications.ts';

/** The queue of applications: saved views, search, filters, rows, and what can be done with many of them. */
export function ApplicationList({
  found,
  onAssign,
  onNew,
}: {
  found: ApplicationsFound;
  onAssign: () => void;
  onNew: (() => void) | undefined;
}) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const filter = useApplicationsStore((store) => store.filter);
  const selected = useApplicationsStore((store) => store.selected);
  const counts = useApiQuery(['applications', 'counts'], () => api.applications.counts({}));
  const { programmes, nameOf } = useProgrammes();
  const columns = useMemo(() => applicationColumns(t, nameOf), [t, nameOf]);
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  const select = (chosen: ReadonlySet<string>): void => {
    const versions = new Map(found.rows.map((row) => [row?.id, row?.version]));
    setSelected(
      new Map([...chosen].map((id) => [id, versions.get(id) ?? selected.get(id) ?? 1] as const)),
    );
  };
  return (
    <section className="panel app-queue" aria-label={t('applications.title')} data-pane="">
      <QueueHead
        wide
        views={APPLICATION_QUEUES.map((view) => ({
          id: view,
          label: t(`applications.view.${view}`),
          count: counts.data?.[view],
        }))}
        view={filter.view}
        onView={(view) => setFilter({ view })}
        search={filter.search}
        onSearch={(search) => setFilter({ search })}
        searchLabel={t('applications.search')}
        filters={[
          {
            id: 'programme',
            label: t('applications.programme'),
            options: programmes.map(({ code, name }) => ({ value: code, label: name })),
            selected: filter.programme,
            onChange: (programme) => setFilter({ programme }),
          },
          {
            id: 'status',
            label: t('cases.status'),
            options: APPLICATION_STATUSES.map((value) => ({
              value,
              label: t(`status.application.${value}`),
            })),
            selected: filter.status,
            onChange: (chosen) =>
              setFilter({ status: APPLICATION_STATUSES.filter((value) => chosen.includes(value)) }),
          },
        ]}
        sort={{
          options: APPLICATION_SORTS.map((value) => ({
            value,
            label: t(`applications.sort.${value}`),
          })),
          selected: filter.sort,
          onChange: (id) => setFilter(sortBy(id, filter)),
        }}
        exported={
          found.total === 0 ? undefined : () => applicationsExport(t, found.input, programmes)
        }
        end={
          onNew !== undefined && (
            <Button icon="plus" keys="Ctrl+N" onPress={onNew}>
              {t('applications.new')}
            </Button>
          )
        }
      />
      <DataTable
        label={t('applications.title')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={(sort) => setFilter(sortBy(sort.id, filter))}
        onOpen={(row) => navigate(hrefOf('applications', row.id))}
        hotkeys
        {...(mayWork ? { selectedKeys: keys, onSelectedKeysChange: select } : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<NothingFound filter={filter} onNew={onNew} />}
      />
      {selected.size > 0 && (
        <BulkBar
          words={t('applications.selected', { n: selected.size })}
          onAssign={onAssign}
          onClear={() => setSelected(new Map())}
        />
      )}
    </section>
  );
}

function sortBy(id: string, filter: ApplicationFilter): Partial<ApplicationFilter> {
  const sort = APPLICATION_SORTS.find((known) => known === id) ?? 'deadline';
  return { sort, descending: sort === filter.sort ? !filter.descending : false };
}

function NothingFound({
  filter,
  onNew,
}: {
  filter: ApplicationFilter;
  onNew: (() => void) | undefined;
}) {
  const t = useT();
  if (filter.search !== '' || filter.status.length > 0 || filter.programme.length > 0) {
    return (
      <EmptyState
        icon="search"
        title={t('applications.noneFound')}
        action={
          <Button size="s" onPress={() => setFilter({ search: '', status: [], programme: [] })}>
            {t('cases.clearFilters')}
          </Button>
        }
      >
        {t('applications.noneFoundNext')}
      </EmptyState>
    );
  }
  if (filter.view === 'all' || filter.view === 'drafts') {
    return (
      <EmptyState
        icon="application"
        title={t(`applications.none.${filter.view}`)}
        action={
          onNew !== undefined && (
            <Button size="s" icon="plus" onPress={onNew}>
              {t('applications.new')}
            </Button>
          )
        }
      >
        {t('applications.noneAtAllNext')}
      </EmptyState>
    );
  }
  const next = filter.view === 'mine' ? 'unassigned' : 'all';
  return (
    <EmptyState
      title={t(`applications.none.${filter.view}`)}
      action={
        <Button size="s" onPress={() => setFilter({ view: next })}>
          {t(`applications.view.${next}`)}
        </Button>
      }
    >
      {t(next === 'unassigned' ? 'applications.noneMineNext' : 'applications.noneHereNext')}
    </EmptyState>
  );
}
