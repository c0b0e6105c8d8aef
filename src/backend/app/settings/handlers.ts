import { settingsInForce } from '../../../domain/settings/settings.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import { changeSetting } from './change-setting.ts';
import { decideSetting } from './decide-setting.ts';
import { listSettings } from './list-settings.ts';
import { previewSetting } from './preview-setting.ts';
import { withdrawSetting } from './withdraw-setting.ts';

export function createSettingsHandlers(): AreaHandlers<'settings'> {
  return {
    'settings.current': async ({ repos, today }) =>
      ok(settingsInForce(today, await repos.settings.all())),
    'settings.list': listSettings,
    'settings.preview': previewSetting,
    'settings.change': changeSetting,
    'settings.withdraw': withdrawSetting,
    'settings.decide': decideSetting,
  };
}
