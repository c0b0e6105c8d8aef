import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { toast } from '../../../lib/toasts.ts';
import { Approval } from '../../../ui/cases/Approval.tsx';
import { Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import type { ResumeView } from './ResumePanel.tsx';

const AREAS = ['resume', 'payments', 'today'] as const;

/** The second officer approves a new attempt, which then joins its cycle, or sends the proposal back. */
export function ApproveResume({ view }: { view: ResumeView }) {
  const t = useT();
  const { payment, account, proposal } = view;
  const approve = useCaseCommand(payment.id, api.resume.approve, AREAS);
  const back = useCaseCommand(payment.id, api.resume.sendBack, AREAS);
  const month = proposal?.cycleMonth ?? view.nextCycleMonth;
  const expected = { paymentId: payment.id, expectedVersion: view.caseVersion };
  return (
    <Approval
      title={t('resume.approveQuestion', { reference: payment.endToEndId })}
      proposedBy={proposal?.by ?? null}
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
      approve={{
        ...approve,
        run: async () => {
          const result = await approve.run({ payments: [expected] });
          if (!result.ok) return false;
          const reference = result.value.attempts[0]?.endToEndId ?? '';
          toast({ tone: 'success', text: t('resume.approved', { reference }) });
          return true;
        },
      }}
      sendBack={{
        ...back,
        run: async (note) => {
          const result = await back.run({ ...expected, note });
          if (result.ok) toast({ tone: 'success', text: t('resume.sentBack') });
          return result.ok;
        },
      }}
    />
  );
}
