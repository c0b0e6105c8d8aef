import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { AskDialog } from './AskDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import type { PairView } from './PairPanel.tsx';
import { TOUCHED } from './touched.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';

/** What can be done with a pair as it stands now. */
export function PairActions({ view }: { view: PairView }) {
  const t = useT();
  const mayWrite = useMay('registry.write');
  const [open, setOpen] = useState<'merge' | 'ask' | 'answer' | 'undo' | 'reject' | null>(null);
  const { row, merge } = view;
  const answer = useApiCommand(api.duplicates.answer, TOUCHED);
  const decide = useApiCommand(api.duplicates.decideMerge, TOUCHED);
  const withdraw = useApiCommand(api.duplicates.withdrawMerge, TOUCHED);
  const undo = useApiCommand(api.duplicates.undoMerge, TOUCHED);
  const close = (): void => setOpen(null);
  const said = (result: { readonly ok: boolean }): void => {
    if (!result.ok) return;
    close();
    toast({ tone: 'success', text: t('duplicates.decided') });
  };
  if (!mayWrite) return null;
  const of = merge === null ? null : { mergeId: merge.id, expectedVersion: merge.version };
  const isSettled = row.status === 'notSame';
  const error = open === null ? (decide.error ?? withdraw.error) : null;
  return (
    <footer className="dups-foot">
      {error !== null && <RefusalNotice error={error} />}
      {(row.status === 'open' || row.status === 'asked') && (
        <>
          <Button onPress={() => setOpen('answer')} icon="neq">
            {t('duplicates.notSame')}
          </Button>
          {row.status === 'open' && (
            <Button onPress={() => setOpen('ask')} icon="letter">
              {t('duplicates.ask')}
            </Button>
          )}
          <span className="sp" />
          <Button variant="primary" icon="dup" onPress={() => setOpen('merge')}>
            {t('duplicates.merge')}
          </Button>
        </>
      )}
      {isSettled && (
        <Button onPress={() => setOpen('answer')} icon="redo">
          {t('duplicates.reopen')}
        </Button>
      )}
      {merge?.status === 'proposed' && of !== null && (
        <>
          {merge.isMine && (
            <Button
              isBusy={withdraw.isBusy}
              onPress={() => void withdraw.run(of).then(said)}
              icon="undo"
            >
              {t('duplicates.withdraw')}
            </Button>
          )}
          {merge.blocked !== null && (
            <span className="small muted">{t.maybe(`duplicates.blocked.${merge.blocked}`)}</span>
          )}
          <span className="sp" />
          {merge.blocked === null && (
            <>
              <Button onPress={() => setOpen('reject')}>{t('duplicates.reject')}</Button>
              <Button
                variant="primary"
                isBusy={decide.isBusy}
                onPress={() => void decide.run({ ...of, approve: true, reason: '' }).then(said)}
              >
                {t('duplicates.approve')}
              </Button>
            </>
          )}
        </>
      )}
      {merge?.status === 'merged' && row.status === 'merged' && (
        <>
          <Button
            icon="undo"
            isDisabled={merge.undoBlocked !== null}
            onPress={() => setOpen('undo')}
          >
            {t('duplicates.undo')}
          </Button>
          {merge.undoBlocked !== null && (
            <span className="small muted">
              {t.maybe(`duplicates.blocked.${merge.undoBlocked}`)}
            </span>
          )}
        </>
      )}
      {open === 'merge' && <MergeDialog view={view} onClose={close} />}
      {open === 'ask' && <AskDialog view={view} onClose={close} />}
      {open === 'answer' && (
        <ReasonDialog
          title={t(isSettled ? 'duplicates.reopenTitle' : 'duplicates.notSameTitle')}
          text={isSettled ? null : t('duplicates.notSameText')}
          confirm={t(isSettled ? 'duplicates.reopen' : 'duplicates.notSame')}
          isBusy={answer.isBusy}
          error={answer.error}
          onClose={close}
          onConfirm={(reason) =>
            void answer
              .run({
                id: row.id,
                expectedVersion: row.version,
                answer: isSettled ? 'reopened' : 'notSame',
                reason,
              })
              .then(said)
          }
        />
      )}
      {open === 'reject' && of !== null && (
        <ReasonDialog
          title={t('duplicates.reject')}
          text={null}
          confirm={t('duplicates.reject')}
          isBusy={decide.isBusy}
          error={decide.error}
          onClose={close}
          onConfirm={(reason) => void decide.run({ ...of, approve: false, reason }).then(said)}
        />
      )}
      {open === 'undo' && of !== null && (
        <ReasonDialog
          title={t('duplicates.undoTitle')}
          text={t('duplicates.undoText')}
          confirm={t('duplicates.undo')}
          isBusy={undo.isBusy}
          error={undo.error}
          onClose={close}
          onConfirm={(reason) => void undo.run({ ...of, reason }).then(said)}
        />
      )}
    </footer>
  );
}
