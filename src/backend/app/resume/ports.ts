import type { ParsedInputOf } from '../../../contract/api.ts';
import type { LifeView, ResumeView } from '../../../contract/resume.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Iban } from '../../../domain/registry/iban.ts';
import type { LifeEvent, LifeState, RecordedLifeEvent } from '../../../domain/resume/life-case.ts';
import type {
  RecordedResumeEvent,
  ResumeEvent,
  ResumeState,
  ResumeStatus,
} from '../../../domain/resume/resume-case.ts';
import type { OwedPayment } from '../../../domain/resume/withdrawal.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { OfficerRef, Page, Stamp, TrailEntry } from '../cases/ports.ts';
import type { PaymentListRow } from '../payments/ports.ts';

export interface ResumeCase {
  readonly id: string;
  readonly version: number;
  readonly state: ResumeState;
}

/** The new payment of a case. */
export interface ResumeAttempt {
  readonly id: string;
  readonly reference: string;
  readonly status: PaymentStatus;
  readonly inRun: boolean;
  /** Whether the cycle that it stands in is closed. */
  readonly closed: boolean;
  readonly month: IsoMonth;
  /** Another live payment of the same person, programme, month and kind. */
  readonly otherLive: string | null;
}

/** A payment with all that decides about sending it once more. */
export interface ResumeFile {
  readonly payment: PaymentListRow;
  readonly cycleMonth: IsoMonth;
  readonly reasonList: string | null;
  readonly live: boolean;
  readonly programmeNo: number;
  readonly otherLive: string | null;
  readonly paidInstead: boolean;
  /** Whether the person is paid to another account by now than this payment was. */
  readonly accountChanged: boolean;
  readonly frozenBy: { readonly id: string; readonly number: string } | null;
  /** The newest life-status case of the person, however it ended. */
  readonly lifeCase: {
    readonly id: string;
    readonly number: string;
    readonly status: LifeState['status'];
  } | null;
  readonly provenAlive: boolean;
  /** The payment whose place this one took, with the complaint that its case led to. */
  readonly resumes: {
    readonly paymentId: string;
    readonly reference: string;
    readonly complaintId: string | null;
  } | null;
  readonly case: ResumeCase | null;
  readonly attempt: ResumeAttempt | null;
  readonly complaintTicket: string | null;
}

export interface ResumeQueueRow extends PaymentListRow {
  readonly reasonList: string | null;
  readonly caseStatus: ResumeStatus | null;
  readonly caseVersion: number;
  readonly proposedBy: OfficerRef | null;
  readonly attempt: {
    readonly id: string;
    readonly endToEndId: string;
    readonly status: PaymentStatus;
    readonly month: IsoMonth;
  } | null;
}

export type ReasonKey = readonly [list: string | null, code: string | null];

export interface ResumeQueue {
  readonly view: ResumeView;
  readonly reasonCode: string | undefined;
  readonly rules: ReasonRules;
  readonly offset: number;
  readonly limit: number;
}

/** Reasons by what they ask for, where it is not the proof of an account. */
export interface ReasonRules {
  /** A fault of the bank's own: nothing is asked. */
  readonly sameData: readonly ReasonKey[];
  /** Not resumed at all. */
  readonly never: readonly ReasonKey[];
}

export interface ReasonCount {
  readonly list: string | null;
  readonly code: string | null;
  readonly count: number;
}

export interface ResumeReader {
  file(paymentId: string): Promise<ResumeFile | undefined>;
  trail(caseId: string): Promise<readonly TrailEntry<ResumeEvent>[]>;
  /** Reasons of the payments whose money is back, with how many there are. */
  failedReasons(): Promise<readonly ReasonCount[]>;
  counts(rules: ReasonRules): Promise<Record<ResumeView, number>>;
  queue(
    query: ResumeQueue,
  ): Promise<
    Page<ResumeQueueRow> & { readonly amount: Halalas; readonly reasons: readonly ReasonCount[] }
  >;
  /** How many wait for approval that this officer did not propose. */
  waitingFor(officerId: string): Promise<number>;
  /** The bank's reason for each of some payments. */
  reasonsOf(
    paymentIds: readonly string[],
  ): Promise<readonly { readonly reasonList: string | null; readonly reasonCode: string | null }[]>;
  /** Payments of the person that other cases resumed for a complaint. */
  resumedFor(
    complaintId: string,
  ): Promise<readonly { readonly paymentId: string; readonly endToEndId: string }[]>;
  isHeldByAnother(iban: Iban, beneficiaryId: string): Promise<boolean>;
  /** Cases after an id with all of their events and what the ledger says of both payments: for recomputing. */
  withEvents(afterId: string, limit: number): Promise<readonly StoredResume[]>;
  payments(beneficiaryId: string): Promise<readonly OwedPayment[]>;
  withdrawal(
    beneficiaryId: string,
  ): Promise<{ readonly at: IsoInstant; readonly by: string; readonly reason: string } | undefined>;
}

