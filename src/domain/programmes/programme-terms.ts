import type { MaritalStatus } from '../applications/application-status.ts';
import type { HouseholdKind, IncomeType, Nationality } from '../entitlement/calculation.ts';
import type { FactData } from '../registry/household-fact.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** Words in both languages; empty where the source says nothing. */
export interface Words {
  readonly ar: string;
  readonly en: string;
}

/** Circumstances that a paper can be asked for; `always` needs none. */
export const DOCUMENT_CASES = [
  'always',
  'married',
  'divorced',
  'widowed',
  'dependants',
  'cohabitant',
  'student',
  'disabled',
  'wage',
  'business',
  'retirementPension',
  'otherIncome',
  'owned',
  'rented',
  'governmentHousing',
  'severalDwellings',
  'independent',
  'residence',
  'bankAccount',
] as const;
export type DocumentCase = (typeof DOCUMENT_CASES)[number];

/** A paper of a programme, and when it is asked for: in any one of `cases`. */
export interface DocumentRule {
  /** Stable within the programme: `identity`, `lease`. */
  readonly code: string;
  readonly title: Words;
  readonly cases: readonly DocumentCase[];
  /** Without it a case is not complete; otherwise it is only asked for. */
  readonly mandatory: boolean;
}

/** What a programme pays: by the entitlement rules of the month, a set sum, or only in words. */
export type ProgrammeAmount =
  | { readonly kind: 'entitlement' }
  | { readonly kind: 'sum'; readonly amount: Halalas; readonly per: 'month' | 'year' | 'once' }
  | { readonly kind: 'words'; readonly text: Words };

/** What a programme offers and asks. A list is empty where the sources are silent; nothing is invented. */
export interface ProgrammeTerms {
  readonly conditions: readonly {
    readonly text: Words;
    /** `LAW 9`, `REG 6`; empty where no article is known. */
    readonly article: string;
  }[];
  readonly groups: readonly Words[];
  readonly documents: readonly DocumentRule[];
  readonly amounts: readonly ProgrammeAmount[];
}

/** Terms with the day from which they hold. A later `no` of the same day corrects an earlier one. */
export interface TermsVersion {
  readonly no: number;
  readonly validFrom: IsoDate;
  readonly terms: ProgrammeTerms;
}

/** What of an application decides which papers it needs. */
export interface ProgrammeFacts {
  readonly householdKind: HouseholdKind;
  /** Of the applicant. */
  readonly nationality: Nationality;
  /** Null where not said yet. */
  readonly maritalStatus: MaritalStatus | null;
  readonly dependants: readonly Pick<
    FactData['person'],
    'dependantKind' | 'student' | 'disabled'
  >[];
  readonly applicantStudent: boolean;
  readonly applicantDisabled: boolean;
  /** Sources of income of anybody in the household. */
  readonly incomes: readonly IncomeType[];
  readonly tenure: FactData['dwelling']['tenure'] | null;
  /** Dwellings in which the head keeps a family (REG 10/4); 1 for most. */
  readonly dwellings: number;
  readonly hasAccount: boolean;
}

export const NO_TERMS: ProgrammeTerms = { conditions: [], groups: [], documents: [], amounts: [] };

/** The terms of a programme on a day; none before its first version. */
export function termsOn(versions: readonly TermsVersion[], day: IsoDate): ProgrammeTerms {
  let held: TermsVersion | undefined;
  for (const version of versions) {
    if (version.validFrom > day) continue;
    if (held === undefined || isLater(version, held)) held = version;
  }
  return held?.terms ?? NO_TERMS;
}

function isLater(one: TermsVersion, other: TermsVersion): boolean {
  return one.validFrom === other.validFrom ? one.no > other.no : one.validFrom > other.validFrom;
}
