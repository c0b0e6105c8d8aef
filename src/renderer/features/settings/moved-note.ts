import type { OutputOf } from '../../../contract/api.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { formatDate } from '../../lib/format/dates.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

/** What a toast adds where planned pay dates moved; nothing where none did. */
export function movedNote(
  t: Translate,
  moved: OutputOf<'settings.change'>['moved'],
): { note?: string } {
  if (moved.length === 0) return {};
  const note = moved
    .map(({ month, after }) =>
      t('settings.moved', { month: monthName(t, month), date: formatDate(after, t.digits) }),
    )
    .join(' ');
  return { note };
}
