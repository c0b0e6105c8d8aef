import type { Acting } from '../../../domain/recoveries/work-recovery.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import type { QueryContext } from '../context.ts';

/** Who acts today, by the settings in force. */
export function actingOn({
  officer,
  today,
  settings,
}: Pick<QueryContext, 'officer' | 'today' | 'settings'>): Acting {
  return { by: officer.id, today, setting: settings.recovery, calendar: workCalendar(settings) };
}
