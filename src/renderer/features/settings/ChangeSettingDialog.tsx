import { useState } from 'react';
import type { SettingDto } from '../../../contract/settings.ts';
import type { EditedSetting } from '../../../domain/settings/setting-values.ts';
import { SETTING_RULES } from '../../../domain/settings/settings-rules.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { addMonths, dayOfMonth, monthOf, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { errorWords } from '../../lib/error-words.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { Consequences } from './Consequences.tsx';
import { movedNote } from './moved-note.ts';
import { SETTING_TOUCHES } from './setting-areas.ts';
import { SettingEditor } from './SettingEditor.tsx';

const SHORTEST_REASON = 3;
const SETTLE_MS = 250;

/** A new value with its date and reason, and what would follow from it before anything is recorded. */
export function ChangeSettingDialog<Key extends EditedSetting>({
  settingKey,
  setting,
  initial,
  today,
  onClose,
}: {
  settingKey: Key;
  setting: SettingDto;
  initial: SettingValues[Key];
  today: IsoDate;
  onClose: () => void;
}) {
  const t = useT();
  const key: EditedSetting = settingKey;
  const name = t(`settings.name.${key}`);
  const [value, setValue] = useState<SettingValues[Key]>(initial);
  const [from, setFrom] = useState<IsoDate | null>(() => usualDate(key, setting, today));
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const change = useApiCommand(api.settings.change, SETTING_TOUCHES);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const isTouched = JSON.stringify(value) !== JSON.stringify(initial);
  const coming = setting.records.find(({ state }) => state === 'coming');

  const record = async (): Promise<void> => {
    setChecked(true);
    if (from === null || isShort || !isTouched) return;
    const result = await change.run({ key, value, from, reason });
    if (!result.ok) return;
    const { waits, moved } = result.value;
    toast({
      tone: 'success',
      text: t(waits ? 'settings.proposed' : 'settings.recorded', { name }),
      ...movedNote(t, moved),
    });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!change.isBusy}
      size="l"
      title={t('settings.changeOf', { name })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={change.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={from === null || !isTouched}
            isBusy={change.isBusy}
            onPress={() => void record()}
          >
            {t(setting.persons === 2 ? 'settings.propose' : 'settings.record')}
          </Button>
        </>
      }
    >
      <RecordKey run={() => void record()} />
      <div className="set-form">
        <div className="set-editor">
          <SettingEditor settingKey={settingKey} label={name} value={value} onChange={setValue} />
        </div>
        <div className="set-pair">
          <DatePicker
            label={t('settings.from')}
            value={from}
            onChange={setFrom}
            min={setting.earliest}
            help={t('settings.fromHelp', { date: formatDate(setting.earliest, t.digits) })}
            isRequired
          />
          <TextField
            label={t('settings.reason')}
            help={t('settings.reasonHelp')}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            isRequired
            error={isChecked && isShort ? t('ui.required') : null}
          />
        </div>
        {coming !== undefined && (
          <Notice>
            {t('settings.comingNotice', { date: formatDate(coming.validFrom, t.digits) })}
          </Notice>
        )}
        {setting.persons === 2 && <Notice tone="violet">{t('settings.waitingNotice')}</Notice>}
        {from !== null && isTouched ? (
          <ChangePreview settingKey={settingKey} value={value} from={from} />
        ) : (
          <p className="small muted">{t('settings.unchanged')}</p>
        )}
        {change.error !== null && <RefusalNotice error={change.error} />}
      </div>
    </Dialog>
  );
}

function ChangePreview({
  settingKey,
  value,
  from,
}: {
  settingKey: EditedSetting;
  value: unknown;
  from: IsoDate;
}) {
  const t = useT();
  const asked = useSettled(JSON.stringify({ value, from }), SETTLE_MS);
  const preview = useApiQuery(
    ['settings', 'preview', settingKey, asked],
    () => api.settings.preview({ key: settingKey, value, from }),
    { keepPrevious: true },
  );
  if (preview.error !== null) return <Notice tone="warning">{errorWords(t, preview.error)}</Notice>;
  if (preview.data === undefined) return null;
  return (
    <>
      <Consequences preview={preview.data} />
      {SETTING_RULES[settingKey].area === 'entitlement' && (
        <p className="small muted">{t('settings.pensionConsequence')}</p>
      )}
    </>
  );
}

/** Bound inside the dialog: keys of what lies below it sleep. */
function RecordKey({ run }: { run: () => void }) {
  useShortcuts({ 'Ctrl+Enter': run }, { inFields: true });
  return null;
}

/** Days off hold as soon as they are known; other rules of months begin with the next month, the rest today. */
function usualDate(key: EditedSetting, { past, earliest }: SettingDto, today: IsoDate): IsoDate {
  const nextMonth = dayOfMonth(addMonths(monthOf(today), 1), 1);
  const usual =
    past === 'openMonths' && key !== 'holidays' && key !== 'weekend' ? nextMonth : today;
  return usual < earliest ? earliest : usual;
}
