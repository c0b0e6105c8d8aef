import type {
  AssetType,
  HouseholdKind,
  IncomeType,
  Nationality,
  Relation,
} from '../entitlement/calculation.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../shared/iso-date.ts';

/** The platform's three kinds of dependants: in the head's guardianship, of his kin, sharing his dwelling. */
export const DEPENDANT_KINDS = ['ward', 'relative', 'cohabitant'] as const;
export type DependantKind = (typeof DEPENDANT_KINDS)[number];

/** A date as somebody gave it; a Hijri one stays as typed beside the Gregorian it stands for. */
export interface TypedDate {
  readonly calendar: 'gregorian' | 'hijri';
  readonly text: string;
}

export interface NationalAddress {
  readonly buildingNo: string;
  readonly street: string;
  readonly district: string;
  readonly city: string;
  readonly postalCode: string;
  readonly additionalNo: string;
  /** Four letters and four digits; blank where not known. */
  readonly short: string;
}

export const TENURES = ['owned', 'rented', 'government', 'shared', 'other'] as const;
export const DWELLING_PROOFS = ['lease', 'deed', 'governmentLetter'] as const;
export const STAY_PLACES = ['abroad', 'centre'] as const;
export const FACT_SOURCES = [
  'application',
  'correction',
  'governmentRecord',
  'merge',
  'caseDecision',
  'paymentList',
  'founding',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** What can be known of a household, by kind. All but `household`, `contact` and `dwelling` are about the person of the fact. */
export interface FactData {
  readonly household: {
    readonly kind: HouseholdKind;
    /** From which the year before the application is counted (REG 10/1). */
    readonly applicationDate: IsoDate;
    /** Families in dwellings of their own among which the head's income is divided (REG 10/4). */
    readonly families: number;
  };
  readonly person: {
    readonly name: string;
    /** Null where a dependant's is not known yet. The head's is also on `beneficiary`. */
    readonly nationalId: string | null;
    readonly sex: 'male' | 'female' | null;
    readonly birthDate: IsoDate;
    readonly birthTyped: TypedDate | null;
    readonly nationality: Nationality;
    /** Null for the head. */
    readonly relation: Relation | null;
    readonly dependantKind: DependantKind | null;
    readonly student: boolean;
    readonly disabled: boolean;
    /** Who died no longer counts from the month after (REG 23/2); the fact itself goes on, for what is owed to him. */
    readonly deceasedOn: IsoDate | null;
  };
  readonly contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: NationalAddress | null;
    /** Where no national address is known: the address in one line. */
    readonly addressLine: string;
  };
  readonly income: {
    readonly type: IncomeType;
    readonly amount: Halalas;
    readonly per: 'month' | 'year';
    /** Employer, tenant, fund; blank where not known. */
    readonly from: string;
  };
  readonly asset: {
    readonly type: AssetType;
    readonly value: Halalas | null;
    readonly count: number | null;
    readonly description: string;
  };
  /** The days of the fact are the days of the stay; `validTo` null where it goes on. */
  readonly stay: { readonly place: (typeof STAY_PLACES)[number]; readonly where: string };
  readonly dwelling: {
    readonly tenure: (typeof TENURES)[number];
    readonly proof: (typeof DWELLING_PROOFS)[number] | null;
    readonly proofNumber: string;
    readonly address: NationalAddress | null;
  };
  /** Months in which one increment is deducted (REG 20/6). */
  readonly breach: { readonly reason: string; readonly allMinors: boolean };
}
export type FactKind = keyof FactData;
export const FACT_KINDS = [
  'household',
  'person',
  'contact',
  'income',
  'asset',
  'stay',
  'dwelling',
  'breach',
] as const satisfies readonly FactKind[];

/** 0 is the head; dependants are numbered within their household and keep their number for ever. */
export type SubjectNo = number;
export const HEAD: SubjectNo = 0;

/**
 * One thing known of a household. It holds in the world from `validFrom` to before `validTo`, and was what the branch knew
 * from `recordedIn` to before `supersededIn`: a correction supersedes and never overwrites.
 */
export interface HouseholdFact<Kind extends FactKind = FactKind> {
  /** Within the household; facts of one `record` are versions of the same thing. */
  readonly seq: number;
  readonly record: number;
  readonly kind: Kind;
  readonly subject: SubjectNo;
  readonly data: FactData[Kind];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Numbers of registry changes; a later change has a higher number. */
  readonly recordedIn: number;
  readonly supersededIn: number | null;
}

export type AnyFact = { [Kind in FactKind]: HouseholdFact<Kind> }[FactKind];

/** Who changed what the branch knows, when, and on what ground: one for everything that was recorded together. */
export interface RegistryChange {
  readonly no: number;
  readonly at: IsoInstant;
  readonly officerId: string | null;
  readonly source: FactSource;
  /** In the officer's words. */
  readonly reason: string;
  /** The application, record file or case it came from; null for none. */
  readonly caseType: string | null;
  readonly caseId: string | null;
}
