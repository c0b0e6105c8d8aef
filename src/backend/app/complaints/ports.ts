import type { ParsedInputOf } from '../../../contract/api.ts';
import type { SavedView } from '../../../contract/complaints.ts';
import type {
  Channel,
  ComplaintCategory,
  ComplaintStatus,
} from '../../../domain/complaints/complaint-status.ts';
import type {
  ComplaintEvent,
  ComplaintState,
  RecordedComplaintEvent,
} from '../../../domain/complaints/complaint.ts';
import type { ClaimMonth } from '../../../domain/complaints/file-complaint.ts';
import type { MonthPayment } from '../../../domain/complaints/month-facts.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { OfficerRef, Page, QueuePerson, Stamp, TrailEntry } from '../cases/ports.ts';

/** A complaint with its claim and where it stands. */
export interface ComplaintFile {
  readonly id: string;
  readonly ticket: string;
  readonly beneficiaryId: string;
  readonly category: ComplaintCategory;
  readonly channel: Channel;
  readonly claim: string;
  readonly claimed: Halalas;
  readonly lateReason: string | null;
  readonly version: number;
  readonly months: readonly ClaimMonth[];
  readonly state: ComplaintState;
}

export interface NewComplaint extends Omit<ComplaintFile, 'version'> {
  readonly filedBy: string | null;
  readonly lateAllowedBy: string | null;
  readonly createdAt: IsoInstant;
}

export interface ComplaintQueueRow extends QueuePerson {
  readonly id: string;
  readonly ticket: string;
  readonly category: ComplaintCategory;
  readonly status: ComplaintStatus;
  readonly filedOn: IsoDate;
  readonly deadlineOn: IsoDate | null;
  readonly pausedOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly claimed: Halalas;
  readonly assignedTo: OfficerRef | null;
  readonly version: number;
}

/** A payment of one of the claim's months with its trace. */
export interface TracedPayment extends QueuePerson, MonthPayment {
  readonly id: string;
  readonly month: IsoMonth;
  /** Code of the programme. */
  readonly programme: string;
  readonly cycleNumber: number;
  readonly bankCode: string;
  readonly iban: string;
  readonly endToEndId: string;
  readonly reasonCode: string | null;
  readonly events: readonly {
    readonly seq: number;
    readonly type: string;
    readonly at: IsoInstant;
    readonly effectiveOn: IsoDate | null;
    readonly amount: Halalas | null;
    readonly reasonList: string | null;
    readonly reasonCode: string | null;
    readonly reasonText: string | null;
    readonly fileName: string | null;
    readonly officerName: string | null;
    readonly reversed: boolean;
  }[];
}

export type ComplaintQueue = ParsedInputOf<'complaints.list'> & {
  readonly officerId: string;
  readonly today: IsoDate;
};

export interface ComplaintReader {
  counts(officerId: string, today: IsoDate): Promise<Record<SavedView, number>>;
  /** How many wait for approval that this officer did not propose. */
  waitingFor(officerId: string): Promise<number>;
  queue(query: ComplaintQueue): Promise<Page<ComplaintQueueRow>>;
  queueRow(id: string): Promise<ComplaintQueueRow | undefined>;
  byId(id: string): Promise<ComplaintFile | undefined>;
  trail(id: string): Promise<readonly TrailEntry<ComplaintEvent>[]>;
  /** Payments of a person for some months, oldest cycle first. */
  payments(beneficiaryId: string, months: readonly IsoMonth[]): Promise<readonly TracedPayment[]>;
  /** An undecided complaint of the person about one of the months. */
  openAbout(
    beneficiaryId: string,
    months: readonly IsoMonth[],
  ): Promise<{ id: string; ticket: string; month: IsoMonth } | undefined>;
  /** The days on which cycles of these months were paid. */
  payDates(months: readonly IsoMonth[]): Promise<ReadonlyMap<IsoMonth, IsoDate>>;
  /** The last month whose list has gone to the banks. */
  lastCycleMonth(): Promise<IsoMonth | null>;
  /** Complaints after an id with all of their events, in the order of ids: for recomputing. */
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      id: string;
      ticket: string;
      state: ComplaintState;
      events: readonly RecordedComplaintEvent[];
    }[]
  >;
}

export interface ComplaintWriter extends ComplaintReader {
  add(complaint: NewComplaint): Promise<void>;
  /** False when the row has changed since `version`. */
  save(id: string, version: number, next: ComplaintState): Promise<boolean>;
  append(id: string, events: readonly ComplaintEvent[], stamp: Stamp): Promise<void>;
}
