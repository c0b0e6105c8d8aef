import { useMemo } from 'react';
import type { DuplicatePairRow } from '../../../../contract/duplicates.ts';
import type { PairStatus } from '../../../../domain/duplicates/pair-status.ts';
import { api } from '../../../lib/client.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiJob, useApiQuery } from '../../../lib/queries.ts';
import { hrefOf, navigate, type ScreenProps } from '../../../lib/route.ts';
import { useMay } from '../../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../../lib/shell-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ExportButton } from '../../../ui/ExportButton.tsx';
import { InstantText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { EmptyState, ErrorState, RefusalNotice } from '../../../ui/States.tsx';
import { Pills } from '../../../ui/Tabs.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { DependantsTwice } from './DependantsTwice.tsx';
import { duplicatesExport } from './duplicates-export.ts';
import { PairPanel } from './PairPanel.tsx';
import './duplicates.css';

const VIEWS = ['open', 'merging', 'asked', 'notSame', 'merged', 'dependants'] as const;

/** Files that may be one person's: those found, and beside them the two that are looked at. */
export function DuplicatesScreen({ query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('duplicates.title'));
  const view = VIEWS.find((known) => known === query['view']) ?? 'open';
  const openId = query['pair'] ?? null;
  const mayWrite = useMay('registry.write');
  const overview = useApiQuery(['duplicates', 'overview'], () => api.duplicates.overview({}));
  const search = useApiJob(api.duplicates.search, ['duplicates']);
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
        { keys: ['Enter'], label: t('shell.keyOpen') },
        { keys: ['Ctrl+R'], label: t('duplicates.keySearch') },
      ],
      [t],
    ),
  );
  const look = async (): Promise<void> => {
    const result = await search.run({});
    if (!result.ok) return;
    const { files, found, added } = result.value;
    toast({ tone: 'success', text: t('duplicates.found', { n: found, files, added }) });
  };
  useShortcuts({ 'Ctrl+R': () => void look() }, { enabled: mayWrite && !search.isBusy });
  const show = (change: { view?: string; pair?: string | null }): void => {
    const pair = change.pair === undefined ? openId : change.pair;
    const chosen = change.view ?? view;
    navigate(
      hrefOf('beneficiaries', null, {
        desk: 'duplicates',
        view: chosen,
        ...(pair === null ? {} : { pair }),
      }),
    );
  };
  const counts = overview.data?.counts;
  const last = overview.data?.lastSearch ?? null;

  return (
    <div className={`dups ${view === 'dependants' ? 'wide' : ''}`}>
      <section
        className="panel dups-list"
        aria-label={t('duplicates.title')}
        data-pane=""
        tabIndex={-1}
      >
        <div className="dups-head">
          <Pills
            label={t('duplicates.views')}
            items={VIEWS.map((id) => ({
              id,
              label: t(`duplicates.view.${id}`),
              count: id === 'dependants' ? overview.data?.dependants : counts?.[id],
            }))}
            selected={view}
            onSelect={(id) => show({ view: id, pair: null })}
          />
        </div>
        <div className="dups-tools">
          {last !== null && (
            <span className="small muted ell">
              <Message
                id="duplicates.lastSearch"
                values={{
                  at: <InstantText instant={last.at} />,
                  by: last.by,
                  files: <Num>{last.files}</Num>,
                }}
              />
              {last.crowded > 0 && ` ${t('duplicates.crowded', { n: last.crowded })}`}
            </span>
          )}
          <span className="sp" />
          {view !== 'dependants' && <ExportButton request={() => duplicatesExport(t, view)} />}
          {mayWrite && (
            <Button
              icon="search"
              keys="Ctrl+R"
              isDisabled={search.isBusy}
              onPress={() => void look()}
            >
              {t('duplicates.search')}
            </Button>
          )}
        </div>
        {search.isBusy && (
          <Progress
            label={
              t.maybe(`duplicates.phase.${search.progress?.phase ?? ''}`) ??
              t('duplicates.searching')
            }
            progress={search.progress}
            onCancel={search.cancel}
          />
        )}
        {search.error !== null && search.error.code !== 'CANCELLED' && (
          <RefusalNotice error={search.error} />
        )}
        {view === 'dependants' ? (
          <DependantsTwice />
        ) : (
          <PairList
            key={view}
            status={view}
            openId={openId}
            onOpen={(id) => show({ pair: id })}
            isNew={overview.data !== undefined && last === null}
          />
        )}
      </section>
      {view !== 'dependants' &&
        (openId === null ? (
          <Panel pane fill title={t('duplicates.compare')}>
            <EmptyState icon="dup" title={t('duplicates.choose')} />
          </Panel>
        ) : (
          <PairPanel key={openId} id={openId} />
        ))}
    </div>
  );
}

function PairList({
  status,
  openId,
  onOpen,
  isNew,
}: {
  status: PairStatus;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Nobody has searched this branch yet. */
  isNew: boolean;
}) {
  const t = useT();
  const found = useWindowedRows(['duplicates', 'pairs', status], (offset, limit) =>
    api.duplicates.pairs({ status, offset, limit }),
  );
  const columns = useMemo(() => pairColumns(t), [t]);
  return (
    <DataTable
      label={t('duplicates.title')}
      columns={columns}
      rowKey={(row) => row.id}
      {...found.tableProps}
      rowHeight={52}
      currentKey={openId}
      onOpen={(row) => onOpen(row.id)}
      hotkeys
      error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
      empty={
        isNew ? (
          <EmptyState icon="search" title={t('duplicates.neverSearched')}>
            {t('duplicates.neverSearchedText')}
          </EmptyState>
        ) : (
          <EmptyState icon="checkc" title={t(`duplicates.none.${status}`)}>
            {t('duplicates.noneText')}
          </EmptyState>
        )
      }
    />
  );
}

function pairColumns(t: Translate): readonly Column<DuplicatePairRow>[] {
  return [
    {
      id: 'pair',
      header: t('duplicates.pair'),
      width: 170,
      grow: 2,
      cell: ({ one, other }) => (
        <span className="dups-cell">
          <span className="ell" dir="auto">
            {one.name}
          </span>
          <span className="ell" dir="auto">
            {other.name}
          </span>
        </span>
      ),
    },
    {
      id: 'grounds',
      header: t('duplicates.grounds'),
      width: 130,
      grow: 1,
      cell: ({ grounds }) => (
        <Chip tone={grounds.includes('nationalId') ? 'danger' : 'warning'} plain>
          {grounds.map((ground) => t(`duplicates.ground.${ground}`)).join('، ')}
        </Chip>
      ),
    },
    {
      id: 'score',
      header: t('duplicates.score'),
      width: 84,
      numeric: true,
      cell: ({ score }) => <Num>{score}</Num>,
    },
  ];
}
