import { useState } from 'react';
import { subtractHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { api } from '../../lib/client.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Select } from '../../ui/Choices.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AmountField, TextField } from '../../ui/Fields.tsx';
import { Notice } from '../../ui/States.tsx';
import type { ActState } from './AgreeDialog.tsx';
import { SETTLEMENT_AREAS } from './desk.ts';
import type { RecoveryCaseView } from './RecoveryPanel.tsx';

const SHORTEST = 2;

/** What the next instalment still asks, or everything that is left. */
function nextAmount({ row, plan }: RecoveryCaseView): Halalas {
  const next = plan?.instalments.find(({ amount, covered }) => covered < amount);
  return next === undefined
    ? subtractHalalas(row.total, row.given)
    : subtractHalalas(next.amount, next.covered);
}

/** Money that the person gave back himself. */
export function ReceiveDialog({
  view,
  act,
  onClose,
}: {
  view: RecoveryCaseView;
  act: ActState;
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const [amount, setAmount] = useState<Halalas | null>(() => nextAmount(view));
  const [on, setOn] = useState<IsoDate | null>(today);
  const [reference, setReference] = useState('');
  const isReady = (amount ?? 0) > 0 && on !== null && reference.trim().length >= SHORTEST;
  const record = async (): Promise<void> => {
    if (!isReady || amount === null || on === null || act.isBusy) return;
    const { id, version: expectedVersion } = view.row;
    const step = { type: 'receive', amount, on, reference } as const;
    const result = await act.run({ id, expectedVersion, step });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('recoveries.done') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('recoveries.receiveTitle')}
      canClose={!act.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={act.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={act.isBusy}
            isDisabled={!isReady}
            onPress={() => void record()}
          >
            {t('recoveries.record')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void record()} isOpenedByIt={false} />
      <AmountField
        label={t('recoveries.receivedAmount')}
        value={amount}
        onChange={setAmount}
        isRequired
        autoFocus
      />
      <DatePicker label={t('recoveries.receivedOn')} value={on} onChange={setOn} max={today} />
      <TextField
        label={t('recoveries.reference')}
        value={reference}
        onChange={setReference}
        isRequired
        maxLength={120}
      />
      <ActionRefused error={act.error} />
    </Dialog>
  );
}

/** What the person agreed to is kept back from a pension that is prepared. */
export function DeductDialog({ view, onClose }: { view: RecoveryCaseView; onClose: () => void }) {
  const t = useT();
  const { id, version: expectedVersion } = view.row;
  const deduct = useCaseCommand(id, api.recoveries.deduct, SETTLEMENT_AREAS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [amount, setAmount] = useState<Halalas | null>(() => nextAmount(view));
  const paymentId = chosen ?? view.pensions[0]?.paymentId ?? null;
  const isReady = paymentId !== null && (amount ?? 0) > 0;
  const record = async (): Promise<void> => {
    if (!isReady || amount === null || deduct.isBusy) return;
    const result = await deduct.run({ id, expectedVersion, paymentId, amount });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('recoveries.done') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('recoveries.deductTitle')}
      canClose={!deduct.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={deduct.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={deduct.isBusy}
            isDisabled={!isReady}
            onPress={() => void record()}
          >
            {t('recoveries.deduct')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void record()} isOpenedByIt={false} />
      {view.pensions.length === 0 ? (
        <Notice>{t('recoveries.noPension')}</Notice>
      ) : (
        <>
          <Select
            label={t('recoveries.pension')}
            options={view.pensions.map((pension) => ({
              value: pension.paymentId,
              label: `${monthName(t, pension.month)} · ${formatMoney(pension.amount, t.digits)}`,
            }))}
            value={paymentId}
            onChange={setChosen}
          />
          <AmountField
            label={t('recoveries.receivedAmount')}
            value={amount}
            onChange={setAmount}
            isRequired
          />
          <p className="small second">{t('recoveries.deductText')}</p>
        </>
      )}
      <ActionRefused error={deduct.error} />
    </Dialog>
  );
}
