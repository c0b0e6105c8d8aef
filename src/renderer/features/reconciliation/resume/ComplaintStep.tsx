import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { Code } from '../../../ui/Chip.tsx';
import type { ResumeView } from './ResumePanel.tsx';

/** Step 4: what became of the new attempt; if it failed as well, a complaint is one click. */
export function ComplaintStep({ view }: { view: ResumeView }) {
  const t = useT();
  const areas = ['resume', 'complaints', 'today'] as const;
  const complain = useCaseCommand(view.payment.id, api.resume.fileComplaint, areas);
  const { attempt, complaint } = view;
  const run = async (): Promise<void> => {
    const result = await complain.run({
      paymentId: view.payment.id,
      expectedVersion: view.caseVersion,
    });
    if (!result.ok) return;
    const { id, ticket } = result.value;
    toast({
      tone: 'success',
      text: t('resume.complaintFiled', { ticket }),
      action: { label: t('resume.openComplaint'), run: () => navigate(hrefOf('complaints', id)) },
    });
  };
  if (complaint !== null) {
    return (
      <a href={hrefOf('complaints', complaint.id)}>
        {t('resume.complaint', { ticket: complaint.ticket })}
      </a>
    );
  }
  if (attempt === null) return <p className="small muted">{t('resume.ifFails')}</p>;
  const { status, reasonCode } = attempt.payment;
  if (status === 'settled' || status === 'credited') {
    return <p className="small">{t('resume.arrived')}</p>;
  }
  if (status !== 'rejected' && status !== 'returned') {
    return <p className="small muted">{t('resume.onItsWay')}</p>;
  }
  return (
    <>
      <Rule icon="alert" tone="danger">
        {t('resume.failedAgain')} {reasonCode !== null && <Code>{reasonCode}</Code>}
      </Rule>
      {view.mayComplain === null && (
        <Button
          variant="primary"
          icon="complaint"
          isBusy={complain.isBusy}
          onPress={() => void run()}
        >
          {t('resume.fileComplaint')}
        </Button>
      )}
      <ActionRefused error={complain.error} />
    </>
  );
}
