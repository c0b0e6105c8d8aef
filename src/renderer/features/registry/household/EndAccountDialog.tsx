import { useState } from 'react';
import type { AccountDto } from '../../../../contract/households.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { asTypedDate, TypedDateField } from '../../../ui/TypedDateField.tsx';

const SHORTEST_REASON = 3;

export function EndAccountDialog({
  personId,
  account,
  onClose,
}: {
  personId: string;
  account: AccountDto;
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const [on, setOn] = useState(() => asTypedDate(today));
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const end = useApiCommand(api.households.endAccount, ['households', 'registry']);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const run = async (): Promise<void> => {
    setChecked(true);
    if (on === null || isShort) return;
    const result = await end.run({
      beneficiaryId: personId,
      accountId: account.id,
      on: on.date,
      reason: reason.trim(),
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('households.accountEnded') });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('households.endAccountTitle', { iban: account.maskedIban })}
      consequences={[{ icon: 'payments', text: t('households.endAccountConsequence') }]}
      confirmLabel={t('households.endAccount')}
      onConfirm={() => void run()}
      isBusy={end.isBusy}
      isDanger
      error={end.error}
    >
      <div className="hh-stack">
        <TypedDateField
          label={t('households.endAccountOn')}
          value={on}
          onChange={setOn}
          isRequired
          error={isChecked && on === null ? t('households.dateNeeded') : null}
        />
        <TextField
          label={t('households.accountReason')}
          value={reason}
          onChange={setReason}
          multiline
          isRequired
          maxLength={2000}
          error={isChecked && isShort ? t('households.reasonShort') : null}
        />
      </div>
    </ConfirmDialog>
  );
}
