import { useMemo, useState } from 'react';
import type { LetterRow } from '../../../contract/letters.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { SearchField } from '../../ui/Fields.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import { LetterFilters } from './LetterFilters.tsx';
import { lettersExport } from './letters-export.ts';
import { letterColumns } from './letter-columns.tsx';
import { LETTER_SORTS } from '../../../contract/letters.ts';
import {
  LETTER_VIEWS,
  NO_FILTER,
  setLetterFilter,
  useLetterFilter,
  type LetterView,
} from './letters-store.ts';
import { UnfinishedPrinting } from './printing/PrintDesk.tsx';
import { PrintSelection } from './printing/PrintSelection.tsx';
import { useLetterCounts, type useLetters } from './use-letters.ts';

/** Every letter with its number, newest first until the officer sorts otherwise. */
export function LetterRegister({
  found,
  openId,
  onOpen,
}: {
  found: ReturnType<typeof useLetters>;
  openId: string | null;
  onOpen: (row: LetterRow) => void;
}) {
  const t = useT();
  const filter = useLetterFilter();
  const counts = useLetterCounts();
  const columns = useMemo(() => letterColumns(t), [t]);
  const mayPrint = useMay('letters.print');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const narrowed = [filter.kind, filter.issuedBy, filter.from, filter.to].some(
    (part) => part !== null,
  );
  const isFiltered = filter.search !== '' || filter.view !== 'all' || narrowed;
  // A view that holds nothing takes no room, unless the officer stands in it.
  const views = LETTER_VIEWS.filter(
    (view) =>
      view === 'all' || view === 'toPrint' || view === filter.view || (counts[view] ?? 0) > 0,
  );

  return (
    <Panel
      className="let-register"
      title={t('letters.register')}
      note={<span role="status">{t('letters.count', { n: found.total })}</span>}
      actions={
        <>
          <SearchField
            className="let-search"
            label={t('letters.search')}
            value={filter.search}
            onChange={(search) => setLetterFilter({ search })}
          />
          <IconButton
            icon="filter"
            label={t('letters.filters')}
            isPressed={filter.isNarrowed || narrowed}
            onPress={() => setLetterFilter({ isNarrowed: !filter.isNarrowed })}
          />
          <ExportButton size="m" request={() => lettersExport(t, found.asked)} />
        </>
      }
      flush
      fill
      pane
    >
      <div className="let-views">
        <Pills<LetterView>
          label={t('letters.views')}
          items={views.map((id) => ({
            id,
            label: t(`letters.view.${id}`),
            count: id === 'all' ? undefined : counts[id],
          }))}
          selected={filter.view}
          onSelect={(view) => setLetterFilter({ view })}
        />
      </div>
      {(filter.isNarrowed || narrowed) && <LetterFilters />}
      <PrintSelection
        selected={selected}
        rows={found.tableProps.rows}
        onDone={() => setSelected(new Set())}
      />
      <UnfinishedPrinting />
      <DataTable
        label={t('letters.register')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        sort={{ id: filter.sort, descending: filter.descending }}
        onSortChange={({ id, descending }) => {
          const sort = LETTER_SORTS.find((known) => known === id);
          if (sort !== undefined) setLetterFilter({ sort, descending });
        }}
        currentKey={openId}
        onOpen={onOpen}
        selectedKeys={selected}
        onSelectedKeysChange={mayPrint ? setSelected : undefined}
        hotkeys
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={
          isFiltered ? (
            <EmptyState
              icon="search"
              title={t('letters.noneFound')}
              action={
                <Button size="s" onPress={() => setLetterFilter({ ...NO_FILTER, view: 'all' })}>
                  {t('letters.showAll')}
                </Button>
              }
            >
              {t('letters.noneFoundNext')}
            </EmptyState>
          ) : (
            <EmptyState
              icon="letter"
              title={t('letters.noneTitle')}
              action={
                <Button size="s" onPress={() => navigate(hrefOf('complaints'))}>
                  {t('letters.openComplaints')}
                </Button>
              }
            >
              {t('letters.noneText')}
            </EmptyState>
          )
        }
      />
    </Panel>
  );
}
