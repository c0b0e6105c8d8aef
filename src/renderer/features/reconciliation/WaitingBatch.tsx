import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Money } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import './statements.css';

const TOUCHED = ['reconciliation', 'payments', 'registry', 'today', 'complaints'] as const;

/** A batch booked in one sum before its rejects were known: what it waits for, and the way to post it once the sum fits. */
export function WaitingBatch({ exceptionId, version }: { exceptionId: string; version: number }) {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const [isAsking, setIsAsking] = useState(false);
  const found = useApiQuery(['reconciliation', 'waitingBatch', exceptionId], () =>
    api.reconciliation.waitingBatch({ exceptionId }),
  );
  const post = useApiJob(api.reconciliation.postBatch, TOUCHED);
  if (found.data === undefined || found.data === null) return null;
  const { amount, left, payments, fits } = found.data;

  const confirm = async (): Promise<void> => {
    const result = await post.run({ exceptionId, expectedVersion: version });
    if (!result.ok) return;
    setIsAsking(false);
    toast({ tone: 'success', text: t('statements.batchPosted', { n: result.value.posted }) });
  };
  return (
    <section className="stm-break" aria-label={t('statements.batch')}>
      <p>
        <b>{t('statements.batch')}</b>{' '}
        <span className="small muted">
          {t(fits ? 'statements.batchFits' : 'statements.batchWaits')}
        </span>
      </p>
      <p className="small">
        <Message
          id="statements.batchSums"
          values={{
            booked: <Money key="booked" amount={amount} unit />,
            left: <Money key="left" amount={left} unit />,
          }}
        />
      </p>
      {mayCommit && fits && (
        <Button
          variant="primary"
          icon="check"
          onPress={() => {
            post.reset();
            setIsAsking(true);
          }}
        >
          {t('statements.postBatch')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('statements.postBatchTitle')}
        consequences={[
          { icon: 'check', text: t('statements.postBatchMoves', { n: payments }) },
          { icon: 'undo', text: t('statements.postBatchUndo') },
        ]}
        confirmLabel={t('statements.postBatch')}
        isBusy={post.isBusy}
        error={post.error}
        onConfirm={() => void confirm()}
      />
    </section>
  );
}
