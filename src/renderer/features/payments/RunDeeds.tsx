import type { RunDto } from '../../../contract/payment-runs.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';

export interface RunDeed {
  readonly do: 'undo' | 'dissolve';
  readonly run: RunDto;
}

/** What takes a run back: each says what follows, and undoing an export asks why. */
export function RunDeeds({ deed, onClose }: { deed: RunDeed; onClose: () => void }) {
  const t = useT();
  const { run } = deed;
  const expected = { runId: run.id, expectedVersion: run.version };
  const undo = useApiCommand(
    (reason: string) => api.payments.undoExport({ ...expected, reason }),
    PAYMENT_AREAS,
  );
  const dissolve = useApiCommand(() => api.payments.dissolveRun(expected), PAYMENT_AREAS);
  const count = t('payments.count', { n: run.payments });
  if (deed.do === 'undo') {
    return (
      <NoteDialog
        isOpen
        onClose={onClose}
        title={t('payments.run.undoTitle', { reference: run.reference })}
        label={t('payments.run.undoReason')}
        confirmLabel={t('payments.run.undo')}
        isBusy={undo.isBusy}
        error={undo.error}
        onConfirm={async (reason) => {
          const result = await undo.run(reason);
          if (result.ok) toast({ tone: 'success', text: t('payments.run.undone') });
          return result.ok;
        }}
      >
        {t('payments.run.undoText', { count })}
      </NoteDialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('payments.run.dissolveTitle', { reference: run.reference })}
      consequences={[{ icon: 'undo', text: t('payments.run.dissolveText', { count }) }]}
      confirmLabel={t('payments.run.dissolve')}
      onConfirm={() =>
        void dissolve.run(undefined).then((result) => {
          if (result.ok) onClose();
        })
      }
      isBusy={dissolve.isBusy}
      error={dissolve.error}
    />
  );
}
