import type { PrintForm, PrintItem, PrintJob } from '../../../domain/print-jobs/print-job-state.ts';
import type { PrintJobEvent, PrintJobState } from '../../../domain/print-jobs/print-job-state.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Page, Stamp, TrailEntry } from '../cases/ports.ts';
import type { RegisteredLetter } from '../letters/ports.ts';

export interface PaperOfJob {
  readonly letterId: string;
  readonly form: PrintForm;
  readonly pages: number;
}

export interface NewPrintJob {
  readonly id: string;
  readonly printer: string;
  readonly twoSided: boolean;
  readonly papers: readonly PaperOfJob[];
}

export interface StoredPrintJob {
  readonly id: string;
  readonly version: number;
  readonly twoSided: boolean;
  readonly openedAt: IsoInstant;
  readonly openedByName: string;
  readonly job: PrintJob;
  /** In the order of the items. */
  readonly papers: readonly PaperOfJob[];
}

export type PrintJobSummary = Omit<StoredPrintJob, 'job' | 'papers'> & {
  readonly state: PrintJobState;
  readonly printer: string;
  readonly counts: Readonly<Record<PrintItem['state'], number>>;
};

export interface PrintJobReader {
  list(query: {
    readonly state?: readonly PrintJobState[] | undefined;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Page<PrintJobSummary>>;
  byId(id: string): Promise<StoredPrintJob | undefined>;
  trail(id: string): Promise<readonly TrailEntry<PrintJobEvent>[]>;
  /** The letters of a job, once each. */
  letters(id: string): Promise<readonly RegisteredLetter[]>;
  /** The number of one of these letters whose original waits or is under way in another job. */
  underWay(letterIds: readonly string[], exceptJob?: string): Promise<string | undefined>;
  /** Jobs after an id with all of their events: for recomputing. */
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<readonly { readonly id: string; job: PrintJob; events: readonly PrintJobEvent[] }[]>;
}

export interface PrintJobWriter extends PrintJobReader {
  open(job: NewPrintJob, stamp: Stamp & { readonly by: string }): Promise<void>;
  /** Appends events and derives the rows from them. False when the job has changed since `version`. */
  record(
    job: StoredPrintJob,
    events: readonly PrintJobEvent[],
    stamp: Stamp,
  ): Promise<StoredPrintJob | undefined>;
}
