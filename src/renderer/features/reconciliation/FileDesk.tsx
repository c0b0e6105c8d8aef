import { useState } from 'react';
import type { BankFileDto } from '../../../contract/reconciliation.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { FileRefused } from './FileRefused.tsx';
import { CommitWarnings, toAcknowledge, type Acknowledged } from './CommitWarnings.tsx';
import { FilePreview } from './FilePreview.tsx';
import { MappingDialog } from './mapping/MappingDialog.tsx';
import { MappingList } from './mapping/MappingList.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { SentMessageDialog } from './SentMessageDialog.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';

const TOUCHED = ['reconciliation', 'payments', 'registry', 'today', 'complaints'] as const;

const isOurMessage = ({ code, details }: Refusal): boolean =>
  code === 'BANK_FILE_NOT_AN_ANSWER' && details?.['kind'] === 'pain.001';

/** Refusals that the columns of a table are mended for. */
const MAPPING_CODES = new Set(['BANK_FILE_MAPPING_NEEDED', 'BANK_FILE_MAPPING_DIFFERS']);

/** The bank's files: drop, read, preview, commit, and back until the cycle is closed. */
export function FileDesk() {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const { fileId } = useDesk();
  const [undoing, setUndoing] = useState<BankFileDto | null>(null);
  const [warned, setWarned] = useState<readonly Acknowledged[]>([]);
  /** A table whose columns are being mapped; `readsOn` where it was dropped to be read. */
  const [mapping, setMapping] = useState<{ path: string; readsOn: boolean } | null>(null);
  const [isListing, setListing] = useState(false);
  const [sentMessage, setSentMessage] = useState<string | null>(null);
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
  const cycles = useApiQuery(['payments', 'cycles'], () => api.payments.cycles({}));
  const busy = [read, commit, discard, undo].find((job) => job.isBusy);
  const refused = [read, commit, discard, undo].find((job) => job.error !== null)?.error ?? null;
  const isIdle = busy === undefined && refused === null && (fileId === null || shown === undefined);
  const forget = (): void => [read, commit, discard, undo].forEach((job) => job.reset());

  const look = async (path: string, mappingId?: string): Promise<void> => {
    forget();
    const result = await read.run({ path, ...(mappingId === undefined ? {} : { mappingId }) });
    if (result.ok) return setDesk({ fileId: result.value.file.id });
    if (isOurMessage(result.error)) {
      read.reset();
      return setSentMessage(path);
    }
    if (!MAPPING_CODES.has(result.error.code)) return;
    if (result.error.code === 'BANK_FILE_MAPPING_NEEDED') read.reset();
    setMapping({ path, readsOn: true });
  };
  const apply = async (file: BankFileDto, acknowledged: readonly Acknowledged[]): Promise<void> => {
    forget();
    const result = await commit.run({
      fileId: file.id,
      expectedVersion: file.version,
      acknowledged: [...acknowledged],
    });
    // The ledger may have moved since the preview: what is warned of now was not then.
    setWarned(result.ok ? [] : toAcknowledge([result.error.code, ...acknowledged]));
    if (!result.ok) return;
    setDesk({ fileId: null });
    // What the file opened waits in the cycle that most of its lines are about, whichever was on view.
    const month = shown?.months[0]?.month;
    const about = cycles.data?.find((cycle) => cycle.month === month);
    if (about !== undefined) setDesk({ cycle: about.id, selected: new Map() });
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
      className={`panel rec-files ${isIdle ? 'idle' : ''}`}
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
      <RecentFiles
        files={files.data ?? []}
        openId={fileId}
        mayCommit={mayCommit}
        isBusy={busy !== undefined}
        onOpen={(file) => setDesk({ fileId: file.id })}
        onUndo={setUndoing}
        onMappings={() => setListing(true)}
      />
      {!isIdle && (
        <div className="rec-now">
          {refused !== null && <FileRefused error={refused} onSeen={forget} />}
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
                    onCommit={() => {
                      const codes = toAcknowledge(shown.warnings.map(({ code }) => code));
                      if (codes.length === 0) void apply(shown.file, []);
                      else setWarned(codes);
                    }}
                  />
                )
              }
            />
          ) : null}
        </div>
      )}
      <CommitWarnings
        warnings={shown === undefined ? [] : warned}
        fileName={shown?.file.fileName ?? ''}
        lines={shown?.file.lines ?? 0}
        isBusy={commit.isBusy}
        onClose={() => setWarned([])}
        onConfirm={() => shown !== undefined && void apply(shown.file, warned)}
      />
      {sentMessage !== null && (
        <SentMessageDialog path={sentMessage} onClose={() => setSentMessage(null)} />
      )}
      {isListing && (
        <MappingList
          onClose={() => setListing(false)}
          onFile={(path) => {
            setListing(false);
            setMapping({ path, readsOn: false });
          }}
        />
      )}
      {mapping !== null && (
        <MappingDialog
          key={mapping.path}
          path={mapping.path}
          readsOn={mapping.readsOn}
          onClose={() => setMapping(null)}
          onSaved={(mappingId) => {
            setMapping(null);
            if (mapping.readsOn) void look(mapping.path, mappingId);
          }}
        />
      )}
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
