import type { ParsedInputOf } from '../../../contract/api.ts';
import type { SavedView } from '../../../contract/complaints.ts';
import type { Channel } from '../../../domain/complaints/complaint-status.ts';
import type { RefusalReason } from '../../../domain/objections/objection-letter.ts';
import type { ObjectionStatus } from '../../../domain/objections/objection-status.ts';
import type {
  ObjectionEvent,
  ObjectionState,
  RecordedObjectionEvent,
} from '../../../domain/objections/objection.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { OfficerRef, Page, QueuePerson, Stamp, TrailEntry } from '../cases/ports.ts';

/** An objection with what it contests and where it stands. */
export interface ObjectionFile {
  readonly id: string;
  readonly number: string;
  readonly beneficiaryId: string;
  readonly refusedOn: IsoDate;
  readonly notifiedOn: IsoDate;
  readonly channel: Channel;
  readonly statement: string;
  readonly lateReason: string | null;
  readonly version: number;
  readonly state: ObjectionState;
}

export interface NewObjection extends Omit<ObjectionFile, 'version'> {
  readonly filedBy: string | null;
  readonly lateAllowedBy: string | null;
  readonly createdAt: IsoInstant;
}

export interface ObjectionQueueRow extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly status: ObjectionStatus;
  readonly refusedOn: IsoDate;
  readonly filedOn: IsoDate;
  readonly deadlineOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly reasons: readonly string[];
  readonly assignedTo: OfficerRef | null;
  readonly version: number;
}

export type ObjectionQueue = ParsedInputOf<'objections.list'> & {
  readonly officerId: string;
  readonly today: IsoDate;
};

export interface RefusalReasonEntry extends RefusalReason {
  readonly active: boolean;
}

export interface ObjectionReader {
  counts(officerId: string, today: IsoDate): Promise<Record<SavedView, number>>;
  /** How many wait for approval that this officer neither proposed nor refused at first. */
  waitingFor(officerId: string): Promise<number>;
  queue(query: ObjectionQueue): Promise<Page<ObjectionQueueRow>>;
  queueRow(id: string): Promise<ObjectionQueueRow | undefined>;
  byId(id: string): Promise<ObjectionFile | undefined>;
  trail(id: string): Promise<readonly TrailEntry<ObjectionEvent>[]>;
  /** An undecided objection of the person. */
  openOf(beneficiaryId: string): Promise<{ id: string; number: string } | undefined>;
  refusalReasons(): Promise<readonly RefusalReasonEntry[]>;
  /** Objections after an id with all of their events, in the order of ids: for recomputing. */
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      id: string;
      number: string;
      state: ObjectionState;
      events: readonly RecordedObjectionEvent[];
    }[]
  >;
}

export interface ObjectionWriter extends ObjectionReader {
  add(objection: NewObjection): Promise<void>;
  /** False when the row has changed since `version`. */
  save(id: string, version: number, next: ObjectionState): Promise<boolean>;
  append(id: string, events: readonly ObjectionEvent[], stamp: Stamp): Promise<void>;
}
