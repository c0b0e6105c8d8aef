import type { LetterRow } from '../../../../contract/letters.ts';
import { bridge } from '../../../lib/bridge.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiJob } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { fileNameOf, letterErrorWords } from '../letter-words.ts';

/** A stamped copy as a file where the officer wants it; paper copies come from the print dialog. */
export function useStampedCopy(letter: LetterRow): {
  readonly save: () => Promise<void>;
  readonly isBusy: boolean;
} {
  const t = useT();
  const { run, isBusy } = useApiJob(api.letters.copy, ['letters', 'registry']);
  const save = async (): Promise<void> => {
    const made = await run({ id: letter.id });
    if (!made.ok) return toast({ tone: 'danger', text: letterErrorWords(t, made.error) });
    try {
      const name = `${t('letters.copyName')} ${fileNameOf(letter)}`;
      const path = await bridge.saveAs(made.value.bytes, name);
      if (path !== null) {
        toast({ tone: 'success', text: t('letters.copySaved'), note: `\u2066${path}\u2069` });
      }
    } catch {
      toast({ tone: 'danger', text: t('letters.saveFailed') });
    }
  };
  return { save, isBusy };
}
