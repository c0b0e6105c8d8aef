import { api } from '../../../lib/client.ts';
import { blockedWords } from '../../../lib/cases/blocked-words.ts';
import { openLetter } from '../../../lib/cases/case-letters.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { monthName } from '../../../lib/format/date-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Approval } from '../../../ui/cases/Approval.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import type { ConfirmDialogProps } from '../../../ui/Dialog.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { Approvers } from '../../../ui/cases/Approvers.tsx';
import { ProposalView } from './ProposalView.tsx';

/** The second officer decides as it stands proposed, or sends it back; whoever may not is told why, and who may. */
export function ProposalSide({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { id, version, number } = file.application;
  const { proposal } = file;
  const decide = useCaseCommand(id, api.applications.decide, [
    'applications',
    'letters',
    'registry',
    'today',
  ]);
  const back = useCaseCommand(id, api.applications.sendBack, ['applications', 'today']);
  if (proposal === null) return null;
  const { outcome, assessment } = proposal;

  const decideNow = async (): Promise<boolean> => {
    const result = await decide.run({ id, expectedVersion: version });
    if (!result.ok) return false;
    toast({
      tone: 'success',
      text: t(`applications.decided.${result.value.outcome}`, { number }),
      action: openLetter(t, result.value.letter.letterId),
    });
    return true;
  };
  const sendBackNow = async (note: string): Promise<boolean> => {
    const result = await back.run({ id, expectedVersion: version, note });
    if (result.ok) toast({ tone: 'success', text: t('applications.sentBack', { number }) });
    return result.ok;
  };
  const follows: ConfirmDialogProps['consequences'] =
    outcome === 'accept'
      ? [
          {
            icon: 'calc',
            text:
              assessment === null
                ? t('applications.grantsProgramme')
                : t('applications.grants', { month: monthName(t, assessment.month) }),
          },
          { icon: 'people', text: t('applications.writesRegistry') },
          { icon: 'letter', text: t('applications.issuesLetter') },
        ]
      : [
          { icon: 'letter', text: t('applications.issuesRefusal') },
          { icon: 'objection', text: t('applications.mayObject') },
        ];
  return (
    <>
      <div className="app-side-body">
        <ProposalView proposal={proposal} />
      </div>
      <footer className="app-side-foot">
        {file.mayApprove === null ? (
          <Approval
            block
            title={t(`applications.decideQuestion.${outcome}`, { number })}
            proposedBy={proposal.by.name}
            confirmLabel={t(`applications.decide.${outcome}`)}
            consequences={follows}
            isDanger={outcome === 'refuse'}
            approve={{ ...decide, run: decideNow }}
            sendBack={{ ...back, run: sendBackNow }}
          />
        ) : (
          <>
            <Button block icon="lock" isDisabled>
              {t(`applications.decide.${outcome}`)}
            </Button>
            <Rule>
              {blockedWords(t, file.mayApprove)} <Approvers />
            </Rule>
          </>
        )}
      </footer>
    </>
  );
}
