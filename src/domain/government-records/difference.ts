import type { SubjectNo } from '../registry/household-fact.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { DifferenceOutcome, RecordField } from './record-kinds.ts';
import type { RecordValue } from './record-value.ts';

/** One thing that a record says otherwise than the registry, or that the registry does not know. */
export interface Difference {
  readonly line: number;
  readonly field: RecordField;
  readonly outcome: DifferenceOutcome;
  /** The household's number of the person; null for somebody unknown. */
  readonly subject: SubjectNo | null;
  /** Record of the fact that was compared; null where nothing is known. */
  readonly record: number | null;
  readonly ours: RecordValue | null;
  readonly theirs: RecordValue;
  /** From when the record says that it holds; null where it does not say. */
  readonly validFrom: IsoDate | null;
}

export interface Compared {
  readonly agreed: number;
  readonly differences: readonly Difference[];
}
