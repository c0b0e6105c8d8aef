import type { IsoDate } from '../shared/iso-date.ts';
import type { AnyFact, FactData, FactKind, SubjectNo } from './household-fact.ts';

/**
 * Whom a wanted fact is about: the head (0), a dependant by his number, or somebody whom the same change brings into the
 * household, by any name that its wanted facts share.
 */
export type SubjectRef = SubjectNo | { readonly newDependant: string };

type DataOf = {
  [Kind in FactKind]: { readonly kind: Kind; readonly data: FactData[Kind] };
}[FactKind];

/**
 * One thing that an officer, an application or a record says of a household.
 *
 * `begin`: something not known before. `household`, `contact` and the head are there once only: where they are known already,
 * the record is revised. `revise`: what a record was from `from` to before `to`; days outside stay as they were known.
 * `end`: the record held until the day before `on`. `remove`: it never held.
 */
export type WantedFact =
  | (DataOf & {
      readonly action: 'begin';
      readonly subject: SubjectRef;
      readonly from: IsoDate;
      /** The first day on which it no longer holds; null where it goes on. */
      readonly to: IsoDate | null;
    })
  | (DataOf & {
      readonly action: 'revise';
      readonly record: number;
      readonly from: IsoDate;
      readonly to: IsoDate | null;
    })
  | { readonly action: 'end'; readonly record: number; readonly on: IsoDate }
  | { readonly action: 'remove'; readonly record: number };

/** A fact as it will be recorded. */
export type NewFact = {
  [Kind in FactKind]: {
    readonly seq: number;
    readonly record: number;
    readonly kind: Kind;
    readonly subject: SubjectNo;
    readonly data: FactData[Kind];
    readonly validFrom: IsoDate;
    readonly validTo: IsoDate | null;
  };
}[FactKind];

/** What one change does to a household: facts that are no longer known so, and those that are known from now on. */
export interface HouseholdPlan {
  /** `seq` of facts. */
  readonly supersede: readonly number[];
  readonly add: readonly NewFact[];
}

export const HOUSEHOLD_WARNINGS = [
  'NATIONAL_ID_CHECKSUM',
  'NATIONALITY_DIFFERS_FROM_ID',
  'FAMILY_WITHOUT_DEPENDANTS',
  'CHILD_OLDER_THAN_HEAD',
] as const;

/** Something to look at once more that hinders nothing. */
export interface HouseholdWarning {
  readonly code: (typeof HOUSEHOLD_WARNINGS)[number];
  /** Place in the wanted facts; null for the household as a whole. */
  readonly item: number | null;
  readonly field: string;
}

export interface PlannedChange extends HouseholdPlan {
  readonly warnings: readonly HouseholdWarning[];
  /** The numbers given to new dependants, by the names under which they were wanted. */
  readonly newDependants: Readonly<Record<string, SubjectNo>>;
  /** What the branch will know when the change is recorded. */
  readonly known: readonly (NewFact | AnyFact)[];
}

/** Where a dependant of this household is known to live otherwise (LAW 11). */
export interface LivingElsewhere {
  readonly nationalId: string;
  readonly beneficiaryId: string;
  readonly headName: string;
  readonly as: 'head' | 'dependant';
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}
