import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { CommandContext } from '../context.ts';
import type { ApplicationFile } from './ports.ts';

/**
 * What an application makes of a person's eligibility, on the application's trail and the audit. Nothing happens where it stands
 * so. Errors: NOT_FOUND, CONFLICT.
 */
export async function setEligibility(
  { repos, now, officer, audit }: CommandContext,
  applicationId: string,
  beneficiaryId: string,
  to: CasePerson['eligibility'],
): Promise<Result<null, Refusal>> {
  const person = await repos.casePeople.byId(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const { eligibility: from, version } = person;
  if (from === to) return ok(null);
  if (!(await repos.casePeople.setEligibility(beneficiaryId, version, to))) {
    return refuse('CONFLICT');
  }
  const event = { type: 'eligibilityChanged', from, to } as const;
  await repos.applications.append(applicationId, [event], { at: now, by: officer.id });
  await audit(
    'registry.eligibilityChanged',
    { type: 'beneficiary', id: beneficiaryId },
    { from, to, applicationId },
  );
  return ok(null);
}

/** An application that ends undecided leaves its applicant as he was before it. Errors: those of `setEligibility`. */
export async function restoreEligibility(
  context: CommandContext,
  { id, beneficiaryId, eligibilityBefore, state }: ApplicationFile,
): Promise<Result<null, Refusal>> {
  if (beneficiaryId === null) return ok(null);
  const person = await context.repos.casePeople.byId(beneficiaryId);
  if (person?.eligibility !== 'studying') return ok(null);
  // A review that is not carried through leaves the refusal as it was.
  const before = state.reviews > 0 ? 'ineligible' : eligibilityBefore;
  return setEligibility(context, id, beneficiaryId, before);
}
