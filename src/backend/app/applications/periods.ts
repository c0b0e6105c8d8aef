import type { Period } from '../../../domain/applications/work-on-application.ts';
import { workCalendar, type SettingValues } from '../../../domain/settings/settings.ts';

/** A period of the settings with the calendar by which it is counted. */
export function periodOf(
  settings: SettingValues,
  key: 'applicationDeadline' | 'completionPeriod',
): Period {
  return { ...settings[key], calendar: workCalendar(settings) };
}
