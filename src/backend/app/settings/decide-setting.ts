import type { ParsedInputOf } from '../../../contract/api.ts';
import { checkDecision, isSettingKey } from '../../../domain/settings/settings-rules.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { movePayDates } from './move-pay-dates.ts';
import { settingCalendar } from './setting-calendar.ts';

/** The second person's yes or no to a value that waits for it. Errors: NOT_FOUND and those of `checkDecision`. */
export async function decideSetting(
  context: CommandContext,
  { no, approve, reason }: ParsedInputOf<'settings.decide'>,
) {
  const { repos, officer, now, audit } = context;
  const record = await repos.settings.one(no);
  if (!record || !isSettingKey(record.key)) return refuse('NOT_FOUND');
  const { key } = record;
  const calendar = await settingCalendar(context);
  const checked = checkDecision({ ...record, key }, officer.id, approve, calendar);
  if (!checked.ok) return checked;
  const by = { officerId: officer.id, at: now };
  await repos.settings.decide(no, approve ? 'approved' : 'sentBack', by, reason || null);
  await audit(
    approve ? 'settings.approved' : 'settings.sentBack',
    { type: 'setting', id: String(no) },
    { key, from: record.validFrom },
  );
  return ok({ moved: approve ? await movePayDates(context, key, record.reason) : [] });
}
