import { useState } from 'react';
import type { BankFileDto } from '../../../contract/reconciliation.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { FileSteps } from './FileSteps.tsx';
import { FilePreview } from './FilePreview.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';

const TOUCHED = ['reconciliation', 'payments', 'registry', 'today', 'complaints'] as const;

/** The bank's files: drop, read, preview, commit, and back until the cycle is closed. */
export function FileDesk() {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const { fileId } = useDesk();
  const [undoing, setUndoing] = useState<BankFileDto | null>(null);
  const files = useApiQuery(['reconciliation', 'files'], () => api.reconciliation.files({}));
  const read = useApiJob(api.reconciliation.preview, TOUCHED);
  const commit = useApiJob(api.reconciliation.commit, TOUCHED);
  const discard = useApiJob(api.reconciliation.discard, TOUCHED);
  const undo = useApiJob(api.reconciliation.undo, TOUCHED);
  const preview = useApiQuery(
    ['reconciliation', 'previewOf', fileId],
    () => api.reconciliation.previewOf({ fileId: fileId ?? '' }),
    { enabled: fileId !== null },
  );
  const shown = preview.data;
  const busy = [read, commit, discard, undo].find((job) => job.isBusy);
  const refused = [read, commit, discard, undo].find((job) => job.error !== null)?.error ?? null;
  const forget = (): void => [read, commit, discard, undo].forEach((job) => job.reset());

  const look = async (path: string): Promise<void> => {
    forget();
    const result = await read.run({ path });
    if (result.ok) setDesk({ fileId: result.value.file.id });
  };
  const apply = async (file: BankFileDto): Promise<void> => {
    forget();
    const result = await commit.run({ fileId: file.id, expectedVersion: file.version });
    if (!result.ok) return;
    setDesk({ fileId: null });
    toast({ tone: 'success', text: t('reconciliation.committed', result.value) });
  };
  const drop = async (file: BankFileDto): Promise<void> => {
    forget();
    const result = await discard.run({ fileId: file.id, expectedVersion: file.version });
    if (result.ok) setDesk({ fileId: null });
  };
  const reverse = async (file: BankFileDto): Promise<void> => {
    forget();
    const result = await undo.run({ fileId: file.id, expectedVersion: file.version });
    setUndoing(null);
    if (result.ok) {
      toast({ tone: 'info', text: t('reconciliation.undone', { n: result.value.reversed }) });
    }
  };

  return (
    <section
      className="panel rec-files"
      aria-label={t('reconciliation.files')}
      data-pane=""
      tabIndex={-1}
    >
      {mayCommit && (
        <FileDrop
          label={t('reconciliation.drop')}
          note={t('reconciliation.dropNote')}
          extensions={[]}
          isDisabled={busy !== undefined}
          keys="Ctrl+O"
          onFile={({ path }) => void look(path)}
        />
      )}
      <div className="rec-recent">
        <span className="cap muted">{t('reconciliation.files')}</span>
        {(files.data ?? []).length === 0 && (
          <p className="small muted">{t('reconciliation.noFiles')}</p>
        )}
        <ul>
          {(files.data ?? []).slice(0, 12).map((file) => (
            <li key={file.id}>
              <bdi className="ell" title={file.fileName}>
                {file.fileName}
              </bdi>
              {file.status !== 'discarded' && (
                <StatusChip family="bankFile" status={file.status} plain />
              )}
              {mayCommit && file.status === 'preview' && file.id !== fileId && (
                <IconButton
                  size="s"
                  icon="eye"
                  label={t('reconciliation.step.preview')}
                  onPress={() => setDesk({ fileId: file.id })}
                />
              )}
              {mayCommit && file.status === 'committed' && (
                <IconButton
                  size="s"
                  icon="undo"
                  label={t('reconciliation.undo')}
                  isDisabled={busy !== undefined}
                  onPress={() => setUndoing(file)}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="rec-now">
        {refused !== null && <RefusalNotice error={refused} />}
        {busy !== undefined ? (
          <Progress
            label={
              t.maybe(`reconciliation.phase.${busy.progress?.phase ?? ''}`) ??
              t('reconciliation.working')
            }
            progress={busy.progress}
            onCancel={busy.cancel}
          />
        ) : fileId !== null && shown !== undefined ? (
          <FilePreview
            preview={shown}
            actions={
              mayCommit && (
                <PreviewActions
                  lines={shown.file.lines}
                  onDiscard={() => void drop(shown.file)}
                  onCommit={() => void apply(shown.file)}
                />
              )
            }
          />
        ) : (
          <FileSteps current={0} />
        )}
      </div>
      <ConfirmDialog
        isOpen={undoing !== null}
        onClose={() => setUndoing(null)}
        title={t('reconciliation.undoTitle', { name: undoing?.fileName ?? '' })}
        consequences={[
          { icon: 'undo', text: t('reconciliation.undoWhat') },
          { icon: 'doc', text: t('reconciliation.undoExceptions') },
        ]}
        confirmLabel={t('reconciliation.undoConfirm')}
        isBusy={undo.isBusy}
        error={undo.error}
        onConfirm={() => undoing !== null && void reverse(undoing)}
      />
    </section>
  );
}

function PreviewActions({
  lines,
  onDiscard,
  onCommit,
}: {
  lines: number;
  onDiscard: () => void;
  onCommit: () => void;
}) {
  const t = useT();
  return (
    <>
      <Button onPress={onDiscard}>{t('reconciliation.discard')}</Button>
      <Button variant="primary" onPress={onCommit}>
        {t('reconciliation.commit', { count: t('reconciliation.lines', { n: lines }) })}
      </Button>
    </>
  );
}
