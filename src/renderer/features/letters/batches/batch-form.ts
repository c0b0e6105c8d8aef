import type { InputOf } from '../../../../contract/api.ts';
import type { ComplaintCategory } from '../../../../domain/complaints/complaint-status.ts';
import type { BatchKind } from '../../../../domain/letter-register/letter-batch.ts';
import type { IsoDate, IsoMonth } from '../../../../domain/shared/iso-date.ts';

type Filter = InputOf<'letterBatches.start'>['filter'];

/** Stands for no narrowing. */
export const ANY = 'any';

/** A batch while the officer chooses it. */
export interface BatchOnScreen {
  readonly kind: BatchKind;
  readonly month: IsoMonth | null;
  readonly bankCode: string;
  readonly reasonCode: string;
  readonly category: ComplaintCategory | typeof ANY;
  readonly documents: string;
  readonly deliverBy: IsoDate | null;
  readonly note: string;
  readonly reason: string;
  readonly steps: string;
  readonly respondBy: IsoDate | null;
  readonly withoutAddress: boolean;
}

export const NO_BATCH: BatchOnScreen = {
  kind: 'resumeGuidance',
  month: null,
  bankCode: ANY,
  reasonCode: '',
  category: ANY,
  documents: '',
  deliverBy: null,
  note: '',
  reason: '',
  steps: '',
  respondBy: null,
  withoutAddress: true,
};

/** What is asked for; null while something that the kind needs is missing. */
export function filterOf(batch: BatchOnScreen): Filter | null {
  const { kind, month } = batch;
  switch (kind) {
    case 'resumeGuidance':
      return month === null
        ? null
        : {
            kind,
            month,
            bankCode: batch.bankCode === ANY ? null : batch.bankCode,
            reasonCode: batch.reasonCode.trim() || null,
          };
    case 'pensionHeld':
      return month === null || batch.reason.trim() === ''
        ? null
        : {
            kind,
            month,
            reason: batch.reason.trim(),
            steps: linesOf(batch.steps),
            respondBy: batch.respondBy,
          };
    case 'documentsRequest': {
      const documents = linesOf(batch.documents);
      return documents.length === 0 || batch.deliverBy === null
        ? null
        : {
            kind,
            category: batch.category === ANY ? null : batch.category,
            documents,
            deliverBy: batch.deliverBy,
            note: batch.note.trim() || null,
          };
    }
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
