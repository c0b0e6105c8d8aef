import type { Refusal } from '../../../domain/shared/result.ts';
import { wordedRefusal } from '../../lib/cases/worded-refusal.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Notice, RefusalNotice } from '../States.tsx';

/**
 * Why a step on a case was refused, beside the button that was pressed. Another officer's change is said as such: his
 * version is on screen by then, and nothing that was typed is lost.
 */
export function ActionRefused({ error }: { error: Refusal | null }) {
  const t = useT();
  if (error === null) return null;
  if (error.code === 'CONFLICT') {
    return (
      <Notice tone="warning" icon="refresh">
        <b>{t('cases.conflictTitle')}</b> {t('cases.conflictText')}
      </Notice>
    );
  }
  return <RefusalNotice error={wordedRefusal(t, error)} />;
}
