import { CASE_WORDS } from './case-words.ts';
import type { DocumentCase, ProgrammeFacts, ProgrammeTerms, Words } from './programme-terms.ts';

export interface RequiredDocument {
  readonly code: string;
  readonly title: Words;
  /** The circumstances of this application for which it is asked. */
  readonly because: Words;
  readonly mandatory: boolean;
}

/** The papers that an application to a programme needs, in the order of the programme's list. Pure. */
export function requiredDocuments(
  programme: Pick<ProgrammeTerms, 'documents'>,
  facts: ProgrammeFacts,
): RequiredDocument[] {
  return programme.documents.flatMap(({ code, title, cases, mandatory }) => {
    const met = cases.filter((known) => HOLDS[known](facts));
    return met.length === 0 ? [] : [{ code, title, because: because(met), mandatory }];
  });
}

function because(cases: readonly DocumentCase[]): Words {
  return {
    ar: cases.map((known) => CASE_WORDS[known].ar).join('، '),
    en: cases.map((known) => CASE_WORDS[known].en).join(', '),
  };
}

const EARNINGS_WITH_PAPERS_OF_THEIR_OWN = new Set(['wage', 'business', 'retirementPension']);

const HOLDS: Readonly<Record<DocumentCase, (facts: ProgrammeFacts) => boolean>> = {
  always: () => true,
  married: ({ maritalStatus }) => maritalStatus === 'married',
  divorced: ({ maritalStatus }) => maritalStatus === 'divorced',
  widowed: ({ maritalStatus }) => maritalStatus === 'widowed',
  dependants: ({ dependants }) => dependants.length > 0,
  cohabitant: ({ dependants }) =>
    dependants.some(({ dependantKind }) => dependantKind === 'cohabitant'),
  student: ({ dependants, applicantStudent }) =>
    applicantStudent || dependants.some(({ student }) => student),
  disabled: ({ dependants, applicantDisabled }) =>
    applicantDisabled || dependants.some(({ disabled }) => disabled),
  wage: ({ incomes }) => incomes.includes('wage'),
  business: ({ incomes }) => incomes.includes('business'),
  retirementPension: ({ incomes }) => incomes.includes('retirementPension'),
  otherIncome: ({ incomes }) =>
    incomes.some((type) => !EARNINGS_WITH_PAPERS_OF_THEIR_OWN.has(type)),
  owned: ({ tenure }) => tenure === 'owned',
  rented: ({ tenure }) => tenure === 'rented',
  governmentHousing: ({ tenure }) => tenure === 'government',
  severalDwellings: ({ dwellings }) => dwellings > 1,
  independent: ({ householdKind }) => householdKind === 'independent',
  residence: ({ nationality }) => nationality !== 'saudi',
  bankAccount: ({ hasAccount }) => hasAccount,
};
