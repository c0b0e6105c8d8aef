import type { ParsedInputOf } from '../../../contract/api.ts';
import {
  checkChange,
  checkNothingWaits,
  SETTING_RULES,
} from '../../../domain/settings/settings-rules.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { movePayDates } from './move-pay-dates.ts';
import { settingCalendar } from './setting-calendar.ts';

/** Records a new value from a date on. Errors: those of `checkChange` and `checkNothingWaits`. */
export async function changeSetting(
  context: CommandContext,
  { reason, ...asked }: ParsedInputOf<'settings.change'>,
) {
  const { repos, officer, now, audit } = context;
  const calendar = await settingCalendar(context);
  const checked = checkChange(asked, calendar, await repos.settings.all());
  if (!checked.ok) return checked;
  const { key, value } = checked.value;
  const free = checkNothingWaits(key, await repos.settings.records());
  if (!free.ok) return free;
  const waits = SETTING_RULES[key].persons === 2;
  const by = { officerId: officer.id, at: now };
  const more = { reason, needsApproval: waits };
  const no = await repos.settings.record(key, value, asked.from, by, more);
  await audit(
    waits ? 'settings.proposed' : 'settings.recorded',
    { type: 'setting', id: String(no) },
    { key, from: asked.from },
  );
  return ok({ no, waits, moved: waits ? [] : await movePayDates(context, key, reason) });
}
