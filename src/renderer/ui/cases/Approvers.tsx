import { Fragment } from 'react';
import { useColleagues } from '../../lib/cases/colleagues.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useOfficer } from '../../lib/session-store.ts';
import { Message } from '../Message.tsx';

const NAMED = 2;

/** Who can approve what this officer proposes. */
export function Approvers() {
  const t = useT();
  const { officer } = useOfficer();
  const others = useColleagues('cases.approve').filter(({ id }) => id !== officer.id);
  if (others.length === 0) return null;
  const names = others.slice(0, NAMED).map(({ id, fullName }, index) => (
    <Fragment key={id}>
      {index > 0 && t('cases.or')}
      <bdi>{fullName}</bdi>
    </Fragment>
  ));
  return (
    <Message
      id={others.length > NAMED ? 'cases.approversMore' : 'cases.approvers'}
      values={{ names: <>{names}</> }}
    />
  );
}
