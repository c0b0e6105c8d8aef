import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import {
  approveInitially,
  proposeRefusal,
} from '../../../domain/applications/decide-application.ts';
import type { CommandContext } from '../context.ts';
import { changeApplication, versionOf } from './change-application.ts';
import { papersOf, studyIntake, termsOfApplication, wrongIntake } from './gather-application.ts';

/**
 * Initial approval, with the sum that it rests on. Errors: INTAKE_WRONG, those of `changeApplication` and the domain's
 * `approveInitially`.
 */
export async function approveInitiallyAs(
  context: CommandContext,
  { reasoning, ...expected }: ParsedInputOf<'applications.approveInitially'>,
): Promise<ApiResult<OutputOf<'applications.approveInitially'>>> {
  const { repos, officer, today } = context;
  return versionOf(
    await changeApplication(context, expected, async (file) => {
      const intake = await repos.applications.intake(file.id, file.state.revision);
      const { problems, assessment } = await studyIntake(context, file, intake);
      if (problems.length > 0) return wrongIntake(problems);
      const mandatory = papersOf(await termsOfApplication(context, file), intake)
        .filter((paper) => paper.mandatory)
        .map(({ code }) => code);
      return approveInitially(file.state, reasoning, mandatory, assessment, officer.id, today);
    }),
  );
}

/** Proposes a refusal, with the sum where there is one. Errors: those of `changeApplication` and the domain's `proposeRefusal`. */
export async function proposeRefusalAs(
  context: CommandContext,
  { reasons, reasoning, ...expected }: ParsedInputOf<'applications.proposeRefusal'>,
): Promise<ApiResult<OutputOf<'applications.proposeRefusal'>>> {
  const { repos, officer, today } = context;
  return versionOf(
    await changeApplication(context, expected, async (file) => {
      const intake = await repos.applications.intake(file.id, file.state.revision);
      const { assessment } = await studyIntake(context, file, intake);
      const known = (await repos.objections.refusalReasons())
        .filter(({ active }) => active)
        .map(({ code }) => code);
      const refusal = { reasoning, reasons };
      return proposeRefusal(file.state, refusal, known, assessment, officer.id, today);
    }),
  );
}
