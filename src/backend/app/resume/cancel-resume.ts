import type { ParsedInputOf } from '../../../contract/api.ts';
import { cancelAttempt } from '../../../domain/resume/decide-resume.ts';
import { refuse } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { CommandContext } from '../context.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { changeResume } from './change-resume.ts';

/**
 * Takes an approved resumption back while its new payment is only prepared.
 * Errors: those of `changeResume` and of the domain's `cancelAttempt`.
 */
export async function cancelResume(
  context: CommandContext,
  input: ParsedInputOf<'resume.cancelAttempt'>,
  reasons: KnownReasons,
) {
  const { repos, officer, today, now } = context;
  const changed = await changeResume(context, input, reasons, async (state, _facts, file) => {
    const { attempt } = file;
    if (attempt === null) return refuse('NOT_RESUMED');
    const decided = cancelAttempt(state, attempt, input.reason, officer.id, today);
    if (decided.ok) {
      const stamp = { at: now, by: officer.id };
      await repos.resume.cancelAttempt(file.payment.id, attempt.id, stamp);
    }
    return decided;
  });
  return nothingToTell(changed);
}
