import { setImmediate as giveWay } from 'node:timers/promises';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { namedBatch } from '../../../domain/reconciliation/match-keys.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext, QueryContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import { eachOfBatch, leftOfBatch } from './batch-left.ts';
import type { BatchReader, SentBatch, WaitingBatch } from './batch-ports.ts';
import { eachRange, RANGE_LINES } from './each-range.ts';
import { LineJudge } from './judge-lines.ts';
import type { NumberRange } from './ports.ts';
import { settleAnswersOf } from './settle-answers.ts';
import { EffectCounts } from './summary-counter.ts';

type Posted = OutputOf<'reconciliation.postBatch'>;

/** What a batch that was booked in one sum waits for, and whether the sum fits by now; null where the exception is about none. */
export async function waitingBatch({ repos }: QueryContext, exceptionId: string) {
  const waiting = await repos.batches.waiting(exceptionId);
  const batch = waiting && (await batchOf(repos.batches, waiting));
  if (!waiting || !batch || waiting.status !== 'open') return ok(null);
  const left = await leftOfBatch(repos.batches, batch, giveWay);
  const { amount } = waiting;
  return ok({ amount, payments: left.count, left: left.amount, fits: left.amount === amount });
}

/**
 * Posts a batch that was booked before its rejects were known, now that the sum fits: the act of an officer, as an effect of
 * the line's file. Undoing the file takes it back.
 *
 * Errors: NOT_FOUND, NOT_OPEN, CONFLICT, CYCLE_CLOSED (month), BATCH_NOT_WAITING, BATCH_AMOUNT_DIFFERS (line, left).
 */
export async function postBatch(
  context: JobContext,
  { exceptionId, expectedVersion }: ParsedInputOf<'reconciliation.postBatch'>,
) {
  return context.transact<Posted, Refusal>(async (transaction) => {
    const { repos, audit } = transaction;
    const { breathe } = context.operation;
    const waiting = await repos.batches.waiting(exceptionId);
    if (!waiting) return refuse('NOT_FOUND');
    if (waiting.status !== 'open') return refuse('NOT_OPEN');
    if (waiting.version !== expectedVersion) return refuse('CONFLICT');
    const batch = await batchOf(repos.batches, waiting);
    if (batch === null) return refuse('BATCH_NOT_WAITING');
    const month = await repos.batches.closedMonth(batch);
    if (month !== null) return refuse('CYCLE_CLOSED', { month });
    const { amount: left } = await leftOfBatch(repos.batches, batch, breathe);
    if (left !== waiting.amount) {
      return refuse('BATCH_AMOUNT_DIFFERS', { line: waiting.amount, left });
    }
    const before = await repos.batches.lastLine(waiting.fileId);
    const payments = await addLines(transaction, context, waiting, batch);
    const posted = await postLines(transaction, context, waiting, before);
    await repos.matching.setBatchEffect(waiting.lineId, 'unchanged', null, null);
    if (payments !== null) await repos.batches.settle(waiting, payments);
    await settleAnswersOf(repos, 'withdraw', waiting.fileId, breathe);
    const subject = { type: 'bankFile', id: waiting.fileId };
    await audit('reconciliation.batchPosted', subject, { exceptionId, posted });
    return ok({ posted });
  });
}

async function batchOf(reader: BatchReader, waiting: WaitingBatch): Promise<SentBatch | null> {
  const reference = namedBatch(waiting);
  const batch = reference && (await reader.sent(reference));
  return batch && { ...batch, isBooked: true };
}

/** A line for each payment of the batch that the file does not list, judged against where the payment stands. */
async function addLines(
  { repos }: CommandContext,
  { operation }: JobContext,
  { fileId, lineId }: WaitingBatch,
  batch: SentBatch,
): Promise<NumberRange | null> {
  const { batches, matching, bankFiles } = repos;
  const range = await eachOfBatch(batches, batch, operation.breathe, (payments) =>
    matching.expandBatch(fileId, lineId, batch, payments, 'officer'),
  );
  const judge = new LineJudge(matching, fileId, new EffectCounts());
  const work = (lines: NumberRange): Promise<void> => judge.judge(lines);
  await eachRange(bankFiles, fileId, operation.breathe, work, 'unjudged');
  return range;
}

async function postLines(
  { repos, now, officer, newId }: CommandContext,
  { operation }: JobContext,
  { fileId }: WaitingBatch,
  before: number,
): Promise<number> {
  const { batches, posting } = repos;
  const nextId = idSequence(newId);
  const stamp = { at: now, officerId: officer.id };
  const last = await batches.lastLine(fileId);
  let posted = 0;
  for (let from = before + 1; from <= last; from += RANGE_LINES) {
    const lines = { from, to: Math.min(from + RANGE_LINES - 1, last) };
    posted += await batches.post(lines, stamp);
    const opened = await posting.exceptionsOf(fileId, lines);
    const rows = opened.map((exception) => ({ ...exception, id: nextId() }));
    if (rows.length > 0) await posting.openException(fileId, rows, now);
    operation.progress('applying', lines.to - before, last - before);
    await operation.breathe();
  }
  return posted;
}
