import { useEffect, useRef } from 'react';
import type { Refusal } from '../../../domain/shared/result.ts';
import { caseErrorWords } from '../../lib/cases/case-error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Notice } from '../States.tsx';

/**
 * Why a step on a case was refused, beside the button that was pressed. Another officer's change is said as such: his
 * version is on screen by then, and nothing that was typed is lost.
 */
export function ActionRefused({
  error,
  isOnScreen = false,
}: {
  error: Refusal | null;
  /** It stands on the screen itself, where `ConflictNotice` says what another officer did. */
  isOnScreen?: boolean;
}) {
  const t = useT();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => strip.current?.scrollIntoView({ block: 'nearest' }), [error]);
  if (error === null || error.code === 'CANCELLED') return null;
  if (error.code === 'CONFLICT') {
    if (isOnScreen) return null;
    return (
      <div ref={strip}>
        <Notice tone="warning" icon="refresh">
          <b>{t('cases.conflictTitle')}</b> {t('cases.conflictText')}
        </Notice>
      </div>
    );
  }
  return (
    <div ref={strip}>
      <Notice tone="danger">{caseErrorWords(t, error)}</Notice>
    </div>
  );
}
