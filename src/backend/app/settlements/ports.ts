import type { SettlementView } from '../../../contract/settlements.ts';
import type { MonthPayment } from '../../../domain/complaints/month-facts.ts';
import type { RecoveryState } from '../../../domain/recoveries/recovery-case.ts';
import type {
  RecordedSettlementEvent,
  SettlementEvent,
  SettlementState,
} from '../../../domain/settlements/settlement.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson, Stamp, TrailEntry } from '../cases/ports.ts';

/** A payment of the developed pension, or one that is proposed and not decided: it is on its way too. */
export interface LedgerPayment extends MonthPayment {
  readonly month: IsoMonth;
  /** When it was prepared; null for what is only proposed. */
  readonly madeAt: IsoInstant | null;
}

/** A recovery as far as it says what was asked back for which month. */
export interface LedgerClaim {
  readonly number: string;
  readonly state: RecoveryState;
}

/** A case of the person that was accepted, and from which month on it is about. */
export interface AcceptedCase {
  readonly type: 'complaint' | 'objection';
  readonly number: string;
  readonly from: IsoMonth;
}

export interface Settlement extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly cycleId: string;
  readonly cycleMonth: IsoMonth;
  readonly version: number;
  readonly state: SettlementState;
  /** The recovery that it opened. */
  readonly recovery: { readonly id: string; readonly number: string } | null;
}

/** Somebody whose past months are owed or were overpaid, as they were looked at last. */
export interface Candidate extends QueuePerson {
  readonly from: IsoMonth | null;
  readonly months: number;
  readonly owed: Halalas;
  readonly overpaid: Halalas;
  readonly checkedAt: IsoInstant;
  /** What was recorded of the household last, in the officer's words. */
  readonly change: {
    readonly source: string;
    readonly reason: string;
    readonly at: IsoInstant;
  } | null;
}

export interface CheckFound {
  readonly beneficiaryId: string;
  readonly from: IsoMonth | null;
  readonly months: number;
  readonly owed: Halalas;
  readonly overpaid: Halalas;
}

export interface SettlementReader {
  /** Payments of the developed pension of a person, and what is proposed beside settlements; oldest month first. */
  ledger(beneficiaryId: string): Promise<readonly LedgerPayment[]>;
  /** What settlements set off with consent instead of paying it, by month. */
  kept(beneficiaryId: string): Promise<ReadonlyMap<IsoMonth, Halalas>>;
  /** Recoveries of the person but those that were withdrawn. */
  claims(beneficiaryId: string): Promise<readonly LedgerClaim[]>;
  acceptedCases(beneficiaryId: string): Promise<readonly AcceptedCase[]>;
  byId(id: string): Promise<Settlement | undefined>;
  trail(id: string): Promise<readonly TrailEntry<SettlementEvent>[]>;
  /** The newest first. */
  ofPerson(beneficiaryId: string): Promise<readonly Settlement[]>;
  list(query: {
    readonly view: SettlementView;
    readonly offset: number;
    readonly limit: number;
  }): Promise<Page<Settlement>>;
  counts(): Promise<Record<SettlementView | 'candidates' | 'unchecked', number>>;
  /** How many wait for approval that this officer did not propose. */
  waitingFor(officerId: string): Promise<number>;
  candidates(query: { readonly offset: number; readonly limit: number }): Promise<Page<Candidate>>;
  /** People whose household, complaint or objection says something else since they were looked at; each once. */
  unchecked(limit: number): Promise<readonly string[]>;
  /** Number of the last registry change. */
  lastChange(): Promise<number>;
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      readonly id: string;
      readonly number: string;
      readonly state: SettlementState;
      readonly events: readonly RecordedSettlementEvent[];
      /** Months with a payment that is not what was approved. */
      readonly unpaid: number;
    }[]
  >;
}

export interface SettlementWriter extends SettlementReader {
  add(settlement: {
    readonly id: string;
    readonly number: string;
    readonly beneficiaryId: string;
    readonly cycleId: string;
    readonly state: SettlementState;
    readonly at: IsoInstant;
  }): Promise<void>;
  /** False when the row has changed since `version`. */
  save(id: string, version: number, next: SettlementState, cycleId: string): Promise<boolean>;
  append(id: string, events: readonly SettlementEvent[], stamp: Stamp): Promise<void>;
  /** Proposals of a settlement that nobody has decided. */
  proposals(
    id: string,
  ): Promise<
    readonly { readonly id: string; readonly month: IsoMonth; readonly version: number }[]
  >;
  /** Ties a proposal to its settlement. */
  tie(proposalId: string, settlementId: string): Promise<void>;
  /** Remembers what was found, and up to which change. */
  setChecks(found: readonly CheckFound[], changedIn: number, at: IsoInstant): Promise<void>;
  /** Everybody was looked at up to a change. */
  setAllChecked(changedIn: number, at: IsoInstant): Promise<void>;
}
