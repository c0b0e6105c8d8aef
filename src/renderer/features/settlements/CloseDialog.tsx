import { useState } from 'react';
import type { RecoveryStep } from '../../../contract/recoveries.ts';
import { CLOSURE_GROUNDS, type ClosureGround } from '../../../domain/recoveries/recovery-case.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { Select } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import type { ActState } from './AgreeDialog.tsx';

const SHORTEST = 3;

/** Proposes to end a case before everything is given back; another officer decides. */
export function CloseDialog({
  number,
  isAppealed,
  act,
  take,
  onClose,
}: {
  number: string;
  isAppealed: boolean;
  act: ActState;
  take: (step: RecoveryStep) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useT();
  const [ground, setGround] = useState<ClosureGround>(isAppealed ? 'appealAccepted' : 'waived');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < SHORTEST;
  const grounds = CLOSURE_GROUNDS.filter((one) => isAppealed || one !== 'appealAccepted');
  const propose = async (): Promise<void> => {
    setChecked(true);
    if (isShort || act.isBusy) return;
    if (await take({ type: 'proposeClosure', ground, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${t('recoveries.close')} ${number}`}
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
            onPress={() => void propose()}
          >
            {t('recoveries.close')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void propose()} isOpenedByIt={false} />
      <Select<ClosureGround>
        label={t('recoveries.closure')}
        options={grounds.map((value) => ({ value, label: t(`recoveries.closure.${value}`) }))}
        value={ground}
        onChange={setGround}
      />
      <TextField
        label={t('recoveries.closureReason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        maxLength={2000}
        error={isChecked && isShort ? t('settlements.reasonShort') : null}
      />
      <Rule>{t('recoveries.closureRule')}</Rule>
      <ActionRefused error={act.error} />
    </Dialog>
  );
}
