import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { Chip, StatusChip } from '../../ui/Chip.tsx';
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { DateText, Money, MonthText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice } from '../../ui/States.tsx';
import type { Person } from './use-person.ts';

const SHORTEST_REASON = 3;

/**
 * Withdraws a person's application, or says why not: while money has not arrived, seniority in entitlement would be lost, and
 * the way is to resume the payment.
 */
export function WithdrawApplication({ person }: { person: Person }) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const [isOpen, setOpen] = useState(false);
  const facts = useApiQuery(['resume', 'withdrawal', person.id], () =>
    api.resume.withdrawal({ beneficiaryId: person.id }),
  );
  const found = facts.data;
  if (found === undefined || !mayWork) return null;
  if (found.withdrawn !== null) {
    return (
      <Chip tone="neutral" icon="exit" title={found.withdrawn.reason}>
        <Message
          id="resume.applicationWithdrawn"
          values={{ date: <DateText date={found.withdrawn.on} /> }}
        />
      </Chip>
    );
  }
  const close = (): void => setOpen(false);
  return (
    <>
      <Button variant="quiet" icon="exit" onPress={() => setOpen(true)}>
        {t('resume.withdrawApplication')}
      </Button>
      {found.unpaid.length > 0 ? (
        <Refused person={person} isOpen={isOpen} onClose={close} unpaid={found.unpaid} />
      ) : (
        <Confirm person={person} isOpen={isOpen} onClose={close} />
      )}
    </>
  );
}

type Unpaid = NonNullable<
  Extract<Awaited<ReturnType<typeof api.resume.withdrawal>>, { ok: true }>['value']
>['unpaid'];

function Refused({
  person,
  unpaid,
  isOpen,
  onClose,
}: {
  person: Person;
  unpaid: Unpaid;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('resume.withdrawTitle', { name: person.name })}
      size="m"
      footer={
        <Button onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      <Notice tone="danger" icon="lock">
        {t('resume.withdrawRefused')}
      </Notice>
      <ul className="per-unpaid" aria-label={t('resume.withdrawUnpaid')}>
        {unpaid.map(({ id, endToEndId, month, amount, status }) => (
          <li key={id} className="row">
            <MonthText month={month} />
            <Money amount={amount} />
            <Num className="muted">{endToEndId}</Num>
            <StatusChip family="payment" status={status} plain />
            <span className="sp" />
            {(status === 'rejected' || status === 'returned') && (
              <a href={hrefOf('reconciliation', null, { desk: 'resume', payment: id })}>
                {t('resume.openResume')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Confirm({
  person,
  isOpen,
  onClose,
}: {
  person: Person;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const withdraw = useApiCommand(api.resume.withdrawApplication, ['resume', 'registry']);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const run = async (): Promise<void> => {
    setChecked(true);
    if (isShort) return;
    const result = await withdraw.run({
      beneficiaryId: person.id,
      reason: reason.trim(),
      confirmed: true,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('resume.withdrawDone') });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('resume.withdrawTitle', { name: person.name })}
      consequences={[
        { icon: 'alert', text: t('resume.withdrawConsequence') },
        { icon: 'lock', text: t('resume.withdrawStays') },
      ]}
      confirmLabel={t('resume.withdrawConfirm')}
      onConfirm={() => void run()}
      isBusy={withdraw.isBusy}
      isDanger
    >
      <TextField
        label={t('resume.withdrawReason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        error={isChecked && isShort ? t('cases.noteShort') : null}
      />
      <ActionRefused error={withdraw.error} />
    </ConfirmDialog>
  );
}
