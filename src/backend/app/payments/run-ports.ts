import type { OutputOf } from '../../../contract/api.ts';
import type {
  ClosingFacts,
  CountAndAmount,
  CycleStanding,
} from '../../../domain/payments/closing.ts';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type {
  CycleEventType,
  ExportFormat,
  ProposalStatus,
  RunOrigin,
  RunStatus,
} from '../../../domain/payments/run.ts';
import type { PayerSetting } from '../../../domain/settings/settings.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { NumberRange } from '../reconciliation/ports.ts';
import type { Cycle } from './ports.ts';

export interface Run {
  readonly no: number;
  readonly id: string;
  readonly cycle: Cycle;
  /** Inside the cycle. */
  readonly number: number;
  readonly origin: RunOrigin;
  readonly status: RunStatus;
  readonly programme: string;
  readonly fileName: string | null;
  readonly payments: number;
  readonly amount: Halalas;
  readonly madeAt: IsoInstant;
  readonly madeBy: string;
  readonly sentAt: IsoInstant | null;
  readonly sentBy: string | null;
  readonly exportFormat: ExportFormat | null;
  readonly exportSha256: string | null;
  readonly exportBytes: number | null;
  readonly version: number;
}

/** Payments of one kind of a run, by their numbers, both included. */
export interface RunRange {
  readonly kind: PaymentKind;
  readonly from: number;
  readonly to: number;
}

/** A payment as a bank file names it. */
export interface OrderedPayment {
  readonly no: number;
  readonly kind: PaymentKind;
  readonly endToEndId: string;
  readonly instructionId: string;
  readonly amount: Halalas;
  readonly iban: string;
  readonly bankCode: string;
  readonly name: string;
  readonly nationalId: string;
}

export interface Stamp {
  readonly at: IsoInstant;
  readonly officerId: string;
}

