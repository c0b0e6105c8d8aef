import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { NoteDialog } from '../../../ui/cases/NoteDialog.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { StatusChip } from '../../../ui/Chip.tsx';
import { DateText, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { ApproveResume } from './ApproveResume.tsx';
import type { ResumeView } from './ResumePanel.tsx';
import { refusalOf } from './refusal-of.ts';
import type { StepState } from './StepList.tsx';

/** Step 3: one officer proposes, another approves, and a new attempt joins the next cycle. */
export function ProposalStep({ view, state }: { view: ResumeView; state: StepState }) {
  const status = view.case?.status ?? 'preparing';
  if (status === 'preparing') return <Propose view={view} state={state} />;
  if (status === 'awaitingApproval') return <Judge view={view} />;
  return <Approved view={view} />;
}

const expectedOf = (view: ResumeView) => ({
  paymentId: view.payment.id,
  expectedVersion: view.caseVersion,
});

function Propose({ view, state }: { view: ResumeView; state: StepState }) {
  const t = useT();
  const propose = useCaseCommand(view.payment.id, api.resume.propose, ['resume', 'today']);
  const run = async (): Promise<void> => {
    const result = await propose.run({ payments: [expectedOf(view)] });
    if (result.ok) toast({ tone: 'success', text: t('resume.proposed') });
  };
  return (
    <>
      <p className="small">
        <Message
          id="resume.nextCycle"
          values={{ month: <MonthText month={view.nextCycleMonth} /> }}
        />
      </p>
      {view.mayPropose !== null && state !== 'later' && view.mayPrepare === null && (
        <Rule icon="lock" tone="warning">
          {caseErrorWords(t, refusalOf(view.mayPropose))}
        </Rule>
      )}
      {view.mayPropose === null && (
        <Button variant="primary" isBusy={propose.isBusy} onPress={() => void run()}>
          {t('resume.propose')}
        </Button>
      )}
      <ActionRefused error={propose.error} />
    </>
  );
}

function Judge({ view }: { view: ResumeView }) {
  const t = useT();
  const areas = ['resume', 'payments', 'today'] as const;
  const withdraw = useCaseCommand(view.payment.id, api.resume.withdraw, areas);
  const { proposal } = view;
  const takeBack = async (): Promise<void> => {
    const result = await withdraw.run(expectedOf(view));
    if (result.ok) toast({ tone: 'success', text: t('resume.withdrawn') });
  };
  return (
    <>
      {proposal !== null && (
        <p className="small">
          <Message
            id="resume.proposedBy"
            values={{
              name: proposal.by,
              date: <DateText date={proposal.on} />,
              month: <MonthText month={proposal.cycleMonth} />,
            }}
          />
        </p>
      )}
      {view.mayApprove === null ? (
        <ApproveResume view={view} />
      ) : (
        <Rule icon="usercheck" tone="violet">
          {caseErrorWords(t, refusalOf(view.mayApprove))}
        </Rule>
      )}
      {view.mayWithdraw === null && (
        <Button size="s" icon="undo" isBusy={withdraw.isBusy} onPress={() => void takeBack()}>
          {t('resume.withdraw')}
        </Button>
      )}
      <ActionRefused error={withdraw.error} />
    </>
  );
}

function Approved({ view }: { view: ResumeView }) {
  const t = useT();
  const [isCancelling, setCancelling] = useState(false);
  const areas = ['resume', 'payments', 'today'] as const;
  const cancel = useCaseCommand(view.payment.id, api.resume.cancelAttempt, areas);
  const { attempt, proposal } = view;
  return (
    <>
      {proposal !== null && proposal.approvedBy !== null && proposal.approvedOn !== null && (
        <p className="small">
          <Message
            id="resume.approvedBy"
            values={{ name: proposal.approvedBy, date: <DateText date={proposal.approvedOn} /> }}
          />
        </p>
      )}
      {attempt !== null && (
        <div className="row">
          <StatusChip family="payment" status={attempt.payment.status} />
          <a href={hrefOf('payments', attempt.payment.id)}>
            <Num>{attempt.payment.endToEndId}</Num>
          </a>
          <Num className="muted">{attempt.payment.maskedIban}</Num>
        </div>
      )}
      {view.mayCancel === null && (
        <Button size="s" variant="quiet" icon="ban" onPress={() => setCancelling(true)}>
          {t('resume.cancel')}
        </Button>
      )}
      <NoteDialog
        isOpen={isCancelling}
        onClose={() => {
          setCancelling(false);
          cancel.reset();
        }}
        title={t('resume.cancel')}
        label={t('resume.cancelReason')}
        confirmLabel={t('resume.cancel')}
        onConfirm={async (reason) => {
          const result = await cancel.run({ ...expectedOf(view), reason });
          if (result.ok) toast({ tone: 'success', text: t('resume.cancelled') });
          return result.ok;
        }}
        isBusy={cancel.isBusy}
        error={cancel.error}
      >
        {t('resume.cancelHelp')}
      </NoteDialog>
    </>
  );
}
