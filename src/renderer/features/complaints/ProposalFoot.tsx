import { api } from '../../lib/client.ts';
import { blockedWords } from '../../lib/cases/blocked-words.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Approval } from '../../ui/cases/Approval.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { Money } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Approvers } from '../../ui/cases/Approvers.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { TotalLine } from './TotalLine.tsx';

/** The second officer approves or sends back; whoever may not is told why, and who may. */
export function ProposalFoot({
  file,
  proposal,
}: {
  file: ComplaintFile;
  proposal: NonNullable<ComplaintFile['proposal']>;
}) {
  const t = useT();
  const { id, version, ticket, status } = file.complaint;
  const approve = useCaseCommand(id, api.complaints.approve, ['complaints', 'letters', 'today']);
  const back = useCaseCommand(id, api.complaints.sendBack, ['complaints', 'today']);

  const approveNow = async (): Promise<boolean> => {
    const result = await approve.run({ id, expectedVersion: version });
    if (!result.ok) return false;
    const { letterId } = result.value;
    toast({
      tone: 'success',
      text: t('complaints.approved', { ticket }),
      action: { label: t('cases.letter'), run: () => navigate(hrefOf('letters', letterId)) },
    });
    return true;
  };
  const sendBackNow = async (note: string): Promise<boolean> => {
    const result = await back.run({ id, expectedVersion: version, note });
    if (result.ok) toast({ tone: 'success', text: t('complaints.sentBack', { ticket }) });
    return result.ok;
  };

  if (file.mayApprove !== null) {
    const isWaiting = status === 'awaitingApproval';
    const code = isWaiting ? file.mayApprove : (file.mayPropose ?? file.mayApprove);
    return (
      <footer className="side-foot">
        {isWaiting && (
          <Button block icon="lock" isDisabled>
            {t('cases.approve')}
          </Button>
        )}
        <Rule icon={isWaiting ? 'usercheck' : 'lock'} tone={isWaiting ? 'violet' : 'muted'}>
          {blockedWords(t, code)} {isWaiting && <Approvers />}
        </Rule>
      </footer>
    );
  }
  return (
    <footer className="side-foot">
      <div className="narrow-only">
        <TotalLine total={proposal.total} claimed={file.complaint.claimed} />
      </div>
      <Approval
        block
        title={t(`complaints.approveQuestion.${proposal.outcome}`, { ticket })}
        proposedBy={proposal.proposedBy}
        consequences={[
          {
            icon: 'payments',
            text: (
              <Message
                id={proposal.total === 0 ? 'complaints.grantsNothing' : 'complaints.grants'}
                values={{ amount: <Money amount={proposal.total} unit /> }}
              />
            ),
          },
          { icon: 'letter', text: t('complaints.issuesLetter') },
          { icon: 'ban', text: t('complaints.cannotUndo') },
        ]}
        approve={{ ...approve, run: approveNow }}
        sendBack={{ ...back, run: sendBackNow }}
      />
    </footer>
  );
}
