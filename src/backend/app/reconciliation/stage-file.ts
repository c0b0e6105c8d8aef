import { ok } from '../../../domain/shared/result.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { JobContext } from '../context.ts';
import type { KnownReasons } from './known-reasons.ts';
import { LineNumbering } from './line-numbering.ts';
import type { BankAnswer, NumberedLine } from './ports.ts';

const LINES_A_TRANSACTION = 10_000;
const LINES_A_STATEMENT = 1000;

/** Reads a file to its end and keeps its lines; throws what the reader throws, with lines half kept. */
export async function stageFile(
  context: JobContext,
  fileId: string,
  answer: BankAnswer,
  reasons: KnownReasons,
): Promise<{ stager: RecordStager; lines: number }> {
  const stager = new RecordStager();
  const numbering = new LineNumbering(reasons);
  let waiting: NumberedLine[] = [];
  const take = (lines: readonly StagedLine[]): void => {
    for (const line of lines) waiting.push(numbering.number(line));
  };
  for await (const records of answer.records()) {
    for (const record of records) take(stager.add(record));
    if (waiting.length < LINES_A_TRANSACTION) continue;
    await keepLines(context, fileId, waiting);
    waiting = [];
  }
  take(stager.end());
  await keepLines(context, fileId, waiting);
  await context.transact(async ({ repos }) => {
    for (const entry of stager.lateEntries) await repos.bankFiles.amendLateEntry(fileId, entry);
    const { messageId = null, originalMessageId = null } = stager.message ?? {};
    const message = { messageId, originalMessageId, lines: numbering.count };
    await repos.bankFiles.setMessage(fileId, message);
    return ok(null);
  });
  return { stager, lines: numbering.count };
}

async function keepLines(
  { transact, operation }: JobContext,
  fileId: string,
  lines: readonly NumberedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await transact(async ({ repos }) => {
    for (let start = 0; start < lines.length; start += LINES_A_STATEMENT) {
      await repos.bankFiles.addLines(fileId, lines.slice(start, start + LINES_A_STATEMENT));
      await operation.breathe();
    }
    return ok(null);
  });
}
