import { useMemo, useRef } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useKeyHints } from '../../lib/shell-store.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { SearchField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import type { Column } from '../../ui/table-model.ts';
import { setPersonSearch, useRegistryStore, type RecentPerson } from './registry-store.ts';

const MOST = 50;

/** One search for people; before anything is typed, whom the officer opened in this session. */
export function PersonSearch() {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const { search, recent } = useRegistryStore();
  const asked = useSettled(search.trim(), 150);
  const isAsked = asked.length >= 2;
  const found = useApiQuery(
    ['registry', 'search', asked, MOST],
    () => api.registry.search({ text: asked, limit: MOST }),
    { enabled: isAsked, keepPrevious: true },
  );
  const people = useMemo(
    () => (isAsked ? (found.data ?? []).flatMap(personOf) : []),
    [isAsked, found.data],
  );
  const rows = isAsked ? people : recent;
  const columns = useMemo(() => columnsOf(t), [t]);
  const open = ({ id }: RecentPerson): void => navigate(hrefOf('beneficiaries', id));

  const openFirst = (): void => {
    const first = rows[0];
    // What is on screen must be the answer to what was typed.
    if (first !== undefined && isAsked && asked === search.trim()) open(first);
  };
  useShortcuts(
    { Down: () => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus() },
    { inFields: true },
  );
  useKeyHints(
    useMemo(
      () => [
        { keys: ['Enter'], label: t('registry.openFirst') },
        { keys: ['Down'], label: t('registry.results') },
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
      ],
      [t],
    ),
  );

  return (
    <div className="find" ref={list}>
      <Panel
        className="find-panel"
        title={t(isAsked ? 'registry.results' : 'registry.recent')}
        {...(isAsked && found.data !== undefined
          ? { note: <span role="status">{t('registry.found', { n: people.length })}</span> }
          : {})}
        actions={
          <SearchField
            className="find-field"
            label={t('registry.search')}
            value={search}
            onChange={setPersonSearch}
            onSubmit={openFirst}
            autoFocus
          />
        }
        flush
        fill
        pane
      >
        <DataTable
          label={t(isAsked ? 'registry.results' : 'registry.recent')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={open}
          hotkeys
          isLoading={isAsked && found.isLoading}
          error={
            isAsked && found.error !== null ? (
              <ErrorState error={found.error} onRetry={found.refetch} />
            ) : null
          }
          empty={
            isAsked ? (
              <EmptyState icon="search" title={t('registry.notFound')}>
                {t('registry.notFoundNext')}
              </EmptyState>
            ) : (
              <EmptyState icon="people" title={t('registry.startTitle')}>
                {t('registry.startText')}
              </EmptyState>
            )
          }
        />
      </Panel>
    </div>
  );
}

function personOf(hit: OutputOf<'registry.search'>[number]): RecentPerson[] {
  const { kind, refId: id, title: name, maskedNationalId, subtitle: note } = hit;
  return kind === 'person' ? [{ id, name, maskedNationalId, note }] : [];
}

function columnsOf(t: Translate): readonly Column<RecentPerson>[] {
  return [
    {
      id: 'name',
      header: t('registry.name'),
      width: 240,
      grow: 2,
      cell: ({ name }) => (
        <span className="medium" title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'nationalId',
      header: t('registry.nationalId'),
      width: 140,
      grow: 1,
      cell: ({ maskedNationalId }) =>
        maskedNationalId === null ? t('ui.notSet') : <Num>{maskedNationalId}</Num>,
    },
    {
      id: 'account',
      header: t('registry.account'),
      width: 160,
      grow: 1,
      cell: ({ note }) => (note === '' ? t('ui.notSet') : <Num className="second">{note}</Num>),
    },
  ];
}
