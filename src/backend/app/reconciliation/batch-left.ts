import { addHalalas, halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { RunningOperation } from '../operation.ts';
import type { BatchReader, SentBatch } from './batch-ports.ts';
import { RANGE_LINES } from './each-range.ts';
import type { NumberRange } from './ports.ts';

/** Goes through the numbers of a batch's payments, range by range. */
export async function eachOfBatch(
  reader: BatchReader,
  batch: SentBatch,
  breathe: RunningOperation['breathe'],
  work: (payments: NumberRange) => Promise<void>,
): Promise<NumberRange | null> {
  const range = await reader.numbers(batch);
  if (range === null) return null;
  for (let from = range.from; from <= range.to; from += RANGE_LINES) {
    await work({ from, to: Math.min(from + RANGE_LINES - 1, range.to) });
    await breathe();
  }
  return range;
}

/** What a bank books for a batch in one sum: the payments that nobody has rejected, cancelled or held. */
export async function leftOfBatch(
  reader: BatchReader,
  batch: SentBatch,
  breathe: RunningOperation['breathe'],
): Promise<{ readonly count: number; readonly amount: Halalas }> {
  let count = 0;
  let amount = halalas(0);
  await eachOfBatch(reader, batch, breathe, async (payments) => {
    const left = await reader.left(batch, payments);
    count += left.count;
    amount = addHalalas(amount, left.amount);
  });
  return { count, amount };
}
