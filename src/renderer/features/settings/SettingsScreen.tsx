import { useState } from 'react';
import type { SettingDto } from '../../../contract/settings.ts';
import {
  isEditedSetting,
  readSetting,
  type EditedSetting,
} from '../../../domain/settings/setting-values.ts';
import {
  isSettingKey,
  SETTING_AREAS,
  SETTING_RULES,
  type SettingArea,
} from '../../../domain/settings/settings-rules.ts';
import {
  DEFAULT_SETTINGS,
  type SettingKey,
  type SettingValues,
} from '../../../domain/settings/settings.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { ChangeSettingDialog } from './ChangeSettingDialog.tsx';
import { DecideSetting, type SettingDeed } from './DecideSetting.tsx';
import { SettingCard } from './SettingCard.tsx';
import './settings.css';

/** Rules that change by decree, by area: what holds, from when, what comes, and who said so. */
export function SettingsScreen({ area }: { area: string | undefined }) {
  const t = useT();
  useScreenTitle(t('shell.administration'));
  const [changed, setChanged] = useState<EditedSetting | null>(null);
  const [deed, setDeed] = useState<SettingDeed | null>(null);
  const found = useApiQuery(['settings', 'list'], () => api.settings.list({}));
  const selected = SETTING_AREAS.find((id) => id === area) ?? 'payments';
  const settings = found.data?.settings ?? [];
  const edited = changed === null ? undefined : settings.find(({ key }) => key === changed);

  return (
    <Panel label={t('settings.title')} flush fill pane>
      <Tabs
        label={t('settings.areas')}
        tabs={SETTING_AREAS.map((id) => tabOf(id, t(`settings.area.${id}`), settings))}
        selected={selected}
        onSelect={(id) =>
          navigate(hrefOf('administration', null, { section: 'settings', area: id }))
        }
      >
        <div className="set-scroll">
          {found.error !== null ? (
            <ErrorState error={found.error} onRetry={found.refetch} />
          ) : found.data === undefined ? (
            <Skeleton lines={8} />
          ) : (
            <ul className="set-cards" aria-label={t(`settings.area.${selected}`)}>
              {inOrder(settings, selected).map(([key, setting]) => (
                <SettingCard
                  key={key}
                  settingKey={key}
                  setting={setting}
                  onChange={() => setChanged(isEditedSetting(key) ? key : null)}
                  onDeed={setDeed}
                />
              ))}
            </ul>
          )}
        </div>
      </Tabs>
      {changed !== null && edited !== undefined && found.data !== undefined && (
        <ChangeOf
          settingKey={changed}
          setting={edited}
          today={found.data.today}
          onClose={() => setChanged(null)}
        />
      )}
      {deed !== null && <DecideSetting deed={deed} onClose={() => setDeed(null)} />}
    </Panel>
  );
}

/** How many changes of an area wait for a second person stands in its tab. */
function tabOf(
  id: SettingArea,
  label: string,
  settings: readonly SettingDto[],
): TabItem<SettingArea> {
  const waiting = settings
    .filter(({ area }) => area === id)
    .flatMap(({ records }) => records)
    .filter(({ state }) => state === 'waiting').length;
  return { id, label, ...(waiting === 0 ? {} : { count: waiting }) };
}

/** The settings of an area in the order of their rules. */
function inOrder(
  settings: readonly SettingDto[],
  area: SettingArea,
): (readonly [SettingKey, SettingDto])[] {
  return Object.keys(SETTING_RULES)
    .filter(isSettingKey)
    .flatMap((key) => {
      const setting = settings.find((one) => one.key === key && one.area === area);
      return setting === undefined ? [] : [[key, setting] as const];
    });
}

function ChangeOf<Key extends EditedSetting>({
  settingKey,
  setting,
  ...rest
}: {
  settingKey: Key;
  setting: SettingDto;
  today: IsoDate;
  onClose: () => void;
}) {
  const read = readSetting(settingKey, setting.value);
  const initial: SettingValues[Key] = read.ok ? read.value : DEFAULT_SETTINGS[settingKey];
  return (
    <ChangeSettingDialog settingKey={settingKey} setting={setting} initial={initial} {...rest} />
  );
}
