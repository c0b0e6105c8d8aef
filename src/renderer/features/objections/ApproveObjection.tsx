import { api } from '../../lib/client.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { Approval } from '../../ui/cases/Approval.tsx';
import './objection-dialogs.css';
import type { ReviewFile } from './use-findings.ts';

/** The third person approves the outcome or sends it back. */
export function ApproveObjection({ file }: { file: ReviewFile }) {
  const t = useT();
  const { id, version, number } = file.objection;
  const approve = useCaseCommand(id, api.objections.approve, ['objections', 'letters', 'today']);
  const back = useCaseCommand(id, api.objections.sendBack, ['objections', 'today']);
  const { outcome } = file;

  const approveNow = async (): Promise<boolean> => {
    const result = await approve.run({ id, expectedVersion: version });
    if (!result.ok) return false;
    const { letterId } = result.value;
    toast({
      tone: 'success',
      text: t('objections.approved', { number }),
      action: { label: t('cases.letter'), run: () => navigate(hrefOf('letters', letterId)) },
    });
    return true;
  };
  const sendBackNow = async (note: string): Promise<boolean> => {
    const result = await back.run({ id, expectedVersion: version, note });
    if (result.ok) toast({ tone: 'success', text: t('objections.sentBack', { number }) });
    return result.ok;
  };

  return (
    <>
      {outcome !== null && <StatusChip family="objection" status={outcome} />}
      <Approval
        title={t(`objections.approveQuestion.${outcome ?? 'accepted'}`, { number })}
        proposedBy={file.proposedBy?.name ?? null}
        consequences={[
          {
            icon: outcome === 'committee' ? 'people' : 'person',
            text: t(`objections.consequence.${outcome ?? 'accepted'}`),
          },
          {
            icon: 'letter',
            text: t(
              outcome === 'committee' ? 'objections.issuesReferral' : 'objections.issuesLetter',
            ),
          },
          { icon: 'ban', text: t('objections.cannotUndo') },
        ]}
        approve={{ ...approve, run: approveNow }}
        sendBack={{ ...back, run: sendBackNow }}
      >
        {file.reasoning !== null && (
          <span className="block quote" dir="auto">
            {file.reasoning}
          </span>
        )}
      </Approval>
    </>
  );
}