export interface CycleEvent {
  readonly type: CycleEventType;
  readonly runNo?: number;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A payment as far as it decides what an officer may do to it. */
export interface ActedPayment {
  readonly no: number;
  readonly id: string;
  readonly endToEndId: string;
  readonly status: PaymentStatus;
  readonly live: boolean;
  readonly contradicted: boolean;
  readonly cycleMonth: IsoMonth;
  readonly cycleStatus: 'open' | 'closed';
  /** The run that it stands in. */
  readonly run: { readonly no: number; readonly status: RunStatus } | null;
}

export interface PreparedPayment {
  readonly id: string;
  readonly cycleNumber: number;
  readonly beneficiaryId: string;
  readonly programmeNo: number;
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly iban: string;
  readonly bankCode: string;
  readonly endToEndId: string;
}

export interface RunReader {
  cycle(id: string): Promise<(Cycle & { readonly version: number }) | undefined>;
  closedMonths(): Promise<ReadonlySet<IsoMonth>>;
  /** In the order of their numbers. */
  runsOf(cycleId: string): Promise<readonly Run[]>;
  run(id: string): Promise<Run | undefined>;
  /** Prepared payments of a cycle that stand in no run, by programme; recoveries apart. */
  waiting(cycleId: string): Promise<Omit<OutputOf<'payments.runs'>, 'runs'>>;
  /** Another live attempt for the person, month, kind and programme. */
  liveAttempt(
    attempt: Pick<PreparedPayment, 'beneficiaryId' | 'month' | 'kind' | 'programmeNo'>,
  ): Promise<{ readonly endToEndId: string; readonly status: PaymentStatus } | undefined>;
  acted(ids: readonly string[]): Promise<readonly ActedPayment[]>;
  /** The next payments of a run and kind after a number. */
  nextOfRun(
    runNo: number,
    kind: PaymentKind,
    after: number,
    limit: number,
  ): Promise<RunRange | null>;
  /** End-to-end ids of a run's prepared payments of which a bank says that it paid them, or another attempt at the same. */
  saidPaid(runNo: number): Promise<readonly string[]>;
  ordered(runNo: number, range: RunRange): Promise<readonly OrderedPayment[]>;
  /** Whether a bank has said anything about one of these payments, or one of them is no longer as it was sent. */
  isAnswered(runNo: number, range: RunRange): Promise<boolean>;
}

export interface RunWriter extends RunReader {
  addPrepared(payment: PreparedPayment, by: Stamp, reason: string): Promise<void>;
  addRun(run: {
    readonly id: string;
    readonly cycleId: string;
    readonly number: number;
    readonly programmeNo: number;
    readonly by: Stamp;
  }): Promise<number>;
  /** Puts the waiting payments of a programme into a run. */
  gather(runNo: number, cycleNumber: number, programmeNo: number): Promise<void>;
  /** Takes payments out of a run that was not sent: given ones, or all that are not prepared. */
  takeOut(runNo: number, payments: readonly number[] | 'unprepared' | 'all'): Promise<void>;
  /** Counts and sums a run anew. */
  recount(runNo: number): Promise<CountAndAmount>;
  removeRun(runNo: number): Promise<void>;
  markSent(runNo: number, range: RunRange, by: Stamp, on: IsoDate): Promise<void>;
  unmarkSent(runNo: number, range: RunRange, by: Stamp): Promise<number>;
  /** False when the run has changed since `version`. */
  setExported(
    runNo: number,
    version: number,
    by: Stamp,
    file: {
      readonly format: ExportFormat;
      readonly sha256: string;
      readonly sizeBytes: number;
    } | null,
  ): Promise<boolean>;
  /** Appends one event to each payment and lets it stand where the event says. */
  act(
    payments: readonly number[],
    type: 'held' | 'cancelled',
    by: Stamp,
    reason: string,
  ): Promise<void>;
  /** Reverses the holding of payments: each stands again where it stood before. */
  unhold(payments: readonly number[], by: Stamp, reason: string): Promise<void>;
  explain(payments: readonly number[], text: string, by: Stamp): Promise<void>;
  appendCycleEvent(cycleId: string, event: CycleEvent, by: Stamp): Promise<void>;
}

export interface StoredProposal {
  readonly id: string;
  readonly cycle: Cycle;
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly programme: string;
  readonly programmeNo: number;
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly reason: string;
  readonly complaintId: string | null;
  readonly ticket: string | null;
  /** The settlement of past months that it belongs to: it is decided whole. */
  readonly settlement: { readonly id: string; readonly number: string } | null;
  readonly status: ProposalStatus;
  readonly proposedAt: IsoInstant;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly decidedAt: IsoInstant | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly paymentId: string | null;
  readonly version: number;
}

export interface NewProposal {
  readonly id: string;
  readonly cycleId: string;
  readonly beneficiaryId: string;
  readonly programmeNo: number;
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly reason: string;
  readonly complaintId: string | null;
}

export interface ProposalReader {
  ofCycle(cycleId: string): Promise<readonly StoredProposal[]>;
  byId(id: string): Promise<StoredProposal | undefined>;
  /** Whether a complaint has already led to a payment for a month. */
  ofComplaint(complaintId: string, month: IsoMonth): Promise<boolean>;
}

export interface ProposalWriter extends ProposalReader {
  add(proposal: NewProposal, by: Stamp): Promise<void>;
  /** False when it has changed since `version`. */
  decide(
    id: string,
    version: number,
    decision: {
      readonly status: Exclude<ProposalStatus, 'proposed'>;
      readonly reason: string;
      readonly paymentId: string | null;
    },
    by: Stamp,
  ): Promise<boolean>;
}

export interface ClosingReader {
  /**
   * What decides whether the cycle can be closed.
   * @param paidStatuses Statuses that count as an answer (setting).
   */
  facts(
    cycleId: string,
    paidStatuses: readonly PaymentStatus[],
  ): Promise<Omit<ClosingFacts, 'payDate' | 'today'> & { readonly explained: CountAndAmount }>;
  /** Of every cycle, newest first. */
  standings(): Promise<readonly (CycleStanding & { readonly cycleId: string })[]>;
  state(cycleId: string): Promise<
    | {
        readonly proposedAt: IsoInstant | null;
        readonly proposedById: string | null;
        readonly proposedBy: string | null;
      }
    | undefined
  >;
  events(cycleId: string): Promise<OutputOf<'payments.closing'>['events']>;
  /** The month of a closed cycle of which a bank file moves one of these payments. */
  closedMonthMoved(fileId: string, payments: NumberRange): Promise<IsoMonth | null>;
  /** The month of a closed cycle of which an officer tied a payment to a line of the file. */
  closedMonthTied(fileId: string): Promise<IsoMonth | null>;
  /** Closed cycles whose money no longer stands as it was recorded: for recomputing. */
  closedStandings(): Promise<
    readonly {
      readonly cycleId: string;
      readonly month: IsoMonth;
      readonly stored: string | null;
      readonly derived: string;
    }[]
  >;
}

export interface ClosingWriter extends ClosingReader {
  /** Each is false when the cycle has changed since `version`. */
  propose(cycleId: string, version: number, by: Stamp): Promise<boolean>;
  withdraw(cycleId: string, version: number): Promise<boolean>;
  close(cycleId: string, version: number, standing: CycleStanding): Promise<boolean>;
  reopen(cycleId: string, version: number): Promise<boolean>;
}

/** What a bank is ordered to pay. */
export interface RunOrder {
  readonly reference: string;
  readonly paymentInformation: string;
  readonly createdAt: IsoInstant;
  readonly payOn: IsoDate;
  readonly payer: PayerSetting;
  readonly count: number;
  readonly total: Halalas;
  readonly payments: AsyncIterable<OrderedPayment>;
}

/** Bank files of runs on the disk. */
export interface RunFiles {
  /** Refuses a place that cannot be written, before anything is done. */
  checkTarget(path: string): Promise<boolean>;
  /** Writes a file of our own and answers where; whoever asked for it removes it. Throws RangeError for text that the format cannot carry. */
  write(format: ExportFormat, order: RunOrder): Promise<string>;
  remove(path: string): Promise<void>;
  /** Puts a copy of stored content where the officer chose: temporary file, fsync, rename. False when it could not. */
  copyTo(stored: string, path: string): Promise<boolean>;
}
