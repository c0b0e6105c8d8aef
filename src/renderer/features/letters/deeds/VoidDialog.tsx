import { useState } from 'react';
import type { LetterRow } from '../../../../contract/letters.ts';
import { VOID_REASON_MIN } from '../../../../domain/letter-register/letter-rules.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Notice } from '../../../ui/States.tsx';

/** A supervisor takes a letter out of force; its number stays, and a paper that somebody holds is said to be out. */
export function VoidDialog({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const t = useT();
  const command = useApiCommand(api.letters.void, ['letters', 'registry']);
  const [reason, setReason] = useState('');
  const [knowsItIsOut, setKnows] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isOut = letter.handedOverOn !== null;
  const isShort = reason.trim().length < VOID_REASON_MIN;

  const confirm = async (): Promise<void> => {
    setChecked(true);
    if (isShort) return focusFirstFault();
    if (command.isBusy || (isOut && !knowsItIsOut)) return;
    const { id, version: expectedVersion } = letter;
    const step = { id, expectedVersion, reason: reason.trim(), evenHandedOver: knowsItIsOut };
    if (!(await command.run(step)).ok) return;
    toast({ tone: 'info', text: t('letters.voided', { number: letter.number }) });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={t('letters.voidDialogTitle', { number: letter.number })}
      canClose={!command.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={command.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="dangerFill"
            keys="Ctrl+Enter"
            isBusy={command.isBusy}
            isDisabled={isOut && !knowsItIsOut}
            onPress={() => void confirm()}
          >
            {t('letters.deed.void')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void confirm()} isOpenedByIt={false} />
      <p className="small second">{t('letters.voidText')}</p>
      <TextField
        label={t('letters.voidReason')}
        help={t('letters.voidReasonHelp', { n: VOID_REASON_MIN })}
        value={reason}
        onChange={setReason}
        multiline
        autoFocus
        isRequired
        maxLength={500}
        error={isChecked && isShort ? t('letters.voidReasonHelp', { n: VOID_REASON_MIN }) : null}
      />
      {letter.handedOverOn !== null && (
        <Notice tone="warning">
          <Message
            id="letters.voidHandedOver"
            values={{ on: <DateText date={letter.handedOverOn} /> }}
          />
          <Checkbox isChecked={knowsItIsOut} onChange={setKnows}>
            {t('letters.voidKnows')}
          </Checkbox>
        </Notice>
      )}
      <ActionRefused error={command.error} />
    </Dialog>
  );
}
