import { useState } from 'react';
import type { LetterRow } from '../../../../contract/letters.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { api } from '../../../lib/client.ts';
import { riyadhClock } from '../../../lib/format/dates.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';

const SHORTEST = 3;

/** The paper came back to the branch: why, and when. */
export function TakeBackDialog({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const t = useT();
  const today = useToday();
  const takeBack = useApiCommand(api.letters.takeBack, ['letters', 'registry']);
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<IsoDate | null>(today);
  const [isChecked, setChecked] = useState(false);
  const isShort = reason.trim().length < SHORTEST;

  const confirm = async (): Promise<void> => {
    setChecked(true);
    if (isShort || on === null) return focusFirstFault();
    if (takeBack.isBusy) return;
    const { id, version: expectedVersion } = letter;
    if (!(await takeBack.run({ id, expectedVersion, reason: reason.trim(), on })).ok) return;
    toast({ tone: 'info', text: t('letters.tookBack', { number: letter.number }) });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('letters.takeBackTitle', { number: letter.number })}
      canClose={!takeBack.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={takeBack.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={takeBack.isBusy}
            onPress={() => void confirm()}
          >
            {t('letters.deed.takeBack')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void confirm()} isOpenedByIt={false} />
      <TextField
        label={t('letters.backReason')}
        help={t('letters.backReasonHelp')}
        value={reason}
        onChange={setReason}
        multiline
        autoFocus
        isRequired
        maxLength={500}
        error={isChecked && isShort ? t('cases.noteShort') : null}
      />
      <DatePicker
        label={t('letters.backOn')}
        value={on}
        onChange={setOn}
        min={letter.handedOverOn ?? riyadhClock(letter.issuedAt).date}
        max={today}
        isRequired
      />
      <ActionRefused error={takeBack.error} />
    </Dialog>
  );
}
