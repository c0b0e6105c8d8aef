import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { transitionRows } from '../../../domain/reconciliation/transition.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { StatementIntake } from '../statements/statement-intake.ts';
import type { KnownReasons } from './known-reasons.ts';
import { LineNumbering } from './line-numbering.ts';
import type { BankAnswer, BankFileWriter } from './ports.ts';

const TRANSITIONS = transitionRows();

/** After so many lines, commands of others get their turn. */
const LINES_A_TRANSACTION = 10_000;
/** Few enough that the text in which they travel is soon forgotten: large texts wait for a full collection. */
const LINES_A_STATEMENT = 250;

export interface StagedFile {
  readonly stager: RecordStager;
  readonly lines: number;
  readonly intake: StatementIntake;
}

/** Reads a file to its end and keeps its lines; throws what the reader throws, with lines half kept. */
export async function stageFile(
  context: JobContext,
  fileId: string,
  answer: BankAnswer,
  reasons: KnownReasons,
): Promise<StagedFile> {
  const { transact, operation } = context;
  const stager = new RecordStager();
  const intake = new StatementIntake(context.settings);
  const numbering = new LineNumbering(reasons);
  const batches = answer.records()[Symbol.asyncIterator]();
  const reading = { isDone: false };
  /** Keeps what one batch of records makes. */
  async function keepBatch(bankFiles: BankFileWriter): Promise<void> {
    const next = await batches.next();
    reading.isDone = next.done === true;
    const lines = next.done === true ? stager.end() : staged(stager, intake, next.value);
    const numbered = lines.map((line) => numbering.number(line));
    for (let start = 0; start < numbered.length; start += LINES_A_STATEMENT) {
      const some = numbered.slice(start, start + LINES_A_STATEMENT);
      await bankFiles.addLines(fileId, some, TRANSITIONS);
      await operation.breathe();
    }
  }
  try {
    do {
      const end = numbering.count + LINES_A_TRANSACTION;
      await transact(async ({ repos }) => {
        do await keepBatch(repos.bankFiles);
        while (!reading.isDone && numbering.count < end);
        return ok(null);
      });
    } while (!reading.isDone);
  } finally {
    await batches.return?.();
  }
  await transact(async ({ repos }) => {
    for (const entry of stager.lateEntries) await repos.bankFiles.amendLateEntry(fileId, entry);
    const { messageId = null, originalMessageId = null } = stager.message ?? {};
    const message = { messageId, originalMessageId, lines: numbering.count };
    await repos.bankFiles.setMessage(fileId, message);
    return ok(null);
  });
  return { stager, intake, lines: numbering.count };
}

function staged(stager: RecordStager, intake: StatementIntake, records: readonly BankRecord[]) {
  return records.flatMap((record) => intake.linesOf(record, stager.add(record)));
}
