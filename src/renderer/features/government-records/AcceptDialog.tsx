import { useState } from 'react';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { TOUCHED } from './touched.ts';

type Props = {
  readonly needsDay: boolean;
  readonly onClose: () => void;
} & (
  | {
      readonly differences: readonly { readonly id: string; readonly expectedVersion: number }[];
      readonly onAccepted: (changes: number) => void;
    }
  | {
      readonly title: string;
      readonly isBusy: boolean;
      readonly error: Refusal | null;
      readonly onConfirm: (from: IsoDate | null, reason: string) => void;
    }
);

const SHORTEST = 3;

/** From when what the record says holds, before it is recorded: for those chosen, or for all of a kind. */
export function AcceptDialog(props: Props) {
  const t = useT();
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState('');
  const accept = useApiCommand(api.governmentRecords.accept, TOUCHED);
  const isAll = 'onConfirm' in props;
  const isBusy = isAll ? props.isBusy : accept.isBusy;
  const error = isAll ? props.error : accept.error;
  const confirm = async (): Promise<void> => {
    if ('onConfirm' in props) return props.onConfirm(from, reason.trim());
    const differences = [...props.differences];
    const result = await accept.run({ differences, from, reason: reason.trim() });
    if (result.ok) props.onAccepted(result.value.changes);
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={isAll ? props.title : t('governmentRecords.acceptTitle')}
      canClose={!isBusy}
      footer={
        <>
          <span className="sp" />
          <Button onPress={props.onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            isDisabled={isAll && reason.trim().length < SHORTEST}
            onPress={() => void confirm()}
          >
            {t(isAll ? 'governmentRecords.acceptAll' : 'governmentRecords.accept')}
          </Button>
        </>
      }
    >
      <div className="gov-form">
        <p className="small">{t('governmentRecords.acceptText')}</p>
        {props.needsDay && (
          <DatePicker
            label={t('governmentRecords.acceptFrom')}
            help={t('governmentRecords.acceptFromHelp')}
            value={from}
            onChange={setFrom}
          />
        )}
        <TextField
          label={t('governmentRecords.acceptReason')}
          value={reason}
          onChange={setReason}
          multiline
          isRequired={isAll}
          maxLength={2000}
        />
        {error !== null && <RefusalNotice error={error} />}
      </div>
    </Dialog>
  );
}
