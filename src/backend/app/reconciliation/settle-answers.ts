import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import type { SettleAnswers } from './answers-ports.ts';
import { eachPayments, RANGE_LINES } from './each-range.ts';

/**
 * Brings the exceptions of unanswered payments in line with where the payments of one file stand now: committed, it answers them
 * (`withdraw`), taken back, they may wait again (`restore`). What an officer has settled stays settled.
 */
export async function settleAnswersOf(
  { answers, posting }: Pick<WriteRepos, 'answers' | 'posting'>,
  what: SettleAnswers,
  fileId: string,
  breathe: RunningOperation['breathe'],
): Promise<void> {
  if (!(await answers.hasAny(what))) return;
  await eachPayments(posting, fileId, breathe, (payments) =>
    answers.settleFile(what, fileId, payments),
  );
}

/** Withdraws the exceptions of all payments that wait no longer, whatever answered them; answers how many. */
export async function withdrawAnswered(
  { answers }: Pick<WriteRepos, 'answers'>,
  breathe: RunningOperation['breathe'],
): Promise<number> {
  let changed = 0;
  let step = await answers.withdrawAnswered('', RANGE_LINES);
  while (step !== null) {
    changed += step.changed;
    await breathe();
    step = await answers.withdrawAnswered(step.last, RANGE_LINES);
  }
  return changed;
}
