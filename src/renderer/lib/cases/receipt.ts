import { COMPLAINT_PAPERS } from '../../../domain/letters/kinds/complaint-form.ts';
import { receivedOf, usualPapers, type Paper } from './papers.ts';

/** The receipt of a case that is being filed. */
export interface ReceiptOnScreen {
  /** Null until the officer says: then it follows the channel. */
  readonly wanted: boolean | null;
  readonly papers: readonly Paper[];
}

export const NEW_RECEIPT: ReceiptOnScreen = {
  wanted: null,
  papers: usualPapers(COMPLAINT_PAPERS),
};

/** Somebody who stands at the desk takes his receipt along; who files from afar has it from there. */
export function isReceiptWanted({ wanted }: ReceiptOnScreen, channel: string): boolean {
  return wanted ?? channel === 'branch';
}

export function receiptOf(
  receipt: ReceiptOnScreen,
  channel: string,
): { documents: string[] } | null {
  return isReceiptWanted(receipt, channel) ? { documents: receivedOf(receipt.papers) } : null;
}
