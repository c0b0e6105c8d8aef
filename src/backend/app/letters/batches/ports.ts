import type { BatchFilter } from '../../../../contract/letter-batches.ts';
import type { ParsedInputOf } from '../../../../contract/api.ts';
import type {
  BatchExclusion,
  BatchItemState,
  BatchKind,
  LetterBatchState,
} from '../../../../domain/letter-register/letter-batch.ts';
import type { LetterCaseType } from '../../../../domain/letter-register/letter-state.ts';
import type { IsoInstant } from '../../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson } from '../../cases/ports.ts';

/** Somebody whom a filter finds. */
export interface BatchSubject extends QueuePerson {
  readonly caseType: LetterCaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly excluded: BatchExclusion | null;
}

export interface LetterBatch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly filter: BatchFilter;
  readonly state: LetterBatchState;
  readonly startedById: string;
  readonly startedBy: string;
  readonly startedAt: IsoInstant;
  readonly finishedAt: IsoInstant | null;
  readonly total: number;
  readonly pending: number;
  readonly issued: number;
  readonly skipped: number;
  readonly ready: number;
}

export interface BatchItem extends QueuePerson {
  readonly place: number;
  readonly caseType: LetterCaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly state: BatchItemState;
  readonly reason: string | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

/** An issued letter of a batch as its output needs it. */
export interface BatchLetter {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Null while its file is not made. */
  readonly sha256: string | null;
  readonly isVoid: boolean;
}

export interface LetterBatchReader {
  /** Whom a filter finds, in the order of their names. */
  subjects(filter: BatchFilter, withoutAddress: boolean): Promise<readonly BatchSubject[]>;
  list(window: ParsedInputOf<'letterBatches.list'>): Promise<Page<LetterBatch>>;
  byId(id: string): Promise<LetterBatch | undefined>;
  items(query: ParsedInputOf<'letterBatches.items'>): Promise<Page<BatchItem>>;
  /** The next items without a letter, in their order. */
  pending(id: string, limit: number): Promise<readonly BatchItem[]>;
  /** Issued letters in the order of the list. */
  letters(id: string): Promise<readonly BatchLetter[]>;
  /** Letters of a batch whose files are not made. */
  unset(id: string): Promise<readonly string[]>;
  /** Batches that run, or were running when the process ended. */
  running(): Promise<readonly string[]>;
  /** Whether a letter of this kind that is not void speaks of this business. */
  hasLetter(kind: BatchKind, caseType: LetterCaseType, caseId: string): Promise<boolean>;
  /** Places whose letter is not of the same person and business, or which lack one: none, unless something is wrong. */
  faults(): Promise<readonly { readonly batchId: string; readonly place: number }[]>;
}

export interface LetterBatchWriter extends LetterBatchReader {
  add(batch: {
    readonly id: string;
    readonly filter: BatchFilter;
    readonly subjects: readonly BatchSubject[];
    readonly officerId: string;
    readonly at: IsoInstant;
  }): Promise<void>;
  settle(
    id: string,
    place: number,
    outcome: { readonly letterId: string } | { readonly reason: string },
  ): Promise<void>;
  setState(id: string, state: LetterBatchState, at: IsoInstant): Promise<void>;
}

/** Puts the pages of several files into one, in their order. */
export interface LetterMerger {
  add(bytes: Uint8Array): Promise<void>;
  finish(): Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
}
export type CreateLetterMerger = (options: {
  readonly title: string;
  /** Fills each letter up to whole sheets. */
  readonly blankPages: boolean;
}) => Promise<LetterMerger>;
