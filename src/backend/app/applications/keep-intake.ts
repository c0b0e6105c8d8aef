import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { amendApplication } from '../../../domain/applications/work-on-application.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { latinDigits } from '../../../domain/shared/search-key.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { changeApplication, expectedApplication, versionOf } from './change-application.ts';
import { studyIntake, wrongIntake } from './gather-application.ts';

/** Keeps a draft as it stands on the screen. Errors: NOT_FOUND, CONFLICT, NOT_A_DRAFT. */
export async function saveDraft(
  context: CommandContext,
  { intake, ...expected }: ParsedInputOf<'applications.save'>,
): Promise<ApiResult<OutputOf<'applications.save'>>> {
  const { repos, now, officer } = context;
  const found = await expectedApplication(context, expected);
  if (!found.ok) return found;
  const { id, number, version, state, beneficiaryId, known, nationalId } = found.value;
  if (state.status !== 'draft') return refuse('NOT_A_DRAFT', { number });
  const typed = latinDigits(intake.applicant.nationalId.trim());
  const applicant = {
    beneficiaryId,
    // A known applicant is who he is; what else is typed for him is wrong when it is submitted.
    nationalId: known || typed === '' ? nationalId : typed.slice(0, 20),
    name: intake.applicant.name.trim(),
  };
  if (!(await repos.applications.save(id, version, state, applicant))) {
    return refuse('CONFLICT', { number });
  }
  await repos.applications.keepIntake(id, 0, intake, { at: now, by: officer.id });
  return ok({ version: version + 1 });
}

/** Everything wrong with what is kept, or with what stands on the screen. Errors: NOT_FOUND. */
export async function checkApplication(
  context: QueryContext,
  { id, intake }: ParsedInputOf<'applications.check'>,
): Promise<ApiResult<OutputOf<'applications.check'>>> {
  const file = await context.repos.applications.byId(id);
  if (!file) return refuse('NOT_FOUND');
  const kept = intake ?? (await context.repos.applications.intake(id, file.state.revision));
  const { problems, warnings } = await studyIntake(context, file, kept);
  return ok({ problems: [...problems], warnings: [...warnings] });
}

/**
 * Corrects what was submitted, in a revision of its own. Errors: INTAKE_WRONG, APPLICANT_CHANGED: an application is of the
 * person who filed it; those of `changeApplication` and `amendApplication`.
 */
export async function amendIntake(
  context: CommandContext,
  { intake, reason, ...expected }: ParsedInputOf<'applications.amend'>,
): Promise<ApiResult<OutputOf<'applications.amend'>>> {
  const { repos, officer, now } = context;
  const changed = await changeApplication(context, expected, async (file) => {
    const amended = amendApplication(file.state, reason, officer.id);
    if (!amended.ok) return amended;
    if (latinDigits(intake.applicant.nationalId.trim()) !== file.nationalId) {
      return refuse('APPLICANT_CHANGED');
    }
    const { problems } = await studyIntake(context, file, intake);
    return problems.length > 0 ? wrongIntake(problems) : amended;
  });
  if (!changed.ok) return changed;
  const { file, next } = changed.value;
  await repos.applications.keepIntake(file.id, next.revision, intake, { at: now, by: officer.id });
  return versionOf(changed);
}
