import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import {
  askCompletion,
  cancelApplication,
} from '../../../domain/applications/work-on-application.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeApplication, type ExpectedCase } from './change-application.ts';
import { issueCancellation, issueCompletionRequest } from './issue-letters.ts';
import { periodOf } from './periods.ts';
import { restoreEligibility } from './set-eligibility.ts';

/**
 * Asks the applicant to complete, with the letter that lists what is missing, in one transaction.
 * Errors: those of `changeApplication`, the domain's `askCompletion` and `issueCompletionRequest`.
 */
export async function askForCompletion(
  context: CommandContext,
  { papers, data, note, ...expected }: ParsedInputOf<'applications.askCompletion'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'applications.askCompletion'>>> {
  const { officer, today, settings } = context;
  const changed = await changeApplication(context, expected, ({ state }) =>
    askCompletion(
      state,
      { papers, data, note },
      officer.id,
      today,
      periodOf(settings, 'completionPeriod'),
    ),
  );
  if (!changed.ok) return changed;
  const { completion } = changed.value.next;
  if (completion === null) throw new Error('What was asked for has a day');
  const letter = await issueCompletionRequest(context, expected.id, completion, office);
  return letter.ok ? ok({ letter: letter.value, completeBy: completion.dueOn }) : letter;
}

/** Ends what was not completed in time, by letter. Errors: those of `changeApplication` and `whyNotCancelled`. */
export async function cancelLapsed(
  context: CommandContext,
  expected: ExpectedCase,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'applications.cancel'>>> {
  const changed = await changeApplication(context, expected, ({ state }) =>
    cancelApplication(state, context.officer.id, context.today),
  );
  if (!changed.ok) return changed;
  const { file } = changed.value;
  const restored = await restoreEligibility(context, file);
  if (!restored.ok) return restored;
  const { completion } = file.state;
  if (completion === null) throw new Error('Only what was asked for can lapse');
  const letter = await issueCancellation(context, file.id, completion, office);
  return letter.ok ? ok({ letter: letter.value }) : letter;
}
