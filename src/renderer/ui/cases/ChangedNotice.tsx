import { useT } from '../../lib/i18n/use-t.ts';
import { useOfficer } from '../../lib/session-store.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../States.tsx';

/**
 * Says that the case is not as it was when the officer began to write, and what happened to it; what he wrote stays.
 *
 * @param begunAt the version before him when he began; null while he has written nothing
 */
export function ChangedNotice({
  begunAt,
  version,
  events,
  onSeen,
}: {
  begunAt: number | null;
  version: number;
  events: readonly { readonly type: string; readonly officerName: string | null }[];
  onSeen: () => void;
}) {
  const t = useT();
  const { officer } = useOfficer();
  const last = events.at(-1);
  if (begunAt === null || begunAt === version || last === undefined) return null;
  if (last.officerName === officer.fullName) return null;
  const words = t.maybe(`cases.event.${last.type}`) ?? t('cases.event.other');
  return (
    <Notice
      tone="warning"
      icon="refresh"
      action={
        <Button size="s" onPress={onSeen}>
          {t('cases.seen')}
        </Button>
      }
    >
      {t('cases.changedWhileWriting', {
        what:
          last.officerName === null
            ? words
            : t('cases.changedBy', { what: words, name: last.officerName }),
      })}
    </Notice>
  );
}
