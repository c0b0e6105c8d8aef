import type { LetterRow } from '../../../contract/letters.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/States.tsx';

/** In place of the preview: why there is no file yet, and what to do about it. */
export function NoLetterFile({
  letter,
  isBusy,
  onRetry,
}: {
  letter: LetterRow;
  isBusy: boolean;
  /** Left out for who may not. */
  onRetry: (() => void) | undefined;
}) {
  const t = useT();
  const retry =
    onRetry === undefined ? undefined : (
      <Button size="s" icon="refresh" isBusy={isBusy} onPress={onRetry}>
        {t('letters.retry')}
      </Button>
    );
  return (
    <div className="let-none">
      {letter.life === 'void' ? (
        <EmptyState icon="ban" title={t('letters.voidTitle')} />
      ) : letter.file === 'failed' ? (
        <EmptyState icon="alertc" title={t('letters.failedTitle')} action={retry}>
          {t('letters.failedText')}
        </EmptyState>
      ) : (
        <EmptyState icon="hourglass" title={t('letters.queuedTitle')} action={retry}>
          {t('letters.queuedText')}
        </EmptyState>
      )}
    </div>
  );
}
