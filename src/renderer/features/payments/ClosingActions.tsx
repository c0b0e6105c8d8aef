import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import type { CycleRow } from '../../../contract/payments.ts';
import { api } from '../../lib/client.ts';
import { formatInstant } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ApproveDialog } from '../../ui/cases/ApproveDialog.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { monthName } from '../../ui/Figures.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';

type Closing = OutputOf<'payments.closing'>;

/** Finance asks, the supervisor approves or reopens; each says what follows from it. */
export function ClosingActions({ cycle, closing }: { cycle: CycleRow; closing: Closing }) {
  const t = useT();
  const mayClose = useMay('cycles.close');
  const mayApprove = useMay('cycles.approveClosing');
  const [asked, setAsked] = useState<'propose' | 'approve' | 'reopen' | null>(null);
  const expected = { cycleId: cycle.id, expectedVersion: closing.version };
  const propose = useApiCommand(() => api.payments.proposeClosing(expected), PAYMENT_AREAS);
  const approve = useApiCommand(() => api.payments.approveClosing(expected), PAYMENT_AREAS);
  const withdraw = useApiCommand(() => api.payments.withdrawClosing(expected), PAYMENT_AREAS);
  const reopen = useApiCommand(
    (reason: string) => api.payments.reopen({ ...expected, reason }),
    PAYMENT_AREAS,
  );
  const month = monthName(t, cycle.month);
  const isReady = closing.checks.every(({ passed }) => passed);
  const close = (): void => setAsked(null);
  const after = async (work: Promise<{ ok: boolean }>, text: string): Promise<void> => {
    const { ok } = await work;
    if (!ok) return;
    toast({ tone: 'success', text });
    close();
  };

  return (
    <div className="pay-close-foot">
      {closing.state === 'closed' && <Notice icon="lock">{t('payments.closing.closed')}</Notice>}
      {closing.state === 'proposed' && (
        <Notice tone="violet">
          {t('payments.closing.proposed', {
            name: closing.proposedBy ?? '',
            at: closing.proposedAt === null ? '' : formatInstant(closing.proposedAt, t.digits),
          })}
        </Notice>
      )}
      {closing.state === 'open' && !isReady && (
        <Notice tone="warning">{t('payments.closing.blocked')}</Notice>
      )}
      <div className="row">
        {closing.state === 'open' && mayClose && (
          <Button
            variant="primary"
            icon="lock"
            isDisabled={!isReady}
            onPress={() => setAsked('propose')}
          >
            {t('payments.closing.propose')}
          </Button>
        )}
        {closing.state === 'proposed' && mayApprove && (
          <Button
            variant="primary"
            icon="lock"
            isDisabled={closing.blocked !== null}
            onPress={() => setAsked('approve')}
          >
            {t('payments.closing.approve')}
          </Button>
        )}
        {closing.state === 'proposed' && mayClose && (
          <Button icon="undo" isBusy={withdraw.isBusy} onPress={() => void withdraw.run(undefined)}>
            {t('payments.closing.withdraw')}
          </Button>
        )}
        {closing.state === 'closed' && mayApprove && (
          <Button icon="undo" onPress={() => setAsked('reopen')}>
            {t('payments.closing.reopen')}
          </Button>
        )}
      </div>
      {withdraw.error !== null && <RefusalNotice error={withdraw.error} />}
      <ConfirmDialog
        isOpen={asked === 'propose'}
        onClose={close}
        title={t('payments.closing.proposeTitle', { month })}
        consequences={[
          { icon: 'usercheck', text: t('payments.closing.proposeWho') },
          { icon: 'ring', text: t('payments.closing.proposeOpen') },
        ]}
        confirmLabel={t('payments.closing.propose')}
        onConfirm={() => void after(propose.run(undefined), t('payments.state.closing'))}
        isBusy={propose.isBusy}
        error={propose.error}
      />
      <ApproveDialog
        isOpen={asked === 'approve'}
        onClose={close}
        title={t('payments.closing.approveTitle', { month })}
        proposedBy={closing.proposedBy}
        consequences={[
          { icon: 'lock', text: t('payments.closing.approveLock') },
          { icon: 'equal', text: t('payments.closing.approveKept') },
        ]}
        confirmLabel={t('payments.closing.approve')}
        onConfirm={() => void after(approve.run(undefined), t('payments.closing.done'))}
        isBusy={approve.isBusy}
        error={approve.error}
      />
      <NoteDialog
        isOpen={asked === 'reopen'}
        onClose={close}
        title={t('payments.closing.reopenTitle', { month })}
        label={t('payments.act.reason')}
        confirmLabel={t('payments.closing.reopen')}
        isBusy={reopen.isBusy}
        error={reopen.error}
        onConfirm={async (reason) => {
          const { ok } = await reopen.run(reason);
          if (ok) toast({ tone: 'success', text: t('payments.closing.reopened') });
          return ok;
        }}
      >
        {t('payments.closing.reopenText')}
      </NoteDialog>
    </div>
  );
}
