import type { Generated } from 'kysely';
import type { PairEventType, PairStatus } from '../../../domain/duplicates/pair-status.ts';
import type { MergeStatus } from '../../../domain/duplicates/merge.ts';
import type {
  DifferenceOutcome,
  DifferenceStatus,
  RecordField,
  RecordKind,
} from '../../../domain/government-records/record-kinds.ts';

export interface DuplicateScanTable {
  no: Generated<number>;
  at: string;
  officer_id: string;
  files: number;
  compared: number;
  found: number;
  crowded: number;
}

export interface DuplicatePairTable {
  id: string;
  one_no: number;
  other_no: number;
  score: number;
  /** `PairGround[]` as JSON. */
  grounds: string;
  scan_no: number;
  found_at: string;
  status: Generated<PairStatus>;
  request_id: string | null;
  version: Generated<number>;
}

export interface DuplicatePairEventTable {
  seq: Generated<number>;
  pair_id: string;
  type: PairEventType;
  at: string;
  officer_id: string | null;
  reason: Generated<string>;
}

export interface FileMergeTable {
  id: string;
  pair_id: string;
  kept_id: string;
  left_id: string;
  status: MergeStatus;
  reason: string;
  proposed_at: string;
  proposed_by: string;
  decided_at: string | null;
  decided_by: string | null;
  decision_reason: Generated<string>;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: Generated<string>;
  version: Generated<number>;
}

export interface DependantTwiceTable {
  national_id: string;
  beneficiary_no: number;
  subject: number;
  scan_no: number;
}

export interface UpdateRequestTable {
  id: string;
  number: string;
  beneficiary_id: string;
  /** `string[]` as JSON. */
  asked: string;
  asked_at: string;
  asked_by: string;
  letter_id: string | null;
  notified_on: string;
  due_on: string;
  /** The first day on which not having updated is a ground to stop the pension. */
  stop_from: string;
  status: Generated<'open' | 'answered' | 'withdrawn'>;
  closed_at: string | null;
  closed_by: string | null;
  closing_note: Generated<string>;
  version: Generated<number>;
}

export interface RecordBatchTable {
  no: Generated<number>;
  id: string;
  kind: RecordKind;
  source: string;
  file_name: string;
  sha256: string;
  /** `RecordLayout` as JSON. */
  layout: string;
  as_of: string;
  rows: number;
  bad_rows: number;
  /** Fields that agreed. */
  agreed: number;
  status: 'committed' | 'undone';
  committed_at: string;
  committed_by: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: Generated<string>;
  version: Generated<number>;
}

export interface RecordBadRowTable {
  batch_no: number;
  line: number;
  field: string;
  code: string;
  value: string;
}

export interface RecordDifferenceTable {
  no: Generated<number>;
  id: string;
  batch_no: number;
  line: number;
  beneficiary_no: number | null;
  subject: number | null;
  /** `household_fact.record` that was compared; null where nothing is known. */
  record: number | null;
  national_id: string;
  name: string;
  field: RecordField;
  outcome: DifferenceOutcome;
  ours: string | null;
  theirs: string;
  valid_from: string | null;
  status: Generated<DifferenceStatus>;
  decided_at: string | null;
  decided_by: string | null;
  reason: Generated<string>;
  change_no: number | null;
  request_id: string | null;
  version: Generated<number>;
}
