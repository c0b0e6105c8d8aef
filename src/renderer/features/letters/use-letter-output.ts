import { useState } from 'react';
import type { LetterRow } from '../../../contract/letters.ts';
import { api } from '../../lib/client.ts';
import { bridge } from '../../lib/bridge.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { fileNameOf } from './letter-words.ts';

type Problem = 'printFailed' | 'saveFailed';

/** Printing and saving exactly the archived bytes; each printing goes on the letter's trail. */
export function useLetterOutput(letter: LetterRow | undefined, bytes: Uint8Array | null) {
  const t = useT();
  const record = useApiCommand(api.letters.recordPrint, ['letters', 'registry']);
  const [isPrinting, setPrinting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const recordPrint = async ({ id, version }: LetterRow): Promise<void> => {
    const recorded = await record.run({ id, expectedVersion: version });
    if (recorded.ok || recorded.error.code !== 'CONFLICT') return;
    // The paper is out: somebody else's printing meanwhile must not keep this one off the trail.
    const now = await api.letters.letter({ id });
    if (now.ok) await record.run({ id, expectedVersion: now.value.letter.version });
  };

  const print = async (): Promise<void> => {
    if (letter === undefined || bytes === null || isPrinting) return;
    setProblem(null);
    setPrinting(true);
    try {
      const { printed } = await bridge.print(bytes, letter.number ?? letter.id);
      if (printed) {
        await recordPrint(letter);
        toast({ tone: 'success', text: t('letters.printedNow', { number: letter.number ?? '' }) });
      } else {
        toast({ tone: 'info', text: t('letters.notPrinted'), note: t('letters.notPrintedText') });
      }
    } catch {
      setProblem('printFailed');
    } finally {
      setPrinting(false);
    }
  };

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

  return { print, save, isPrinting, problem, recordError: record.error };
}
