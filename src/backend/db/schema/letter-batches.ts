import type {
  BatchItemState,
  BatchKind,
  LetterBatchState,
} from '../../../domain/letter-register/letter-batch.ts';
import type { LetterCaseType } from '../../../domain/letter-register/letter-state.ts';

export interface LetterBatchTable {
  id: string;
  kind: BatchKind;
  /** `BatchFilter` as JSON. */
  filter: string;
  state: LetterBatchState;
  started_by: string;
  started_at: string;
  finished_at: string | null;
}

export interface LetterBatchItemTable {
  batch_id: string;
  place: number;
  beneficiary_id: string;
  case_type: LetterCaseType;
  case_id: string;
  case_number: string;
  state: BatchItemState;
  reason: string | null;
  letter_id: string | null;
}
