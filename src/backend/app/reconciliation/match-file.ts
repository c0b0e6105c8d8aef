import { transitionRows } from '../../../domain/reconciliation/transition.ts';
import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { eachRange } from './each-range.ts';
import { matchBatches } from './match-batches.ts';
import { ReferenceCounts, matchOtherKeys } from './match-other-keys.ts';
import type { NumberRange } from './ports.ts';
import { FileSummaryCounter, type CountedFile } from './summary-counter.ts';

const TRANSITIONS = transitionRows();

/** What matching needs of the transaction it runs in. */
export interface MatchContext {
  readonly repos: WriteRepos;
  readonly operation: Pick<RunningOperation, 'breathe' | 'progress'>;
}

/**
 * Finds the payment of every line and decides what the line does to it, without touching the payments. Each step goes
 * through the file once: the keys of the payments, the other keys, the batches, the effects, the count.
 */
export async function matchFile(
  { repos, operation }: MatchContext,
  fileId: string,
  lines: number,
  /** Whether the end-to-end ids were looked up in the ledger as it is now. */
  { keyed }: { readonly keyed: boolean },
): Promise<CountedFile> {
  const { bankFiles, matching } = repos;
  let done = 0;
  const steps = lines * 3;
  const each = (work: (range: NumberRange) => Promise<void>): Promise<void> =>
    eachRange(bankFiles, fileId, operation.breathe, async (range) => {
      await work(range);
      done += range.to - range.from + 1;
      operation.progress('matching', Math.min(done, steps), steps);
    });
  const references = new ReferenceCounts();
  await each(async (range) => {
    if (!keyed) await matching.matchEndToEndIds(fileId, range);
    references.add(await matching.unmatched(fileId, range));
  });
  if (references.lines > 0) {
    await each((range) => matchOtherKeys(matching, fileId, range, references));
  }
  const batches = await matchBatches(repos, fileId, operation.breathe);
  await each((range) => matching.classify(fileId, range, TRANSITIONS));
  await batches.close();
  const counter = new FileSummaryCounter();
  await each(async (range) => {
    counter.add(await matching.summary(fileId, range));
  });
  return counter.counted();
}
