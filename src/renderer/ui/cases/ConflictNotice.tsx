import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Notice } from '../States.tsx';

/** Another officer was first: his version is on screen, and what was typed is kept. */
export function ConflictNotice({ onSeen }: { onSeen: () => void }) {
  const t = useT();
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
      <b>{t('cases.conflictTitle')}</b> {t('cases.conflictText')}
    </Notice>
  );
}
