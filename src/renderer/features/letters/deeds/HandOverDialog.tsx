import { useState } from 'react';
import type { LetterRow } from '../../../../contract/letters.ts';
import {
  RECEIVER_RELATIONS,
  type ReceiverRelation,
} from '../../../../domain/letter-register/letter-state.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { latinDigits } from '../../../../domain/shared/search-key.ts';
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
import { RadioGroup } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';

/** Who took the paper, in what capacity, and the end of his ID: never more of it. */
export function HandOverDialog({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const t = useT();
  const today = useToday();
  const handOver = useApiCommand(api.letters.handOver, ['letters', 'registry']);
  const [receiver, setReceiver] = useState(letter.name);
  const [relation, setRelation] = useState<ReceiverRelation>('self');
  const [digits, setDigits] = useState('');
  const [on, setOn] = useState<IsoDate | null>(today);
  const [isChecked, setChecked] = useState(false);
  const idLastDigits = latinDigits(digits.trim());
  const faults = {
    receiver: receiver.trim().length < 3 ? t('letters.receiverMissing') : null,
    digits: /^\d{4}$/.test(idLastDigits) ? null : t('letters.idDigitsMissing'),
  };
  const isWhole = faults.receiver === null && faults.digits === null && on !== null;

  const confirm = async (): Promise<void> => {
    setChecked(true);
    if (!isWhole) return focusFirstFault();
    if (handOver.isBusy) return;
    const { id, version: expectedVersion } = letter;
    const step = { id, expectedVersion, receiver: receiver.trim(), relation, idLastDigits, on };
    if (!(await handOver.run(step)).ok) return;
    toast({ tone: 'success', text: t('letters.handedOverNow', { number: letter.number }) });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('letters.handOverTitle', { number: letter.number })}
      canClose={!handOver.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={handOver.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={handOver.isBusy}
            onPress={() => void confirm()}
          >
            {t('letters.deed.handOver')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void confirm()} isOpenedByIt={false} />
      <RadioGroup
        label={t('letters.relation')}
        options={RECEIVER_RELATIONS.map((value) => ({
          value,
          label: t(`letters.relation.${value}`),
        }))}
        value={relation}
        onChange={(chosen) => {
          setRelation(chosen);
          if (chosen === 'self') setReceiver(letter.name);
          else if (receiver === letter.name) setReceiver('');
        }}
        row
      />
      <TextField
        label={t('letters.receiver')}
        value={receiver}
        onChange={setReceiver}
        isRequired
        maxLength={120}
        error={isChecked ? faults.receiver : null}
      />
      <div className="two">
        <TextField
          label={t('letters.idDigits')}
          help={t('letters.idDigitsHelp')}
          value={digits}
          onChange={setDigits}
          ltr
          isRequired
          autoFocus
          maxLength={4}
          error={isChecked ? faults.digits : null}
        />
        <DatePicker
          label={t('letters.handedOverOn')}
          value={on}
          onChange={setOn}
          min={riyadhClock(letter.issuedAt).date}
          max={today}
          isRequired
        />
      </div>
      <ActionRefused error={handOver.error} />
    </Dialog>
  );
}
