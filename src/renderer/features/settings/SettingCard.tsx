import { useState } from 'react';
import type { SettingDto } from '../../../contract/settings.ts';
import { isEditedSetting } from '../../../domain/settings/setting-values.ts';
import { SETTINGS_BEGIN, type SettingKey } from '../../../domain/settings/settings.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { SettingDeed } from './DecideSetting.tsx';
import { PendingRecords, SettingHistory } from './SettingRecords.tsx';
import { SettingValue } from './SettingValue.tsx';

/** One setting: what holds and since when, what comes, and on asking everything that was. */
export function SettingCard({
  settingKey,
  setting,
  onChange,
  onDeed,
}: {
  settingKey: SettingKey;
  setting: SettingDto;
  onChange: () => void;
  onDeed: (deed: SettingDeed) => void;
}) {
  const t = useT();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const mayChange = useMay('settings.manage') && isEditedSetting(settingKey);
  const name = t(`settings.name.${settingKey}`);
  const isWaiting = setting.records.some(({ state }) => state === 'waiting');
  return (
    <li className="set-card" aria-label={name}>
      <div className="set-what">
        <h3 className="medium">{name}</h3>
        <p className="cap muted">{t(`settings.help.${settingKey}`)}</p>
      </div>
      <div className="set-value">
        <SettingValue settingKey={settingKey} value={setting.value} />
        <p className="cap muted">
          {setting.validFrom === SETTINGS_BEGIN
            ? t('settings.sinceStart')
            : t('settings.since', { date: formatDate(setting.validFrom, t.digits) })}
          {setting.persons === 2 && (
            <>
              {' · '}
              <Chip icon="usercheck" plain>
                {t('settings.twoPersons')}
              </Chip>
            </>
          )}
        </p>
        <PendingRecords settingKey={settingKey} setting={setting} onDeed={onDeed} />
        {isHistoryOpen && <SettingHistory settingKey={settingKey} setting={setting} />}
      </div>
      <div className="set-deeds">
        <Button
          size="s"
          variant="quiet"
          icon="clock"
          aria-label={t('settings.historyOf', { name })}
          onPress={() => setHistoryOpen(!isHistoryOpen)}
        >
          {t('settings.history')}
        </Button>
        {mayChange && (
          <Button
            size="s"
            icon="doc"
            aria-label={t('settings.changeOf', { name })}
            isDisabled={isWaiting}
            {...(isWaiting ? { hint: t('settings.waitsAlready') } : {})}
            onPress={onChange}
          >
            {t('settings.change')}
          </Button>
        )}
      </div>
    </li>
  );
}
