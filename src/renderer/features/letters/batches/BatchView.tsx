import { useMemo } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatusChip } from '../../../ui/Chip.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, RefusalNotice } from '../../../ui/States.tsx';
import { templateWords } from '../letter-words.ts';
import { batchItemColumns } from './batch-columns.tsx';
import { runBatch, useBatchRuns } from './batch-runs.ts';
import { BatchOutput } from './BatchOutput.tsx';

/** One batch: how far it is, going on and stopping, whom it wrote to, and its letters as files. */
export function BatchView({ id }: { id: string }) {
  const t = useT();
  const mayDraft = useMay('letters.draft');
  const found = useApiQuery(['letterBatches', 'batch', id], () => api.letterBatches.batch({ id }));
  const items = useWindowedRows(['letterBatches', 'items', id], (offset, limit) =>
    api.letterBatches.items({ id, offset, limit }),
  );
  const stop = useApiCommand(api.letterBatches.stop, ['letterBatches']);
  const run = useBatchRuns(({ runs }) => runs[id]);
  const columns = useMemo(() => batchItemColumns(t), [t]);
  const batch = found.data?.batch;
  if (batch === undefined) {
    return (
      <section className="panel let-none">
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={found.error} onRetry={found.refetch} />
        )}
      </section>
    );
  }
  const isRunning = run !== undefined || batch.state === 'running';
  const done = batch.issued + batch.skipped;
  return (
    <Panel
      className="bat-view"
      label={t('letterBatches.batch')}
      title={templateWords(t, batch.kind)}
      note={<StatusChip family="letterBatch" status={isRunning ? 'running' : batch.state} />}
      actions={
        mayDraft &&
        !isRunning &&
        batch.state === 'stopped' && (
          <Button variant="primary" icon="play" onPress={() => void runBatch(t, id)}>
            {t('letterBatches.resume')}
          </Button>
        )
      }
      flush
      fill
      pane
    >
      <div className="bat-head">
        {isRunning ? (
          <Progress
            label={t('letterBatches.issuing')}
            progress={run === undefined || run.total === null ? { done, total: batch.total } : run}
            onCancel={mayDraft ? () => void stop.run({ id }) : undefined}
          />
        ) : (
          <p className="small second" role="status">
            {t('letterBatches.tally', {
              issued: batch.issued,
              skipped: batch.skipped,
              pending: batch.pending,
            })}
          </p>
        )}
        {stop.error !== null && <RefusalNotice error={stop.error} />}
        {!isRunning && batch.issued > 0 && <BatchOutput batch={batch} />}
      </div>
      <DataTable
        label={t('letterBatches.items')}
        columns={columns}
        rowKey={(row) => String(row.place)}
        {...items.tableProps}
        error={items.error && <ErrorState error={items.error} onRetry={items.refetch} />}
      />
    </Panel>
  );
}
