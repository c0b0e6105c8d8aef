import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { RANGE_LINES } from './each-range.ts';

/**
 * Brings the exceptions of unanswered payments in line with where those payments stand now: after answers came it withdraws
 * (`withdraw`), after answers were taken back it opens them again (`restore`). What an officer has settled stays settled.
 * Answers how many changed.
 */
export async function settleAnswers(
  { answers }: Pick<WriteRepos, 'answers'>,
  what: 'withdraw' | 'restore',
  breathe: RunningOperation['breathe'],
): Promise<number> {
  let changed = 0;
  let step = await answers.settle(what, '', RANGE_LINES);
  while (step !== null) {
    changed += step.changed;
    await breathe();
    step = await answers.settle(what, step.last, RANGE_LINES);
  }
  return changed;
}
