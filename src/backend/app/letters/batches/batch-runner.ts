import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import { Cancelled } from '../../operation.ts';
import type { KnownReasons } from '../../reconciliation/known-reasons.ts';
import type { LetterOffice } from '../letter-office.ts';
import { issueItem } from './issue-item.ts';
import type { LetterBatchReader } from './ports.ts';

/** Letters numbered in one transaction: few enough that others write in between. */
const PORTION = 25;

/** Runs one piece of a batch in a transaction of its own, in the name of an officer. */
export type TransactAs = <T>(
  officerId: string,
  work: (context: CommandContext) => Promise<Result<T, Refusal>>,
) => Promise<Result<T, Refusal>>;

export interface BatchRunnerServices {
  readonly batches: LetterBatchReader;
  readonly reasons: KnownReasons;
  readonly office: LetterOffice;
  /** Errors: OFFICER_GONE when he may not issue letters any more. */
  readonly transactAs: TransactAs;
  /** Leaves a batch to be run again by somebody. */
  readonly halt: (batchId: string) => Promise<unknown>;
  readonly report: (batchId: string, error: unknown) => void;
}

/** Tells how many of a batch's letters are issued and set, and gives way to others. */
export interface BatchWatch {
  progress(done: number, total: number): void;
  /** Throws `Cancelled` to stop. */
  breathe(): Promise<void>;
}

export interface BatchRunner {
  /**
   * Issues what is pending: number, content and place in one transaction, the files after it. However it ends, no number is
   * lost and none given twice. Errors: NOT_FOUND, BATCH_RUNNING, BATCH_DONE.
   */
  run(batchId: string, officerId: string, watch: BatchWatch): Promise<Result<null, Refusal>>;
  /** Goes on, without anybody watching, with the batches that a stop or a crash left running. */
  resumeInterrupted(): Promise<void>;
  /** Lets the letters in hand be finished; what is left goes on at the next start. */
  stop(): Promise<void>;
}

export function createBatchRunner(services: BatchRunnerServices): BatchRunner {
  const { batches, office, transactAs } = services;
  const inHand = new Map<string, Promise<unknown>>();
  const ending = new AbortController();
  let round: Promise<void> = Promise.resolve();

  async function issueAll(batchId: string, officerId: string, watch: BatchWatch): Promise<void> {
    const start = await batches.byId(batchId);
    const total = start?.total ?? 0;
    // What an earlier run issued without setting it comes first.
    await office.setAll(await batches.unset(batchId));
    let done = start === undefined ? 0 : start.issued + start.skipped;
    watch.progress(done, total);
    while (!ending.signal.aborted) {
      await watch.breathe();
      const issued = await transactAs(officerId, (context) =>
        issuePortion(context, batchId, services),
      );
      if (!issued.ok) await services.halt(batchId);
      if (!issued.ok || issued.value === null) return;
      const { letterIds, skipped } = issued.value;
      done += skipped;
      await office.setAll(letterIds, () => {
        done += 1;
        watch.progress(done, total);
      });
    }
  }

  async function run(
    batchId: string,
    officerId: string,
    watch: BatchWatch,
  ): Promise<Result<null, Refusal>> {
    if (inHand.has(batchId)) return refuse('BATCH_RUNNING');
    const started = transactAs(officerId, (context) => takeUp(context, batchId));
    const work = started.then(async (taken) => {
      if (taken.ok) await issueAll(batchId, officerId, watch);
      return taken;
    });
    inHand.set(batchId, work);
    try {
      return await work;
    } catch (error) {
      if (error instanceof Cancelled) await transactAs(officerId, (c) => stopBatch(c, batchId));
      // What failed may keep this from being written too; the next start then goes on by itself.
      else await services.halt(batchId).catch(() => undefined);
      throw error;
    } finally {
      inHand.delete(batchId);
    }
  }

  async function resumeEach(): Promise<void> {
    for (const batchId of await batches.running()) {
      if (ending.signal.aborted) return;
      const batch = await batches.byId(batchId);
      if (!batch) continue;
      try {
        const ran = await run(batchId, batch.startedById, {
          progress: () => undefined,
          breathe: () => new Promise((resolve) => setImmediate(resolve)),
        });
        if (!ran.ok && ran.error.code !== 'BATCH_RUNNING') await services.halt(batchId);
      } catch (error) {
        services.report(batchId, error);
      }
    }
  }

  return {
    run,
    resumeInterrupted() {
      round = resumeEach().catch((error: unknown) => {
        services.report('', error);
      });
      return round;
    },
    async stop() {
      ending.abort();
      await round;
      await Promise.allSettled(inHand.values());
    },
  };
}

/** Errors: NOT_FOUND, BATCH_DONE. */
async function takeUp(context: CommandContext, batchId: string): Promise<Result<null, Refusal>> {
  const { repos, now } = context;
  const batch = await repos.letterBatches.byId(batchId);
  if (!batch) return refuse('NOT_FOUND');
  if (batch.state === 'done') return refuse('BATCH_DONE');
  if (batch.state === 'stopped') {
    await repos.letterBatches.setState(batchId, 'running', now);
    await context.audit('letterBatch.resumed', { type: 'letterBatch', id: batchId });
  }
  return ok(null);
}

/** Errors: NOT_FOUND, BATCH_DONE. */
export async function stopBatch(
  context: CommandContext,
  batchId: string,
): Promise<Result<null, Refusal>> {
  const { repos, now } = context;
  const batch = await repos.letterBatches.byId(batchId);
  if (!batch) return refuse('NOT_FOUND');
  if (batch.state === 'done') return refuse('BATCH_DONE');
  if (batch.state === 'running') {
    await repos.letterBatches.setState(batchId, 'stopped', now);
    await context.audit(
      'letterBatch.stopped',
      { type: 'letterBatch', id: batchId },
      { issued: batch.issued, pending: batch.pending },
    );
  }
  return ok(null);
}

/** Null when there is nothing left, or somebody stopped the batch. */
async function issuePortion(
  context: CommandContext,
  batchId: string,
  { reasons, office }: Pick<BatchRunnerServices, 'reasons' | 'office'>,
): Promise<Result<{ letterIds: readonly string[]; skipped: number } | null, Refusal>> {
  const { repos, now } = context;
  const batch = await repos.letterBatches.byId(batchId);
  if (batch?.state !== 'running') return ok(null);
  const items = await repos.letterBatches.pending(batchId, PORTION);
  if (items.length === 0) {
    await repos.letterBatches.setState(batchId, 'done', now);
    await context.audit(
      'letterBatch.done',
      { type: 'letterBatch', id: batchId },
      { issued: batch.issued, skipped: batch.skipped },
    );
    return ok(null);
  }
  const letterIds: string[] = [];
  // The files are made after the commit, several at a time.
  const later: LetterOffice = { ...office, set: () => Promise.resolve() };
  for (const item of items) {
    const issued = await issueItem(context, batch.filter, item, { reasons, office: later });
    if (issued.ok) letterIds.push(issued.value.letterId);
    await repos.letterBatches.settle(
      batchId,
      item.place,
      issued.ok ? issued.value : { reason: issued.error.code },
    );
  }
  return ok({ letterIds, skipped: items.length - letterIds.length });
}
