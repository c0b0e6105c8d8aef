import type { ParsedInputOf } from '../../../contract/api.ts';
import { consequencesOf } from '../../../domain/settings/setting-consequences.ts';
import {
  checkChange,
  firstMonthWith,
  SETTING_RULES,
} from '../../../domain/settings/settings-rules.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import { settingCalendar } from './setting-calendar.ts';

/** What a value would do from a date on, with nothing recorded. Errors: those of `checkChange`. */
export async function previewSetting(
  context: QueryContext,
  asked: ParsedInputOf<'settings.preview'>,
) {
  const { repos, today } = context;
  const rows = await repos.settings.all();
  const checked = checkChange(asked, await settingCalendar(context), rows);
  if (!checked.ok) return checked;
  const { key, value } = checked.value;
  const row = { no: Number.MAX_SAFE_INTEGER, key, value, validFrom: asked.from };
  const consequences = consequencesOf({
    key,
    from: asked.from,
    today,
    before: rows,
    after: [...rows, row],
    cycles: await repos.payments.cycles(),
  });
  const firstMonth = SETTING_RULES[key].past === 'openMonths' ? firstMonthWith(asked.from) : null;
  return ok({ firstMonth, consequences });
}
