import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { birthDateOf } from '../../../domain/applications/check-person.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import { submitApplication } from '../../../domain/applications/work-on-application.ts';
import { saudiMobile } from '../../../domain/deliveries/addresses.ts';
import { addressText } from '../../../domain/registry/derived-beneficiary.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { latinDigits } from '../../../domain/shared/search-key.ts';
import { mayBeWrittenTo } from '../case-letters/may-be-written-to.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeApplication, expectedApplication } from './change-application.ts';
import { studyIntake, wrongIntake } from './gather-application.ts';
import { issueReceipt } from './issue-letters.ts';
import { periodOf } from './periods.ts';
import type { ApplicationFile, NewApplicant } from './ports.ts';
import { setEligibility } from './set-eligibility.ts';
import { openApplication } from './start-application.ts';

/**
 * Submits a draft: checked whole, its intake frozen, the applicant in the registry as one who is being studied, so that letters,
 * papers and a later objection are his. Errors: INTAKE_WRONG, PERSON_EXISTS (beneficiaryId), APPLICATION_OPEN, those of
 * `changeApplication` and `submitApplication`.
 */
export async function submitDraft(
  context: CommandContext,
  { receipt, ...expected }: ParsedInputOf<'applications.submit'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'applications.submit'>>> {
  const { repos, officer, now, today } = context;
  const found = await expectedApplication(context, expected);
  if (!found.ok) return found;
  const file = found.value;
  const submitted = submitApplication(
    file.state,
    officer.id,
    today,
    periodOf(context.settings, 'applicationDeadline'),
  );
  if (!submitted.ok) return submitted;
  const intake = await repos.applications.intake(file.id, 0);
  const { problems, paysPension } = await studyIntake(context, file, intake);
  const wrong = problems.length > 0 ? problems : whoElse(file, intake);
  if (wrong.length > 0) return wrongIntake(wrong);
  const entered = await enterRegistry(context, file, intake);
  if (!entered.ok) return entered;
  const beneficiaryId = entered.value;
  // Whoever draws a pension by a list goes on drawing it while he is studied.
  if (paysPension && file.eligibilityBefore !== 'eligible') {
    const set = await setEligibility(context, file.id, beneficiaryId, 'studying');
    if (!set.ok) return set;
  }
  const name = intake.applicant.name.trim().replace(/\s+/g, ' ');
  const nationalId = latinDigits(intake.applicant.nationalId.trim());
  const changed = await changeApplication(context, expected, () => submitted, {
    beneficiaryId,
    nationalId,
    name,
  });
  if (!changed.ok) return changed;
  const { next, version } = changed.value;
  await repos.applications.keepIntake(file.id, next.revision, intake, { at: now, by: officer.id });
  if (!receipt || !(await mayBeWrittenTo(context, beneficiaryId)).ok) {
    return ok({ receipt: null, version });
  }
  const issued = await issueReceipt(context, file.id, office);
  return issued.ok ? ok({ receipt: issued.value, version }) : issued;
}

/** A known applicant keeps his ID. */
function whoElse({ known, nationalId }: ApplicationFile, { applicant }: Intake) {
  return known && latinDigits(applicant.nationalId.trim()) !== nationalId
    ? [{ path: 'applicant.nationalId', code: 'APPLICANT_CHANGED' }]
    : [];
}

async function enterRegistry(
  context: CommandContext,
  { id, beneficiaryId, state }: ApplicationFile,
  intake: Intake,
): Promise<Result<string, Refusal>> {
  const { repos, now } = context;
  if (beneficiaryId !== null) return ok(beneficiaryId);
  const applicant = newApplicant(context.newId(), intake);
  const existing = await repos.applications.personOf(applicant.nationalId);
  if (existing !== undefined) return refuse('PERSON_EXISTS', { beneficiaryId: existing });
  const open = await openApplication(context, applicant.nationalId, state.programme, id);
  if (open !== null) return { ok: false, error: open };
  await repos.applications.openFile(applicant, now);
  await context.audit('registry.personEntered', { type: 'beneficiary', id: applicant.id });
  return ok(applicant.id);
}

function newApplicant(id: string, { applicant, contact }: Intake): NewApplicant {
  const birthDate = birthDateOf(applicant);
  if (birthDate === null) throw new TypeError('An intake without a birth date was let through');
  const mobile = saudiMobile(contact.phone);
  return {
    id,
    nationalId: latinDigits(applicant.nationalId.trim()),
    name: applicant.name.trim().replace(/\s+/g, ' '),
    sex: applicant.sex,
    birthDate,
    phone: mobile === null ? null : `0${mobile.slice(4)}`,
    address: addressText({ ...contact, email: null }),
  };
}
