import { useState } from 'react';
import type { DifferenceRow } from '../../../contract/government-records.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { TOUCHED } from './touched.ts';

const PAPERS = ['income', 'asset', 'name'] as const;

/** What the beneficiaries of the chosen differences are asked to bring, and until when. */
export function AskUpdateDialog({
  chosen,
  onClose,
  onAsked,
}: {
  chosen: readonly DifferenceRow[];
  onClose: () => void;
  onAsked: (requests: number) => void;
}) {
  const t = useT();
  const paper = PAPERS.find((field) => chosen.every((one) => one.field === field)) ?? 'other';
  const [items, setItems] = useState<string>(t(`governmentRecords.askDefault.${paper}`));
  const [dueOn, setDueOn] = useState<IsoDate | null>(null);
  const ask = useApiCommand(api.governmentRecords.ask, TOUCHED);
  const lines = items
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const send = async (): Promise<void> => {
    const differences = chosen.map(({ id, version }) => ({ id, expectedVersion: version }));
    const result = await ask.run({ differences, items: lines, dueOn });
    if (result.ok) onAsked(result.value.requests);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('governmentRecords.askTitle')}
      canClose={!ask.isBusy}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            isBusy={ask.isBusy}
            isDisabled={lines.length === 0}
            onPress={() => void send()}
          >
            {t('governmentRecords.askSend')}
          </Button>
        </>
      }
    >
      <div className="gov-form">
        <TextField
          label={t('governmentRecords.askItems')}
          help={t('governmentRecords.askItemsHelp')}
          value={items}
          onChange={setItems}
          multiline
          isRequired
        />
        <DatePicker
          label={t('governmentRecords.askDue')}
          help={t('governmentRecords.askDueHelp')}
          value={dueOn}
          onChange={setDueOn}
        />
        {ask.error !== null && <RefusalNotice error={ask.error} />}
      </div>
    </Dialog>
  );
}
