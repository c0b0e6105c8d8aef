import type { PicturesDto, Standing } from '../../../contract/pictures.ts';
import { openQueue, setDesk } from './reconciliation-store.ts';

export type ReasonFigure = PicturesDto['reasons'][number];

/** The share of what was sent that did not arrive, 0 to 1. */
export function failedShare({ sent, rejected, returned }: Standing): number {
  return sent.count === 0 ? 0 : (rejected.count + returned.count) / sent.count;
}

/** The exceptions of a bank: the queues, narrowed to it. */
export function showBank(bankCode: string): void {
  openQueue(null);
  setDesk({ bankCode });
}

/** The exceptions of a reason: its queue, narrowed to the code where it has one. */
export function showReason({ action }: ReasonFigure): void {
  openQueue({ action, sort: null });
}