export interface StoredResume {
  readonly id: string;
  readonly reference: string;
  readonly state: ResumeState;
  readonly events: readonly RecordedResumeEvent[];
  /** Whether the two payments are linked as the case says: one person, programme, month, kind and amount, one of them live. */
  readonly linked: boolean;
}

export interface NewAttempt {
  readonly id: string;
  readonly cycleId: string;
  readonly iban: string;
  readonly bankCode: string;
  readonly endToEndId: string;
}

export interface ResumeWriter extends ResumeReader {
  open(
    resumeCase: { readonly id: string; readonly paymentId: string; readonly state: ResumeState },
    at: IsoInstant,
  ): Promise<void>;
  /** False when the row has changed since `version`. */
  save(id: string, version: number, next: ResumeState): Promise<boolean>;
  append(id: string, events: readonly ResumeEvent[], stamp: Stamp): Promise<void>;
  isReferenceTaken(reference: string): Promise<boolean>;
  /** Puts a prepared payment in the place of a failed one: same person, programme, month, kind and amount. */
  addAttempt(failedId: string, attempt: NewAttempt, stamp: Stamp): Promise<void>;
  /** Cancels the attempt, where it is not yet, and puts the failed payment back in its place. */
  cancelAttempt(failedId: string, attemptId: string, stamp: Stamp): Promise<void>;
  /** The account holds from a day on and is verified; the one before ends. */
  verifyAccount(
    beneficiaryId: string,
    account: { readonly id: string; readonly iban: string; readonly bankCode: string },
    on: IsoDate,
  ): Promise<void>;
  withdraw(withdrawal: {
    readonly id: string;
    readonly beneficiaryId: string;
    readonly reason: string;
    readonly at: IsoInstant;
    readonly by: string;
  }): Promise<void>;
}

export interface LifeCase {
  readonly id: string;
  readonly number: string;
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
  readonly reasonCode: string | null;
  readonly version: number;
  readonly heldPayments: number;
  readonly state: LifeState;
}

export interface LifeCaseDetail extends LifeCase {
  readonly payment: {
    readonly id: string;
    readonly endToEndId: string;
    readonly month: IsoMonth;
  } | null;
  readonly held: readonly {
    readonly id: string;
    readonly endToEndId: string;
    readonly month: IsoMonth;
    readonly amount: Halalas;
  }[];
}

export interface LifeReader {
  byId(id: string): Promise<LifeCaseDetail | undefined>;
  trail(id: string): Promise<readonly TrailEntry<LifeEvent>[]>;
  list(query: ParsedInputOf<'resume.lifeCases'>): Promise<Page<LifeCase>>;
  counts(): Promise<Record<LifeView, number>>;
  /** Number of the case that freezes a person; null when none does. */
  frozenBy(beneficiaryId: string): Promise<string | null>;
  /** The first of some payments whose person is frozen. */
  frozenAmong(
    paymentIds: readonly string[],
  ): Promise<{ readonly reference: string; readonly number: string } | undefined>;
  waitingFor(officerId: string): Promise<number>;
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      readonly id: string;
      readonly number: string;
      readonly state: LifeState;
      readonly events: readonly RecordedLifeEvent[];
    }[]
  >;
}

/** A person about whom a bank's file says that he may have died. */
export interface Suspect {
  readonly beneficiaryId: string;
  readonly paymentId: string;
  readonly reasonList: string | null;
  readonly reasonCode: string | null;
}

export interface LifeWriter extends LifeReader {
  /** Reasons that a file's exceptions hold. */
  reasonsOf(fileId: string): Promise<readonly ReasonKey[]>;
  /** Files with open exceptions of a reason. */
  filesWith(reason: ReasonKey): Promise<readonly string[]>;
  /** People of the file's open exceptions with one of the reasons who are not frozen yet, each once. */
  suspects(fileId: string, reasons: readonly ReasonKey[]): Promise<readonly Suspect[]>;
  /** Cases that freeze somebody. */
  freezing(): Promise<readonly string[]>;
  /** Cases that a file opened, all or about one payment. */
  openedBy(
    fileId: string,
    paymentNo?: number,
  ): Promise<
    readonly { readonly id: string; readonly version: number; readonly state: LifeState }[]
  >;
  add(
    lifeCase: Suspect & {
      readonly id: string;
      readonly number: string;
      readonly fileId: string | null;
      readonly state: LifeState;
    },
    at: IsoInstant,
  ): Promise<void>;
  save(id: string, version: number, next: LifeState): Promise<boolean>;
  append(id: string, events: readonly LifeEvent[], stamp: Stamp): Promise<void>;
  /** Holds the person's payments that are only prepared; answers how many. */
  hold(id: string, stamp: Stamp): Promise<number>;
  /** Lets those go again that the case held and that are held still; answers how many. */
  release(id: string, stamp: Stamp): Promise<number>;
  /** Of somebody of whom no household is kept; of others it is a fact. */
  setDeceased(beneficiaryId: string, on: IsoDate): Promise<void>;
}
