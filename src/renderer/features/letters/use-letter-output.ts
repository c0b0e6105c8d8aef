import { useState } from 'react';
import type { LetterRow } from '../../../contract/letters.ts';
import { bridge } from '../../lib/bridge.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { fileNameOf } from './letter-words.ts';

/** Saving exactly the archived bytes. */
export function useLetterOutput(letter: LetterRow | undefined, bytes: Uint8Array | null) {
  const t = useT();
  const [problem, setProblem] = useState<'saveFailed' | null>(null);

  const save = async (): Promise<void> => {
    if (letter === undefined || bytes === null) return;
    setProblem(null);
    try {
      const path = await bridge.saveAs(bytes, fileNameOf(letter));
      // A path reads from the left in both languages.
      if (path !== null)
        toast({ tone: 'success', text: t('letters.saved'), note: `\u2066${path}\u2069` });
    } catch {
      setProblem('saveFailed');
    }
  };

  return { save, problem };
}
