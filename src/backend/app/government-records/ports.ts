import type { Difference } from '../../../domain/government-records/difference.ts';
import type {
  DifferenceOutcome,
  DifferenceStatus,
  RecordField,
  RecordKind,
} from '../../../domain/government-records/record-kinds.ts';
import type { RecordLayout } from '../../../domain/government-records/record-layout.ts';
import type { RowProblem } from '../../../domain/government-records/record-row.ts';
import type { UpdateStatus } from '../../../domain/government-records/update-request.ts';
import type { AnyFact } from '../../../domain/registry/household-fact.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { TableEncoding } from '../../../domain/tables/table-layout.ts';
import type { Page, Stamp } from '../cases/ports.ts';
import type { TableHead, TableHeadRow } from '../reconciliation/mapping-ports.ts';

/** Lists of registers on the disk. Every call may throw `RefusedFile`, and `Cancelled` when the signal was aborted. */
export interface RecordFiles {
  /** SHA-256 of the content, hexadecimal. */
  hash(path: string, signal: AbortSignal): Promise<string>;
  head(
    path: string,
    options: {
      readonly signal: AbortSignal;
      readonly maxBytes: number;
      readonly encoding: TableEncoding | null;
    },
  ): Promise<TableHead>;
  /** Filled rows with the titles, some at a time. */
  rows(
    path: string,
    layout: Pick<RecordLayout, 'encoding' | 'sheet'>,
    options: {
      readonly signal: AbortSignal;
      readonly maxBytes: number;
      readonly onProgress: (done: number, total: number) => void;
    },
  ): AsyncIterable<readonly TableHeadRow[]>;
}

/** Where somebody belongs: head of a household (0) or a dependant by his number. */
export interface Belonging {
  readonly nationalId: string;
  readonly no: number;
  readonly subject: number;
}

export interface NewBatch {
  readonly id: string;
  readonly kind: RecordKind;
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly layout: RecordLayout;
  readonly asOf: IsoDate;
  readonly rows: number;
  readonly badRows: number;
  readonly agreed: number;
}

export interface StoredBatch extends Omit<NewBatch, 'layout' | 'sha256'> {
  readonly differences: number;
  readonly open: number;
  readonly status: 'committed' | 'undone';
  readonly committedAt: IsoInstant;
  readonly committedBy: string;
  readonly undoneAt: IsoInstant | null;
  readonly undoneBy: string | null;
  readonly version: number;
}

export interface NewDifference extends Difference {
  readonly id: string;
  readonly nationalId: string;
  readonly name: string;
  readonly beneficiaryNo: number | null;
}

export interface StoredDifference extends Difference {
  readonly id: string;
  readonly batchId: string;
  readonly batchStatus: 'committed' | 'undone';
  readonly asOf: IsoDate;
  readonly nationalId: string;
  readonly name: string;
  readonly head: {
    readonly beneficiaryId: string;
    readonly name: string;
    readonly nationalId: string;
  } | null;
  readonly status: DifferenceStatus;
  readonly decidedAt: IsoInstant | null;
  readonly decidedBy: string | null;
  readonly reason: string;
  readonly version: number;
}

export interface NewRequest {
  readonly id: string;
  readonly number: string;
  readonly beneficiaryId: string;
  readonly asked: readonly string[];
  readonly letterId: string;
  readonly notifiedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly stopFrom: IsoDate;
}

export interface StoredRequest extends Omit<NewRequest, 'letterId'> {
  readonly name: string;
  readonly nationalId: string;
  readonly letterNumber: string | null;
  readonly askedBy: string;
  readonly status: UpdateStatus;
  readonly closingNote: string;
  readonly version: number;
}

export type WantedStanding = 'due' | 'late' | 'stopGround' | 'open' | 'closed';

export interface DifferenceFilter {
  readonly batchId: string;
  readonly status?: DifferenceStatus | undefined;
  readonly field?: RecordField | undefined;
  readonly outcome?: DifferenceOutcome | undefined;
}

export interface GovernmentRecordReader {
  /** When a list with this content was imported and not taken back. */
  importedAt(sha256: string): Promise<IsoInstant | null>;
  /** Where people belong, in files that are nobody else's by now; those whom nobody knows are left out. */
  belongings(nationalIds: readonly string[]): Promise<readonly Belonging[]>;
  /** What is known now of households, by their numbers. */
  knownFacts(nos: readonly number[]): Promise<ReadonlyMap<number, readonly AnyFact[]>>;
  batches(): Promise<readonly StoredBatch[]>;
  batch(id: string): Promise<StoredBatch | undefined>;
  badRows(batchId: string): Promise<readonly RowProblem[]>;
  counts(batchId: string): Promise<
    readonly {
      readonly field: RecordField;
      readonly outcome: DifferenceOutcome;
      readonly status: DifferenceStatus;
      readonly count: number;
    }[]
  >;
  differences(
    filter: DifferenceFilter,
    window: { readonly offset: number; readonly limit: number },
  ): Promise<Page<StoredDifference>>;
  difference(id: string): Promise<StoredDifference | undefined>;
  requests(
    standing: WantedStanding,
    today: IsoDate,
    window: { readonly offset: number; readonly limit: number },
  ): Promise<Page<StoredRequest>>;
  requestCounts(today: IsoDate): Promise<{
    readonly due: number;
    readonly late: number;
    readonly stopGround: number;
    readonly closed: number;
  }>;
  requestById(id: string): Promise<StoredRequest | undefined>;
}

export interface DifferenceDecision {
  readonly status: 'accepted' | 'rejected' | 'asked';
  readonly reason: string;
  readonly changeNo: number | null;
  readonly requestId: string | null;
}

export interface GovernmentRecordWriter extends GovernmentRecordReader {
  addBatch(batch: NewBatch, by: Stamp): Promise<number>;
  addBadRows(batchNo: number, rows: readonly RowProblem[]): Promise<void>;
  addDifferences(batchNo: number, differences: readonly NewDifference[]): Promise<void>;
  /** False when it has changed since. */
  undoBatch(id: string, version: number, reason: string, by: Stamp): Promise<boolean>;
  decide(id: string, version: number, decision: DifferenceDecision, by: Stamp): Promise<boolean>;
  addRequest(request: NewRequest, by: Stamp): Promise<void>;
  closeRequest(
    id: string,
    version: number,
    closing: { readonly status: 'answered' | 'withdrawn'; readonly note: string },
    by: Stamp,
  ): Promise<boolean>;
}
