import type { ProgrammeFacts, ProgrammeTerms } from '../programmes/programme-terms.ts';
import type { Intake } from './intake.ts';

/** What of an intake decides which papers are asked for; what has not been said yet asks for none. */
export function programmeFactsOf(intake: Intake): ProgrammeFacts {
  const { applicant, social, household, dependants, incomes, dwelling, bank } = intake;
  return {
    householdKind: household.kind ?? 'family',
    nationality: applicant.nationality ?? 'saudi',
    maritalStatus: social.maritalStatus,
    dependants: dependants.map(({ dependantKind, student, disabled }) => ({
      dependantKind,
      student,
      disabled,
    })),
    applicantStudent: applicant.student,
    applicantDisabled: applicant.disabled,
    incomes: incomes.flatMap(({ type }) => (type === null ? [] : [type])),
    tenure: dwelling.tenure,
    dwellings: household.families ?? 1,
    hasAccount: bank.iban.trim() !== '',
  };
}

/** Whether a programme pays what the entitlement rules say: only then is a sum made and the registry written. */
export function paysPension({ amounts }: Pick<ProgrammeTerms, 'amounts'>): boolean {
  return amounts.some(({ kind }) => kind === 'entitlement');
}
