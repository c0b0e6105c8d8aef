import { useMemo, useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useMay } from '../../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../../lib/shell-store.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import '../letters.css';
import { batchColumns } from './batch-columns.tsx';
import './batches.css';
import { BatchView } from './BatchView.tsx';
import { NewBatchDialog } from './NewBatchDialog.tsx';
import { PrintDesk } from '../printing/PrintDesk.tsx';

/** Letters that were issued over a list, and beside them the batch that is open. */
export function BatchesScreen() {
  const t = useT();
  useScreenTitle(t('letterBatches.title'));
  const mayDraft = useMay('letters.draft');
  const [openId, setOpenId] = useState<string | null>(null);
  const [isNewOpen, setNewOpen] = useState(false);
  const found = useWindowedRows(['letterBatches', 'list'], (offset, limit) =>
    api.letterBatches.list({ offset, limit }),
  );
  const columns = useMemo(() => batchColumns(t), [t]);
  useShortcuts({ N: () => setNewOpen(true) }, { enabled: mayDraft && !isNewOpen });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('letters.nextPrevious') },
        { keys: ['Enter'], label: t('shell.keyOpen') },
        ...(mayDraft ? [{ keys: ['N'], label: t('letterBatches.new') }] : []),
      ],
      [t, mayDraft],
    ),
  );
  const newBatch = mayDraft ? (
    <Button variant="primary" icon="plus" keys="N" onPress={() => setNewOpen(true)}>
      {t('letterBatches.new')}
    </Button>
  ) : undefined;

  return (
    <div className="bat">
      <Panel
        title={t('letterBatches.title')}
        note={<span role="status">{t('letterBatches.count', { n: found.total })}</span>}
        actions={newBatch}
        flush
        fill
        pane
      >
        <DataTable
          label={t('letterBatches.title')}
          columns={columns}
          rowKey={(row) => row.id}
          rowHeight={52}
          {...found.tableProps}
          currentKey={openId}
          onOpen={(row) => setOpenId(row.id)}
          hotkeys
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            <EmptyState icon="letter" title={t('letterBatches.noneTitle')}>
              {t('letterBatches.noneText')}
            </EmptyState>
          }
        />
      </Panel>
      {openId === null ? (
        <section className="panel let-none">
          <EmptyState icon="letter" title={t('letterBatches.noneOpen')}>
            {t('letterBatches.noneOpenNext')}
          </EmptyState>
        </section>
      ) : (
        <BatchView key={openId} id={openId} />
      )}
      {isNewOpen && (
        <NewBatchDialog
          onClose={() => setNewOpen(false)}
          onStarted={(id) => {
            setNewOpen(false);
            setOpenId(id);
          }}
        />
      )}
      <PrintDesk />
    </div>
  );
}
