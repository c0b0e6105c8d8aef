import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import type { ResumeView } from './ResumePanel.tsx';

/** The second officer sees what follows before he approves. */
export function ApproveResume({ view }: { view: ResumeView }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { payment, account, proposal } = view;
  const approve = useCaseCommand(payment.id, api.resume.approve, ['resume', 'payments', 'today']);
  const month = proposal?.cycleMonth ?? view.nextCycleMonth;
  const run = async (): Promise<void> => {
    const payments = [{ paymentId: payment.id, expectedVersion: view.caseVersion }];
    const result = await approve.run({ payments });
    if (!result.ok) return;
    setOpen(false);
    const reference = result.value.attempts[0]?.endToEndId ?? '';
    toast({ tone: 'success', text: t('resume.approved', { reference }) });
  };
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        {t('resume.approve')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
          approve.reset();
        }}
        title={t('resume.approveQuestion', { reference: payment.endToEndId })}
        consequences={[
          {
            icon: 'payments',
            text: (
              <Message
                id="resume.approveMakes"
                values={{
                  amount: <Money amount={payment.amount} unit />,
                  month: <MonthText month={month} />,
                }}
              />
            ),
          },
          {
            icon: 'bank',
            text: (
              <Message
                id="resume.approveAccount"
                values={{ iban: <Num>{account.proof?.maskedIban ?? account.maskedIban}</Num> }}
              />
            ),
          },
          { icon: 'undo', text: t('resume.approveUndo') },
        ]}
        confirmLabel={t('resume.approve')}
        onConfirm={() => void run()}
        isBusy={approve.isBusy}
      >
        <ConfirmKey run={() => void run()} isOpenedByIt={false} />
        {t('cases.approveProposedBy', { name: proposal?.by ?? '' })}
        <ActionRefused error={approve.error} />
      </ConfirmDialog>
    </>
  );
}
