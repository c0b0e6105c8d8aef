import type { SettingCalendar } from '../../../domain/settings/settings-rules.ts';
import type { CommandContext, QueryContext } from '../context.ts';

export async function settingCalendar({
  repos,
  today,
}: Pick<QueryContext | CommandContext, 'repos' | 'today'>): Promise<SettingCalendar> {
  const closed = [...(await repos.runs.closedMonths())].toSorted();
  return { today, newestClosed: closed.at(-1) ?? null };
}
