import type {
  AssetType,
  HouseholdKind,
  IncomeType,
  Nationality,
  Relation,
} from '../entitlement/calculation.ts';
import type {
  DependantKind,
  DWELLING_PROOFS,
  NationalAddress,
  STAY_PLACES,
  SubjectNo,
  TENURES,
  TypedDate,
} from '../registry/household-fact.ts';
import type { EmploymentStatus, MaritalStatus } from './application-status.ts';

/**
 * What is asked of an applicant, in the shape of the registry's facts and as far as it has been filled in: text may be blank,
 * a choice or an amount null. `checkIntake` says what is still wrong. Persons are pointed at by their number within the
 * household: 0 is the applicant.
 */
export interface Intake {
  readonly applicant: IntakePerson;
  readonly social: {
    readonly maritalStatus: MaritalStatus | null;
    readonly employment: EmploymentStatus | null;
  };
  readonly contact: {
    readonly phone: string;
    readonly email: string;
    readonly address: NationalAddress | null;
    /** Where no national address is known: the address in one line. */
    readonly addressLine: string;
  };
  readonly household: {
    readonly kind: HouseholdKind | null;
    /** Families in dwellings of their own among which the applicant's income is divided (REG 10/4). */
    readonly families: number | null;
  };
  readonly dependants: readonly IntakeDependant[];
  readonly incomes: readonly IntakeIncome[];
  readonly assets: readonly IntakeAsset[];
  readonly stays: readonly IntakeStay[];
  readonly dwelling: {
    readonly tenure: (typeof TENURES)[number] | null;
    readonly proof: (typeof DWELLING_PROOFS)[number] | null;
    readonly proofNumber: string;
    /** Null: the same as the contact's. */
    readonly address: NationalAddress | null;
  };
  readonly bank: { readonly iban: string };
}

export interface IntakePerson {
  readonly name: string;
  readonly nationalId: string;
  readonly sex: 'male' | 'female' | null;
  /** `YYYY-MM-DD`; may be blank where `birthTyped` says it. */
  readonly birthDate: string;
  /** As it was given, `YYYY-MM-DD` of its calendar; null where it was given as `birthDate`. */
  readonly birthTyped: TypedDate | null;
  readonly nationality: Nationality | null;
  readonly student: boolean;
  readonly disabled: boolean;
}

export interface IntakeDependant extends IntakePerson {
  /** From 1, each once; of a known household the number of the registry. */
  readonly subject: SubjectNo;
  readonly relation: Relation | null;
  readonly dependantKind: DependantKind | null;
}

export interface IntakeIncome {
  readonly person: SubjectNo;
  readonly type: IncomeType | null;
  /** Halalas. */
  readonly amount: number | null;
  readonly per: 'month' | 'year';
  readonly from: string;
}

export interface IntakeAsset {
  readonly person: SubjectNo;
  readonly type: AssetType | null;
  /** Halalas. */
  readonly value: number | null;
  readonly count: number | null;
  readonly description: string;
}

export interface IntakeStay {
  readonly person: SubjectNo;
  readonly place: (typeof STAY_PLACES)[number] | null;
  readonly where: string;
  readonly from: string;
  /** First day after the stay; blank where it goes on. */
  readonly to: string;
}

/** One thing wrong with an intake. */
export interface IntakeProblem {
  /** Where, as `incomes.1.amount`; a paper as `papers.` and its code. */
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export const EMPTY_INTAKE: Intake = {
  applicant: {
    name: '',
    nationalId: '',
    sex: null,
    birthDate: '',
    birthTyped: null,
    nationality: null,
    student: false,
    disabled: false,
  },
  social: { maritalStatus: null, employment: null },
  contact: { phone: '', email: '', address: null, addressLine: '' },
  household: { kind: null, families: 1 },
  dependants: [],
  incomes: [],
  assets: [],
  stays: [],
  dwelling: { tenure: null, proof: null, proofNumber: '', address: null },
  bank: { iban: '' },
};
