import { useState } from 'react';
import type { ApiError } from '../../../../contract/errors.ts';
import { api } from '../../../lib/client.ts';
import { askToPrint, type LetterToPrint } from '../printing/print-desk.ts';

/** Papers of one print job at most. */
const JOB = 500;

/**
 * Takes the letters of a batch whose original is not out yet to the print desk, in the order of the list, as many as one
 * job may hold: what a jam or an evening left over is the next job.
 */
export function usePrintBatch(id: string): {
  readonly print: () => Promise<void>;
  readonly isBusy: boolean;
  readonly error: ApiError | null;
  /** Every original is out. */
  readonly isNoneLeft: boolean;
} {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [isNoneLeft, setNoneLeft] = useState(false);
  const print = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const found = await unprinted(id);
    setBusy(false);
    if ('code' in found) setError(found);
    else {
      setNoneLeft(found.length === 0);
      askToPrint(found);
    }
  };
  return { print, isBusy, error, isNoneLeft };
}

async function unprinted(id: string): Promise<LetterToPrint[] | ApiError> {
  const letters: LetterToPrint[] = [];
  for (let offset = 0; letters.length < JOB; offset += JOB) {
    const page = await api.letterBatches.items({ id, state: ['issued'], offset, limit: JOB });
    if (!page.ok) return page.error;
    for (const { letterId } of page.value.rows) {
      if (letterId === null || letters.length === JOB) continue;
      const found = await api.letters.letter({ id: letterId });
      if (!found.ok) return found.error;
      const { letter } = found.value;
      if (!letter.originalOut && letter.life !== 'void' && letter.file === 'ready') {
        letters.push(letter);
      }
    }
    if (offset + JOB >= page.value.total) break;
  }
  return letters;
}
