import { useState } from 'react';
import type { SettingRecordDto } from '../../../contract/settings.ts';
import type { SettingKey } from '../../../domain/settings/settings.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { Consequences } from './Consequences.tsx';
import { movedNote } from './moved-note.ts';
import { SETTING_TOUCHES } from './setting-areas.ts';
import { SettingValue } from './SettingValue.tsx';

export interface SettingDeed {
  readonly do: 'approve' | 'sendBack' | 'withdraw';
  readonly key: SettingKey;
  readonly record: SettingRecordDto;
}

const DONE = { approve: 'approved', sendBack: 'sentBack', withdraw: 'withdrawn' } as const;
const SHORTEST_REASON = 3;

/** The second person's word on a value, or its withdrawal, with what follows from it. */
export function DecideSetting({ deed, onClose }: { deed: SettingDeed; onClose: () => void }) {
  const t = useT();
  const { key, record } = deed;
  const { no, value, validFrom: from } = record;
  const name = t(`settings.name.${key}`);
  const [reason, setReason] = useState('');
  const decide = useApiCommand(api.settings.decide, SETTING_TOUCHES);
  const withdraw = useApiCommand(api.settings.withdraw, SETTING_TOUCHES);
  const preview = useApiQuery(
    ['settings', 'preview', key, no],
    () => api.settings.preview({ key, value, from }),
    { enabled: deed.do === 'approve' },
  );
  const { isBusy, error } = deed.do === 'withdraw' ? withdraw : decide;
  const isReasonDue = deed.do !== 'approve' && reason.trim().length < SHORTEST_REASON;

  const act = async (): Promise<void> => {
    const result =
      deed.do === 'withdraw'
        ? await withdraw.run({ no, reason })
        : await decide.run({ no, approve: deed.do === 'approve', reason });
    if (!result.ok) return;
    toast({
      tone: deed.do === 'approve' ? 'success' : 'info',
      text: t(`settings.${DONE[deed.do]}`, { name }),
      ...movedNote(t, result.value.moved),
    });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!isBusy}
      size={deed.do === 'approve' ? 'l' : 's'}
      title={t(`settings.${deed.do}Of`, { name })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant={deed.do === 'approve' ? 'primary' : 'dangerFill'}
            isDisabled={isReasonDue}
            isBusy={isBusy}
            onPress={() => void act()}
          >
            {t(`settings.${deed.do}`)}
          </Button>
        </>
      }
    >
      <p className="small">
        <SettingValue settingKey={key} value={value} />{' '}
        <span className="muted">
          <Message id="settings.fromDate" values={{ date: <DateText key="date" date={from} /> }} />
        </span>
      </p>
      {record.reason !== null && (
        <p className="small second">{t('settings.because', { reason: record.reason })}</p>
      )}
      {deed.do !== 'approve' && <p className="small second">{t(`settings.${deed.do}Text`)}</p>}
      {preview.data !== undefined && <Consequences preview={preview.data} />}
      {preview.error !== null && <RefusalNotice error={preview.error} />}
      <TextField
        label={t(deed.do === 'approve' ? 'settings.decisionReason' : 'settings.reason')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired={deed.do !== 'approve'}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Dialog>
  );
}
