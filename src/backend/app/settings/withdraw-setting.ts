import type { ParsedInputOf } from '../../../contract/api.ts';
import { checkWithdrawal, isSettingKey } from '../../../domain/settings/settings-rules.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { movePayDates } from './move-pay-dates.ts';

/** Takes back a value that does not hold yet. Errors: NOT_FOUND and those of `checkWithdrawal`. */
export async function withdrawSetting(
  context: CommandContext,
  { no, reason }: ParsedInputOf<'settings.withdraw'>,
) {
  const { repos, officer, now, today, audit } = context;
  const record = await repos.settings.one(no);
  if (!record || !isSettingKey(record.key)) return refuse('NOT_FOUND');
  const { key } = record;
  const checked = checkWithdrawal(record, today);
  if (!checked.ok) return checked;
  const by = { officerId: officer.id, at: now };
  await repos.settings.decide(no, 'withdrawn', by, reason);
  await audit('settings.withdrawn', { type: 'setting', id: String(no) }, { key });
  return ok({ moved: await movePayDates(context, key, reason) });
}
