import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ApproveDialog } from '../../ui/cases/ApproveDialog.tsx';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { monthName } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RefusalNotice } from '../../ui/States.tsx';

type Shown = OutputOf<'entitlement.run'>;

/** The next step, always said, and what can be done to the run now. */
export function RunDeeds({ shown }: { shown: Shown }) {
  const t = useT();
  const { run, stale, blocked } = shown;
  const mayRun = useMay('entitlement.run');
  const mayApprove = useMay('entitlement.approve');
  const [asked, setAsked] = useState<'approve' | 'sendBack' | 'discard' | null>(null);
  const expected = { runId: run.id, expectedVersion: run.version };
  const propose = useApiCommand(() => api.entitlement.propose(expected), ['entitlement', 'today']);
  const sendBack = useApiCommand(
    (reason: string) => api.entitlement.sendBack({ ...expected, reason }),
    ['entitlement', 'today'],
  );
  const discard = useApiCommand(
    (reason: string) => api.entitlement.discard({ ...expected, reason }),
    ['entitlement', 'today'],
  );
  const approve = useApiJob(api.entitlement.approve, ['entitlement', 'payments', 'today']);
  const month = monthName(t, run.month);
  const { totals } = run;
  const close = (): void => setAsked(null);
  const approveIt = async (): Promise<void> => {
    const result = await approve.run({ ...expected, acceptStale: stale !== null });
    if (!result.ok) return;
    const count = t('payments.count', { n: result.value.payments });
    toast({ tone: 'success', text: t('entitlement.approved', { count }) });
    close();
  };
  const proposeIt = async (): Promise<void> => {
    const { ok } = await propose.run(undefined);
    if (ok) toast({ tone: 'success', text: t('entitlement.proposed') });
  };

  return (
    <div className="run-deeds">
      <div className="row">
        <Icon name="arrow" size={14} />
        <span role="status">{nextStep(t, shown)}</span>
        <span className="sp" />
        {run.status === 'approved' && run.cycleId !== null && (
          <Button size="s" icon="payments" onPress={() => navigate(hrefOf('payments'))}>
            {t('entitlement.payments')}
          </Button>
        )}
        {(run.status === 'computed' || run.status === 'proposed') && mayRun && (
          <Button icon="ban" onPress={() => setAsked('discard')}>
            {t('entitlement.discard')}
          </Button>
        )}
        {run.status === 'proposed' && mayRun && (
          <Button icon="undo" onPress={() => setAsked('sendBack')}>
            {t('entitlement.sendBack')}
          </Button>
        )}
        {run.status === 'computed' && mayRun && (
          <Button
            variant="primary"
            icon="send"
            isBusy={propose.isBusy}
            onPress={() => void proposeIt()}
          >
            {t('entitlement.propose')}
          </Button>
        )}
        {run.status === 'proposed' && mayApprove && (
          <Button
            variant="primary"
            icon="checkc"
            isDisabled={blocked !== null}
            onPress={() => setAsked('approve')}
          >
            {t('entitlement.approve')}
          </Button>
        )}
      </div>
      {propose.error !== null && <RefusalNotice error={propose.error} />}
      <ApproveDialog
        isOpen={asked === 'approve'}
        onClose={approve.isBusy ? () => undefined : close}
        title={t('entitlement.approveTitle', { month })}
        proposedBy={run.proposedBy}
        consequences={[
          {
            icon: 'payments',
            text: t('entitlement.approvePays', {
              households: t('entitlement.households', { n: totals.eligible }),
              amount: formatMoney(totals.pension, t.digits),
              month,
            }),
          },
          { icon: 'equal', text: t('entitlement.approveOnce') },
          { icon: 'alert', text: t('entitlement.approveHindered') },
          ...(stale === null
            ? []
            : [{ icon: 'clock' as const, text: t('entitlement.approveStale') }]),
        ]}
        confirmLabel={t('entitlement.approve')}
        onConfirm={() => void approveIt()}
        isBusy={approve.isBusy}
        error={approve.error}
      >
        {approve.isBusy && (
          <Progress
            label={t('entitlement.preparing')}
            progress={approve.progress}
            onCancel={approve.cancel}
          />
        )}
      </ApproveDialog>
      <NoteDialog
        isOpen={asked === 'sendBack'}
        onClose={close}
        title={t('entitlement.sendBackTitle', { month })}
        label={t('entitlement.reason')}
        confirmLabel={t('entitlement.sendBack')}
        isBusy={sendBack.isBusy}
        error={sendBack.error}
        onConfirm={(reason) => said(t('entitlement.sentBack'), sendBack.run(reason))}
      />
      <NoteDialog
        isOpen={asked === 'discard'}
        onClose={close}
        title={t('entitlement.discardTitle', { month })}
        label={t('entitlement.reason')}
        confirmLabel={t('entitlement.discard')}
        isBusy={discard.isBusy}
        error={discard.error}
        onConfirm={(reason) => said(t('entitlement.discarded'), discard.run(reason))}
      >
        {t('entitlement.discardText')}
      </NoteDialog>
    </div>
  );
}

async function said(text: string, work: Promise<{ readonly ok: boolean }>): Promise<boolean> {
  const { ok } = await work;
  if (ok) toast({ tone: 'success', text });
  return ok;
}

function nextStep(t: Translate, { run, blocked, prepared }: Shown): string {
  switch (run.status) {
    case 'computing':
    case 'computed':
      return t('entitlement.nextStep.computed');
    case 'proposed':
      if (blocked === 'PROPOSED_BY_YOU') return t('entitlement.nextStep.own');
      return t(blocked === null ? 'entitlement.nextStep.proposed' : 'entitlement.nextStep.waits');
    case 'approved':
      return t('entitlement.nextStep.approved', {
        count: t('payments.count', { n: prepared?.count ?? 0 }),
        amount: formatMoney(prepared?.amount ?? run.totals.pension, t.digits),
      });
    case 'discarded':
      return t('entitlement.nextStep.discarded');
  }
}
