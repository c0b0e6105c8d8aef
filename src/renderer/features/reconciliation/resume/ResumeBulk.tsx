import { useState } from 'react';
import type { ResumeRow, ResumeView } from '../../../../contract/resume.ts';
import { addHalalas } from '../../../../domain/shared/halalas.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ApproveDialog } from '../../../ui/cases/ApproveDialog.tsx';
import { Money } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';

/** Proposes or approves the selected payments together, all of them or none. */
export function ResumeBulk({
  view,
  rows,
  onDone,
}: {
  view: ResumeView;
  rows: readonly ResumeRow[];
  onDone: () => void;
}) {
  const t = useT();
  const propose = useApiCommand(api.resume.propose, ['resume', 'today']);
  const approve = useApiCommand(api.resume.approve, ['resume', 'payments', 'today']);
  const [isAsked, setAsked] = useState(false);
  const isApproval = view === 'awaitingApproval';
  const payments = rows.map(({ id, caseVersion }) => ({
    paymentId: id,
    expectedVersion: caseVersion,
  }));
  const act = async (): Promise<void> => {
    const result = await (isApproval ? approve : propose).run({ payments });
    if (!result.ok) return;
    const done = isApproval ? 'resume.approvedMany' : 'resume.proposedMany';
    toast({ tone: 'success', text: t(done, { n: payments.length }) });
    setAsked(false);
    onDone();
  };
  if (rows.length === 0) return null;
  return (
    <div className="resume-bulk">
      <div className="bulk" role="toolbar" aria-label={t('cases.withSelected')}>
        <b role="status">{t('resume.chosen', { n: rows.length })}</b>
        <Button
          size="s"
          variant="primary"
          isBusy={propose.isBusy || approve.isBusy}
          onPress={() => (isApproval ? setAsked(true) : void act())}
        >
          {t(isApproval ? 'resume.approveMany' : 'resume.proposeMany')}
        </Button>
        <IconButton size="s" icon="x" label={t('ui.clearSelection')} onPress={onDone} />
      </div>
      <ActionRefused error={propose.error} />
      <ApproveDialog
        isOpen={isAsked}
        onClose={() => {
          setAsked(false);
          approve.reset();
        }}
        title={t('resume.approveManyQuestion', { n: rows.length })}
        proposedBy={null}
        consequences={[
          {
            icon: 'payments',
            text: (
              <Message
                id="resume.approveManyMakes"
                values={{
                  amount: <Money amount={addHalalas(...rows.map(({ amount }) => amount))} unit />,
                }}
              />
            ),
          },
          { icon: 'undo', text: t('resume.approveUndo') },
        ]}
        confirmLabel={t('resume.approveMany')}
        onConfirm={() => void act()}
        isBusy={approve.isBusy}
        error={approve.error}
      />
    </div>
  );
}
