import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/States.tsx';
import { ChangeList } from './ChangeList.tsx';
import { useHistory } from './use-history.ts';

/** Another officer was first: what he recorded since, and what was typed stays. */
export function ConflictView({
  personId,
  since,
  onSeen,
}: {
  personId: string;
  since: number;
  onSeen: () => void;
}) {
  const t = useT();
  const found = useHistory(personId, null);
  const others = (found.data ?? []).filter(({ no }) => no > since);
  return (
    <div className="hh-conflict">
      <Notice
        tone="warning"
        icon="refresh"
        action={
          <Button size="s" onPress={onSeen} isDisabled={others.length === 0}>
            {t('households.conflictSeen')}
          </Button>
        }
      >
        <b>{t('households.conflictTitle')}</b> {t('households.conflictNext')}
      </Notice>
      <ChangeList changes={others} />
    </div>
  );
}
