import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { RANGE_LINES } from './each-range.ts';

/**
 * Brings the exceptions of unanswered payments in line with where those payments stand now: an answer that came withdraws
 * its exception, one that was taken back opens it again. What an officer has settled stays settled. Answers how many changed.
 */
export async function settleAnswers(
  { answers }: Pick<WriteRepos, 'answers'>,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly withdrawn: number; readonly restored: number }> {
  const each = async (what: 'withdraw' | 'restore'): Promise<number> => {
    let changed = 0;
    let step = await answers.settle(what, '', RANGE_LINES);
    while (step !== null) {
      changed += step.changed;
      await breathe();
      step = await answers.settle(what, step.last, RANGE_LINES);
    }
    return changed;
  };
  return { withdrawn: await each('withdraw'), restored: await each('restore') };
}
