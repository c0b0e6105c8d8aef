import type { LetterRow } from '../../../../contract/letters.ts';
import { createOfficerStore } from '../../../lib/officer-store.ts';

export type LetterToPrint = Pick<
  LetterRow,
  'id' | 'number' | 'sha256' | 'pages' | 'originalOut' | 'file' | 'life'
>;

interface PrintDesk {
  /** What the officer is about to print. */
  readonly asked: readonly LetterToPrint[] | null;
  /** The job whose progress is open. */
  readonly shownJob: string | null;
}

export const usePrintDesk = createOfficerStore<PrintDesk>(() => ({ asked: null, shownJob: null }));

/** Opens the print dialog for letters, in this order. */
export function askToPrint(letters: readonly LetterToPrint[]): void {
  if (letters.length > 0) usePrintDesk.setState({ asked: letters });
}

export function showPrintJob(id: string): void {
  usePrintDesk.setState({ asked: null, shownJob: id });
}

export function closePrintDesk(): void {
  usePrintDesk.setState({ asked: null, shownJob: null });
}
