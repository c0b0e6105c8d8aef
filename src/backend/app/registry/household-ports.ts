import type { DerivedBeneficiary } from '../../../domain/registry/derived-beneficiary.ts';
import type { AnyFact, RegistryChange } from '../../../domain/registry/household-fact.ts';
import type { HouseholdPlan, LivingElsewhere } from '../../../domain/registry/household-change.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

/** A household of a monthly run: what of it can count on the first day of the month. */
export interface HouseholdOfRange {
  /** Number of the beneficiary. */
  readonly no: number;
  /** Those that were known then and held on the day, without contact; stays of any day. */
  readonly facts: readonly AnyFact[];
}

export interface RangeQuery {
  /** Numbers of beneficiaries, both included. */
  readonly fromNo: number;
  readonly toNo: number;
  /** The day on which the month is assessed. */
  readonly on: IsoDate;
  /** Number of a change; null for what is known now. */
  readonly knownAt: number | null;
}

/** A beneficiary's columns as they are stored, beside what is known now of his household. */
export interface StoredBeneficiary {
  readonly no: number;
  readonly id: string;
  readonly columns: DerivedBeneficiary;
  readonly facts: readonly AnyFact[];
}

export interface HouseholdReader {
  /** Every fact there ever was of a household, in the order in which they were recorded; empty where nothing is known. */
  facts(beneficiaryId: string): Promise<readonly AnyFact[]>;
  /** What changed in a household, the newest first. */
  changes(beneficiaryId: string): Promise<readonly RegistryChange[]>;
  change(no: number): Promise<RegistryChange | undefined>;
  /** Number of the last change until an instant; 0 before the first. */
  changeAt(instant: IsoInstant): Promise<number>;
  /** Where else people with these national ids are known to live, now or on any day: not in this household. */
  livingElsewhere(
    beneficiaryId: string | null,
    nationalIds: readonly string[],
  ): Promise<readonly LivingElsewhere[]>;
  /** Households with facts, in the order of their numbers. Ask for some hundreds at a time: nothing is streamed. */
  ofRange(query: RangeQuery): Promise<readonly HouseholdOfRange[]>;
  /** The highest number that a beneficiary has; 0 where there is none. */
  lastNo(): Promise<number>;
  numberOf(beneficiaryId: string): Promise<number | undefined>;
  /** Beneficiaries of whom a household is kept, after a number, in the order of their numbers. */
  stored(afterNo: number, limit: number): Promise<readonly StoredBeneficiary[]>;
}

export interface NewChange {
  readonly at: IsoInstant;
  readonly officerId: string | null;
  readonly source: RegistryChange['source'];
  /** In the officer's words; blank where the source says it all. */
  readonly reason: string;
  readonly caseType: string | null;
  readonly caseId: string | null;
}

export interface HouseholdWriter extends HouseholdReader {
  /**
   * Records one change of one household, and brings what is derived from it up to date: the columns of the beneficiary and
   * the words by which he is found. Answers the number of the change.
   */
  record(beneficiaryId: string, change: NewChange, plan: HouseholdPlan): Promise<number>;
  /** The same for what changes together in several households: one change, a few statements for all. */
  recordAll(
    change: NewChange,
    plans: readonly { readonly beneficiaryId: string; readonly plan: HouseholdPlan }[],
  ): Promise<number>;
}
