import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useOfficer } from '../../lib/session-store.ts';

const NAMED = 2;

/** Who can approve what this officer proposes. */
export function Approvers() {
  const t = useT();
  const { officer } = useOfficer();
  const others = useColleagues('cases.approve').filter(({ id }) => id !== officer.id);
  if (others.length === 0) return null;
  const names = others
    .slice(0, NAMED)
    .map(({ fullName }) => fullName)
    .join(t('cases.or'));
  return others.length > NAMED
    ? t('cases.approversMore', { names })
    : t('cases.approvers', { names });
}
