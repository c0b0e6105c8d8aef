import { namedBatch } from '../../../domain/reconciliation/match-keys.ts';
import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import { eachOfBatch, leftOfBatch } from './batch-left.ts';
import type { SentBatch } from './batch-ports.ts';
import type { BatchLine } from './matching-ports.ts';

/**
 * Statuses for a whole batch or message: each payment of it that the file does not list gets a line of its own. `close`,
 * called once those are classified, says what the batch's own line amounts to.
 */
export async function matchBatches(
  { matching, batches }: WriteRepos,
  fileId: string,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly count: number; close(): Promise<void> }> {
  const expanded: BatchLine[] = [];
  const lines = await matching.batchLines(fileId);
  for (const line of lines) {
    if (line.reported === 'pending' || line.reported === 'noted') {
      await matching.setBatchEffect(line.id, 'unchanged', null, null);
      continue;
    }
    const reference = namedBatch(line);
    const batch = reference && (await batches.sent(reference));
    if (!batch) await matching.setBatchEffect(line.id, 'exception', 'unknownId', null);
    else if (await amountDiffers(line, batch)) {
      await matching.setBatchEffect(line.id, 'exception', 'amountDiffers', null);
    } else {
      await expand(line, { ...batch, isBooked: line.hasAmount });
      expanded.push(line);
    }
  }
  return { count: lines.length, close };

  /** A batch is booked in one sum: without what was rejected. */
  async function amountDiffers(line: BatchLine, batch: SentBatch): Promise<boolean> {
    if (!line.hasAmount) return false;
    const { amount } = await leftOfBatch(batches, batch, breathe);
    return line.amount !== amount;
  }

  async function expand({ id }: BatchLine, batch: SentBatch): Promise<void> {
    await eachOfBatch(batches, batch, breathe, (payments) =>
      matching.expandBatch(fileId, id, batch, payments, 'batch'),
    );
  }

  async function close(): Promise<void> {
    for (const { id, lineNo, reported } of expanded) {
      const { count, amount } = await matching.expandedAmount(fileId, lineNo);
      const rejected = reported === 'rejected' && count > 0;
      await (rejected
        ? matching.setBatchEffect(id, 'exception', 'batchRejected', amount)
        : matching.setBatchEffect(id, 'unchanged', null, null));
    }
  }
}
