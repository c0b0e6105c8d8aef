import { useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import type { ProposalDto } from '../../../contract/payment-runs.ts';
import { openLetter } from '../../lib/cases/case-letters.ts';
import { api } from '../../lib/client.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { ApproveDialog } from '../../ui/cases/ApproveDialog.tsx';
import { NO_PLAN, planOf } from '../../lib/cases/recovery-plan.ts';
import { NoteDialog } from '../../ui/cases/NoteDialog.tsx';
import { RecoveryPlanFields } from '../../ui/cases/RecoveryPlanFields.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';

export interface ProposalDeed {
  readonly do: 'approve' | 'refuse';
  readonly proposal: ProposalDto;
}

/** The second officer's word: approving says what follows, refusing asks why. */
export function DecideProposal({
  cycle,
  deed,
  onClose,
}: {
  cycle: CycleRow;
  deed: ProposalDeed;
  onClose: () => void;
}) {
  const t = useT();
  const { id, version, person, amount, kind, ticket } = deed.proposal;
  const isTold = (kind === 'difference' || kind === 'recovery') && ticket === null;
  const [isTelling, setTelling] = useState(true);
  const [plan, setPlan] = useState(NO_PLAN);
  const decide = useApiCommand(api.payments.decideProposal, PAYMENT_AREAS);
  const name = person.name;
  if (deed.do === 'refuse') {
    return (
      <NoteDialog
        isOpen
        onClose={onClose}
        title={t('payments.proposal.refuseTitle', { name })}
        label={t('payments.proposal.refuseReason')}
        confirmLabel={t('payments.proposal.refuse')}
        isBusy={decide.isBusy}
        error={decide.error}
        onConfirm={async (reason) => {
          const result = await decide.run({ id, expectedVersion: version, approve: false, reason });
          if (result.ok) toast({ tone: 'info', text: t('payments.proposal.refused') });
          return result.ok;
        }}
      >
        {t('payments.proposal.refuseText')}
      </NoteDialog>
    );
  }
  const approve = async (): Promise<void> => {
    const letter = isTold && isTelling ? planOf(plan) : null;
    const result = await decide.run({ id, expectedVersion: version, approve: true, letter });
    if (!result.ok) return;
    const issued = result.value.letter;
    toast({
      tone: 'success',
      text: t('payments.proposal.approved'),
      ...(issued === null
        ? {}
        : {
            note: t('caseLetters.issued', { number: issued.number }),
            action: openLetter(t, issued.letterId),
          }),
    });
    onClose();
  };
  return (
    <ApproveDialog
      isOpen
      onClose={onClose}
      title={t('payments.proposal.approveTitle', { name })}
      proposedBy={deed.proposal.proposedBy}
      consequences={[
        {
          icon: 'payments',
          text: t('payments.proposal.approveText', {
            amount: formatMoney(amount, t.digits),
            number: cycle.number,
          }),
        },
      ]}
      confirmLabel={t('payments.proposal.approve')}
      onConfirm={() => void approve()}
      isBusy={decide.isBusy}
      error={decide.error}
    >
      {isTold && (
        <span className="pay-tell">
          <Checkbox isChecked={isTelling} onChange={setTelling}>
            {t('caseLetters.tell')}
          </Checkbox>
          {kind === 'recovery' && isTelling && (
            <RecoveryPlanFields plan={plan} onChange={setPlan} />
          )}
        </span>
      )}
    </ApproveDialog>
  );
}
