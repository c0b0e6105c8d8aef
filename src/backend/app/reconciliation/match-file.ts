import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { eachRange } from './each-range.ts';
import { LineJudge } from './judge-lines.ts';
import { matchBatches } from './match-batches.ts';
import { ReferenceCounts, matchOtherKeys } from './match-other-keys.ts';
import type { NumberRange } from './ports.ts';
import { EffectCounts, FileSummaryCounter, type CountedFile } from './summary-counter.ts';

/** What matching needs of the transaction it runs in. */
export interface MatchContext {
  readonly repos: WriteRepos;
  readonly operation: Pick<RunningOperation, 'breathe' | 'progress'>;
}

/** A file whose lines are kept, as far as they could be judged while it was read. */
export interface KeptFile {
  readonly fileId: string;
  readonly lines: number;
  /** Lines that wait for the whole file. */
  readonly unjudged: number;
  readonly counts: EffectCounts;
}

/** Judges what is left of a file that was just read, and counts what it does; nothing outside its lines changes. */
export async function matchFile(context: MatchContext, file: KeptFile): Promise<CountedFile> {
  if (file.unjudged > 0) return matchRest(context, file.fileId, file.lines, file.counts);
  const counter = new FileSummaryCounter(await context.repos.matching.cycles());
  counter.add(file.counts.rows);
  return counter.counted();
}

/** The same once the ledger has changed: what it changed is found out again. */
export async function matchAgain(
  context: MatchContext,
  fileId: string,
  lines: number,
): Promise<CountedFile> {
  const { repos, operation } = context;
  await eachRange(repos.bankFiles, fileId, operation.breathe, async (range) => {
    await repos.matching.forget(fileId, range);
    await repos.matching.matchEndToEndIds(fileId, range);
  });
  return matchRest(context, fileId, lines, null);
}

/**
 * Each step goes through the lines it concerns once: the other keys, the batches, the effects, the count. `known` is what was
 * counted of the lines that are judged already, unless it has to be counted anew.
 */
async function matchRest(
  { repos, operation }: MatchContext,
  fileId: string,
  lines: number,
  known: EffectCounts | null,
): Promise<CountedFile> {
  const { bankFiles, matching } = repos;
  const { breathe } = operation;
  const told = (done: number): void => {
    operation.progress('matching', Math.min(done, lines), lines);
  };
  const eachUnjudged = (work: (range: NumberRange) => Promise<void>): Promise<void> => {
    let done = 0;
    const step = async (range: NumberRange): Promise<void> => {
      await work(range);
      done += range.to - range.from + 1;
      told(done);
    };
    return eachRange(bankFiles, fileId, breathe, step, 'unjudged');
  };
  const references = new ReferenceCounts();
  await eachUnjudged(async (range) => {
    references.add(await matching.unmatched(fileId, range));
  });
  // A line found by another key may come before lines that were judged.
  let counts = known;
  if (references.lines > 0) {
    await eachUnjudged(async (range) => {
      if ((await matchOtherKeys(matching, fileId, range, references)) > 0) counts = null;
    });
  }
  const batches = await matchBatches(repos, fileId, breathe);
  if (batches.count > 0) counts = null;
  const judge = new LineJudge(matching, fileId, counts ?? new EffectCounts());
  await eachUnjudged((range) => judge.judge(range));
  await batches.close();
  await bankFiles.notePayments(fileId);
  const counter = new FileSummaryCounter(await matching.cycles());
  if (counts !== null) {
    counter.add(counts.rows);
    return counter.counted();
  }
  let done = 0;
  await eachRange(bankFiles, fileId, breathe, async (range) => {
    counter.add(await matching.summary(fileId, range));
    done += range.to - range.from + 1;
    told(done);
  });
  return counter.counted();
}
