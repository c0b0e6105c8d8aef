import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

/** A beneficiary as a case and its letter need him. */
export interface CasePerson {
  readonly id: string;
  readonly fullName: string;
  readonly nationalId: string;
  /** Null for a person known from a payment list only. */
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly eligibility: 'notStudied' | 'studying' | 'eligible' | 'ineligible';
  readonly version: number;
}

export interface HouseholdMember {
  readonly name: string;
  readonly relation: string;
  readonly birthDate: IsoDate;
}

export interface CasePeopleReader {
  byId(id: string): Promise<CasePerson | undefined>;
  /** Who belongs to the household on a day. */
  household(id: string, on: IsoDate): Promise<readonly HouseholdMember[]>;
}

export interface CasePeopleWriter extends CasePeopleReader {
  /** False when the person's file has changed since `version`. */
  setEligibility(id: string, version: number, to: CasePerson['eligibility']): Promise<boolean>;
}

/** One event of a case with who did it and when. */
export interface TrailEntry<Event> {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly by: string | null;
  readonly byName: string | null;
  readonly event: Event;
}

/** A person as queues show him; the ID is masked before it leaves the backend. */
export interface QueuePerson {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly nationalId: string;
}

export interface OfficerRef {
  readonly id: string;
  readonly name: string;
}

/** Who did what when: the envelope in which events are kept. */
export interface Stamp {
  readonly at: IsoInstant;
  readonly by: string | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}
