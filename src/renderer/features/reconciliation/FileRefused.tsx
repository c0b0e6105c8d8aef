import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/States.tsx';

/** Why a file was not taken, until the officer has seen it. The same file again did no harm, and is not called a fault. */
export function FileRefused({ error, onSeen }: { error: Refusal; onSeen: () => void }) {
  const t = useT();
  const seen = <IconButton size="s" icon="x" label={t('cases.seen')} onPress={onSeen} />;
  if (error.code === 'BANK_FILE_SEEN') {
    return (
      <div role="alert">
        <Notice tone="info" icon="dup" action={seen}>
          {errorWords(t, error)}
        </Notice>
      </div>
    );
  }
  return (
    <Notice tone="danger" action={seen}>
      {errorWords(t, error)}
    </Notice>
  );
}
