import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import { toastIssued } from '../../../lib/cases/case-letters.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { monthName } from '../../../lib/format/date-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { StatusChip } from '../../../ui/Chip.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Money } from '../../../ui/Figures.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/States.tsx';
import type { ApplicationFile } from '../application-file.ts';

const SHORTEST = 3;

/** Withdrawing: what it costs is said before, and while money is unpaid it is refused. */
export function WithdrawDialog({ file, onClose }: { file: ApplicationFile; onClose: () => void }) {
  const t = useT();
  const { id, version, number } = file.application;
  const cost = useApiQuery(['applications', 'withdrawal', id], () =>
    api.applications.withdrawal({ id }),
  );
  const withdraw = useCaseCommand(id, api.applications.withdraw, [
    'applications',
    'letters',
    'registry',
    'today',
  ]);
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const refusal = cost.data?.mayWithdraw ?? null;
  const may = cost.data !== undefined && refusal === null;
  const withdrawNow = async (): Promise<void> => {
    const result = await withdraw.run({
      id,
      expectedVersion: version,
      reason: reason.trim(),
      confirmed: true,
    });
    if (!result.ok) return;
    onClose();
    if (result.value.letter !== null) toastIssued(t, result.value.letter);
    else toast({ tone: 'success', text: t('applications.withdrawnNow', { number }) });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('applications.withdrawQuestion', { number })}
      size="m"
      role="alertdialog"
      canClose={!withdraw.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={withdraw.isBusy} autoFocus>
            {t('ui.back')}
          </Button>
          <Button
            variant="dangerFill"
            isDisabled={!may || !isSure || reason.trim().length < SHORTEST}
            isBusy={withdraw.isBusy}
            onPress={() => void withdrawNow()}
          >
            {t('applications.withdraw')}
          </Button>
        </>
      }
    >
      {cost.error !== null ? (
        <ErrorState error={cost.error} onRetry={cost.refetch} />
      ) : cost.data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <>
          {refusal !== null && (
            <Notice tone="danger">
              {caseErrorWords(t, {
                code: refusal.code,
                ...(refusal.details === undefined ? {} : { details: refusal.details }),
              })}
            </Notice>
          )}
          {cost.data.unpaid.length > 0 && (
            <table className="tbl dense" aria-label={t('applications.unpaid')}>
              <tbody>
                {cost.data.unpaid.map((payment) => (
                  <tr key={payment.id}>
                    <td>{monthName(t, payment.month)}</td>
                    <td>
                      <StatusChip family="payment" status={payment.status} plain />
                    </td>
                    <td className="num">
                      <Money amount={payment.amount} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <ul className="withdraw-costs">
            {cost.data.warnings.map((warning) => (
              <li key={warning}>
                <Notice tone="warning">
                  {t.maybe(`applications.withdrawCost.${warning}`) ?? warning}
                </Notice>
              </li>
            ))}
          </ul>
          {may && (
            <>
              <TextField
                label={t('applications.withdrawReason')}
                value={reason}
                onChange={setReason}
                multiline
                isRequired
                maxLength={2000}
              />
              <Checkbox isChecked={isSure} onChange={setSure}>
                {t('applications.withdrawSure')}
              </Checkbox>
            </>
          )}
          <ActionRefused error={withdraw.error} />
        </>
      )}
    </Dialog>
  );
}
