import { useState } from 'react';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import type { PairView } from './PairPanel.tsx';
import { TOUCHED } from './touched.ts';

/** Asks one of the two to bring papers, by letter and until a day. */
export function AskDialog({
  view: { row, one, other },
  onClose,
}: {
  view: PairView;
  onClose: () => void;
}) {
  const t = useT();
  const [beneficiaryId, setBeneficiaryId] = useState(one.beneficiaryId);
  const [items, setItems] = useState<string>(t('duplicates.askDefault'));
  const [dueOn, setDueOn] = useState<IsoDate | null>(null);
  const ask = useApiCommand(api.duplicates.ask, TOUCHED);
  const lines = items
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const send = async (): Promise<void> => {
    const result = await ask.run({
      id: row.id,
      expectedVersion: row.version,
      beneficiaryId,
      items: lines,
      dueOn,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('duplicates.asked', { number: result.value.letterNumber }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('duplicates.askTitle')}
      canClose={!ask.isBusy}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            isDisabled={lines.length === 0}
            isBusy={ask.isBusy}
            onPress={() => void send()}
          >
            {t('duplicates.askSend')}
          </Button>
        </>
      }
    >
      <div className="dups-form">
        <RadioGroup
          label={t('duplicates.askWhom')}
          options={[one, other].map((side) => ({ value: side.beneficiaryId, label: side.name }))}
          value={beneficiaryId}
          onChange={setBeneficiaryId}
        />
        <TextField
          label={t('duplicates.askItems')}
          help={t('duplicates.askItemsHelp')}
          value={items}
          onChange={setItems}
          multiline
          isRequired
        />
        <DatePicker
          label={t('duplicates.askDue')}
          help={t('duplicates.askDueHelp')}
          value={dueOn}
          onChange={setDueOn}
        />
        {ask.error !== null && <RefusalNotice error={ask.error} />}
      </div>
    </Dialog>
  );
}
