import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { navigate } from '../../../lib/route.ts';
import { Segmented } from '../../../ui/Tabs.tsx';
import { DESKS, deskHref, type DeskName } from './desk-route.ts';

/** Between the banks' answers, the payments to resume and the life-status cases. */
export function DeskTabs({ desk }: { desk: DeskName }) {
  const t = useT();
  const counts = useApiQuery(['resume', 'counts'], () => api.resume.counts({}));
  const waiting = counts.data && {
    bank: undefined,
    resume:
      counts.data.resume.waiting +
      counts.data.resume.ready +
      counts.data.resume.awaitingApproval +
      counts.data.resume.failedAgain,
    life: counts.data.life.open + counts.data.life.awaitingApproval,
  };
  return (
    <Segmented
      label={t('resume.desks')}
      items={DESKS.map((id) => ({
        id,
        label: t(`resume.desk.${id}`),
        icon: ICONS[id],
        count: waiting?.[id],
      }))}
      selected={desk}
      onSelect={(id) => navigate(deskHref(id))}
    />
  );
}

const ICONS = { bank: 'bank', resume: 'refresh', life: 'person' } as const;
