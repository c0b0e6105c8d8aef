import { letterSettings } from '../../../domain/cases/letter-head.ts';
import { complaintForm, type FormPerson } from '../../../domain/registry/complaint-form.ts';
import { refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';

/** The complaint form as a file to print; nothing is kept. Errors: NOT_FOUND, LETTER_NOT_SET. */
export async function printComplaintForm(
  { repos, settings, today }: JobContext,
  beneficiaryId: string | null,
  office: LetterOffice,
) {
  let person: FormPerson | null = null;
  if (beneficiaryId !== null) {
    const file = await repos.registry.person(beneficiaryId);
    if (!file) return refuse('NOT_FOUND');
    const household = await repos.casePeople.household(beneficiaryId, today);
    person = { ...file, household: household.length };
  }
  return office.preview(complaintForm(letterSettings(settings), person));
}
