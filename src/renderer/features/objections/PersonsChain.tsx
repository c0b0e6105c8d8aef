import { useT } from '../../lib/i18n/use-t.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { ReviewFile } from './use-findings.ts';

/** First decision, review, approval: three different persons. */
export function PersonsChain({ file }: { file: ReviewFile }) {
  const t = useT();
  const approved = file.events.findLast(({ type }) => type === 'approved');
  const persons = [
    {
      role: t('objections.firstDecision'),
      name: file.firstDecidedBy?.name ?? null,
      none: t('objections.outsideBranch'),
      isShut: true,
    },
    {
      role: t('objections.reviewBy'),
      name: file.proposedBy?.name ?? file.objection.assignedTo?.name ?? null,
      none: t('cases.notAssigned'),
      isShut: false,
    },
    {
      role: t('objections.approvalBy'),
      name: approved?.officerName ?? null,
      none: t('objections.notYet'),
      isShut: false,
    },
  ];
  return (
    <ol className="chain" aria-label={t('objections.persons')}>
      {persons.map(({ role, name, none, isShut }) => (
        <li key={role} className={isShut ? 'no' : ''}>
          {name === null ? (
            <span className="avatar g" aria-hidden>
              <Icon name="person" size={14} />
            </span>
          ) : (
            <Avatar name={name} />
          )}
          {isShut && name !== null && (
            <span className="bx">
              <Icon name="ban" size={14} />
            </span>
          )}
          <span>
            {role}
            <b className={name === null ? 'muted' : ''}>{name ?? none}</b>
          </span>
        </li>
      ))}
    </ol>
  );
}
