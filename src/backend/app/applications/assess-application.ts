import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { REFUSAL_OF_GROUND } from '../../../domain/applications/assess-intake.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import { studyIntake } from './gather-application.ts';

/** The sum of what an application says today, with its working; nothing is kept. Errors: NOT_FOUND. */
export async function assessApplication(
  context: QueryContext,
  { id, intake }: ParsedInputOf<'applications.assess'>,
): Promise<ApiResult<OutputOf<'applications.assess'>>> {
  const { repos } = context;
  const file = await repos.applications.byId(id);
  if (!file) return refuse('NOT_FOUND');
  const studied = intake ?? (await repos.applications.intake(id, file.state.revision));
  const { problems, planned, assessment } = await studyIntake(context, file, studied);
  const grounds = assessment?.calculation.reasons ?? [];
  return ok({
    problems: [...problems],
    refusalReasons: grounds.map((ground) => ({ ground, code: REFUSAL_OF_GROUND[ground] })),
    sum:
      assessment === null
        ? null
        : {
            month: assessment.month,
            input: assessment.input,
            calculation: assessment.calculation,
            names: namesOf(studied, planned?.plan.newDependants ?? {}),
          },
  });
}

/** Who the numbers of the sum are: new dependants have the numbers that the registry would give them. */
function namesOf(
  { applicant, dependants }: Intake,
  given: Readonly<Record<string, number>>,
): Record<string, string> {
  const names: Record<string, string> = { '0': applicant.name };
  for (const { subject, name } of dependants) {
    names[String(given[String(subject)] ?? subject)] = name;
  }
  return names;
}
