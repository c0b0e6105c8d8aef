import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { WriteRepos } from '../ports.ts';
import { StatementIntake } from '../statements/statement-intake.ts';
import type { KnownReasons } from './known-reasons.ts';
import { LineKeeper } from './line-keeper.ts';
import type { BankAnswer } from './ports.ts';

/** After so many lines, commands of others get their turn. */
const LINES_A_TRANSACTION = 20_000;
/** Lines that are kept before others are served. */
const LINES_A_STEP = 1000;

export interface StagedFile {
  readonly stager: RecordStager;
  readonly keeper: LineKeeper;
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
  const keeper = new LineKeeper(fileId, reasons);
  const batches = answer.records()[Symbol.asyncIterator]();
  const reading = { isDone: false };
  /** Keeps what one batch of records makes. */
  async function keepBatch(repos: WriteRepos): Promise<void> {
    const next = await batches.next();
    reading.isDone = next.done === true;
    const lines = next.done === true ? stager.end() : staged(stager, intake, next.value);
    for (let start = 0; start < lines.length; start += LINES_A_STEP) {
      await keeper.keep(repos, lines.slice(start, start + LINES_A_STEP));
      await operation.breathe();
    }
  }
  try {
    do {
      const end = keeper.count + LINES_A_TRANSACTION;
      await transact(async ({ repos }) => {
        do await keepBatch(repos);
        while (!reading.isDone && keeper.count < end);
        return ok(null);
      });
    } while (!reading.isDone);
  } finally {
    await batches.return?.();
  }
  await transact(async ({ repos }) => {
    for (const entry of stager.lateEntries) await repos.bankFiles.amendLateEntry(fileId, entry);
    const { messageId = null, originalMessageId = null } = stager.message ?? {};
    const { count: lines, payments } = keeper;
    const message = { messageId, originalMessageId, lines, payments };
    await repos.bankFiles.setMessage(fileId, message);
    return ok(null);
  });
  return { stager, intake, keeper };
}

function staged(stager: RecordStager, intake: StatementIntake, records: readonly BankRecord[]) {
  return records.flatMap((record) => intake.linesOf(record, stager.add(record)));
}
