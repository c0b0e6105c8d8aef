import { useMemo, useState } from 'react';
import type { DifferenceRow, RecordBatchDto } from '../../../contract/government-records.ts';
import {
  DIFFERENCE_STATUSES,
  type DifferenceStatus,
} from '../../../domain/government-records/record-kinds.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { InstantText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import { BadRows } from './BadRows.tsx';
import { DecideBar } from './DecideBar.tsx';
import { differenceColumns } from './difference-columns.tsx';
import { differencesExport } from './records-export.ts';
import { TOUCHED, type DifferenceKind } from './touched.ts';

/** One batch: what agreed, what differs by kind, and what is done about it. */
export function BatchPanel({ batch }: { batch: RecordBatchDto }) {
  const t = useT();
  const mayWrite = useMay('registry.write') && batch.status === 'committed';
  const [status, setStatus] = useState<DifferenceStatus>('open');
  const [kindKey, setKindKey] = useState('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isUndoing, setUndoing] = useState(false);
  const [isListingBad, setListingBad] = useState(false);
  const counts = useApiQuery(['governmentRecords', 'counts', batch.id], () =>
    api.governmentRecords.counts({ batchId: batch.id }),
  );
  const undo = useApiCommand(api.governmentRecords.undo, TOUCHED);
  const all = counts.data ?? [];
  const kinds = all.filter((one) => one.status === status);
  const kind = kinds.find((one) => keyOf(one) === kindKey);
  const filter = {
    batchId: batch.id,
    status,
    ...(kind === undefined ? {} : { field: kind.field, outcome: kind.outcome }),
  };
  const found = useWindowedRows(['governmentRecords', 'differences', filter], (offset, limit) =>
    api.governmentRecords.differences({ ...filter, offset, limit }),
  );
  const columns = useMemo(() => differenceColumns(t), [t]);
  const chosen = found.tableProps.rows.filter(
    (row): row is DifferenceRow => row !== undefined && selected.has(row.id),
  );
  const total = (of: DifferenceStatus): number =>
    all.filter((one) => one.status === of).reduce((sum, { count }) => sum + count, 0);
  const nameOf = ({ field, outcome }: DifferenceKind): string =>
    t('governmentRecords.allOf', {
      field: t(`governmentRecords.field.${field}`),
      outcome: t(`governmentRecords.outcome.${outcome}`),
    });
  return (
    <section
      className="panel gov-panel"
      aria-label={t('governmentRecords.differences')}
      data-pane=""
      tabIndex={-1}
    >
      <header>
        <h2>{t(`governmentRecords.kind.${batch.kind}`)}</h2>
        <span className="small muted ell">
          {t('governmentRecords.agreed')} <Num>{batch.agreed}</Num>
          {' · '}
          {t('governmentRecords.differing')} <Num>{batch.differences}</Num>
          {' · '}
          <Message
            id="governmentRecords.by"
            values={{ by: batch.committedBy, at: <InstantText instant={batch.committedAt} /> }}
          />
        </span>
        <span className="sp" />
        {batch.badRows > 0 && (
          <Button size="s" variant="quiet" icon="alert" onPress={() => setListingBad(true)}>
            {t('governmentRecords.bad')} <Num>{batch.badRows}</Num>
          </Button>
        )}
        {mayWrite && (
          <Button size="s" variant="quiet" icon="undo" onPress={() => setUndoing(true)}>
            {t('governmentRecords.undo')}
          </Button>
        )}
      </header>
      <div className="gov-tools">
        <Pills
          label={t('governmentRecords.statuses')}
          items={DIFFERENCE_STATUSES.map((id) => ({
            id,
            label: t(`governmentRecords.status.${id}`),
            count: total(id),
          }))}
          selected={status}
          onSelect={(id) => {
            setStatus(id);
            setKindKey('all');
            setSelected(new Set());
          }}
        />
        <span className="sp" />
        <Select
          label={t('governmentRecords.what')}
          hideLabel
          options={[
            { value: 'all', label: t('governmentRecords.all') },
            ...kinds.map((one) => ({
              value: keyOf(one),
              label: `${nameOf(one)} (${one.count})`,
            })),
          ]}
          value={kind === undefined ? 'all' : kindKey}
          onChange={(key) => {
            setKindKey(key);
            setSelected(new Set());
          }}
        />
        <ExportButton request={() => differencesExport(t, filter)} />
      </div>
      <DataTable
        key={`${status} ${kindKey}`}
        label={t('governmentRecords.differences')}
        columns={columns}
        rowKey={(row) => row.id}
        {...found.tableProps}
        rowHeight={52}
        hotkeys
        {...(mayWrite && (status === 'open' || status === 'asked')
          ? { selectedKeys: selected, onSelectedKeysChange: setSelected }
          : {})}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={
          <EmptyState icon="checkc" title={t('governmentRecords.noDifferences')}>
            {t('governmentRecords.noDifferencesText')}
          </EmptyState>
        }
      />
      {mayWrite && (status === 'open' || status === 'asked') && (
        <DecideBar
          batchId={batch.id}
          chosen={chosen}
          kind={status === 'open' && kind !== undefined ? kind : null}
          kindName={kind === undefined ? '' : nameOf(kind)}
          onDone={() => setSelected(new Set())}
        />
      )}
      {isListingBad && <BadRows batchId={batch.id} onClose={() => setListingBad(false)} />}
      {isUndoing && (
        <ReasonDialog
          title={t('governmentRecords.undoTitle')}
          text={t('governmentRecords.undoText')}
          confirm={t('governmentRecords.undo')}
          isBusy={undo.isBusy}
          error={undo.error}
          onClose={() => setUndoing(false)}
          onConfirm={(reason) =>
            void undo
              .run({ batchId: batch.id, expectedVersion: batch.version, reason })
              .then((result) => {
                if (!result.ok) return;
                setUndoing(false);
                toast({ tone: 'info', text: t('governmentRecords.undoDone') });
              })
          }
        />
      )}
    </section>
  );
}

const keyOf = ({ field, outcome }: DifferenceKind): string => `${field} ${outcome}`;
