import { settingsInForce } from '../../../domain/settings/settings.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';

export function createSettingsHandlers(): AreaHandlers<'settings'> {
  return {
    'settings.current': async ({ repos, today }) =>
      ok(settingsInForce(today, await repos.settings.all())),
  };
}
