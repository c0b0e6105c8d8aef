import type { BatchItemRow, LetterBatchRow } from '../../../../contract/letter-batches.ts';
import { BATCH_EXCLUSIONS } from '../../../../domain/letter-register/letter-batch.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import { toPersonRef } from '../../cases/case-dto.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { stopBatch, type BatchRunner } from './batch-runner.ts';
import { mergeBatch } from './merge-batch.ts';
import type { BatchItem, CreateLetterMerger, LetterBatch } from './ports.ts';
import { saveBatchFiles } from './save-batch-files.ts';
import { startBatch } from './start-batch.ts';
import type { WriteOutput } from './write-output.ts';

/** Of the list that a preview found: enough to see that it is the right one. */
const FIRST = 8;

export interface LetterBatchServices {
  readonly runner: BatchRunner;
  readonly createMerger: CreateLetterMerger;
  readonly write: WriteOutput;
}

export function createLetterBatchHandlers(
  services: LetterBatchServices,
): AreaHandlers<'letterBatches'> {
  const { runner, write } = services;
  return {
    'letterBatches.preview': async ({ repos }, { filter, withoutAddress }) => {
      const found = await repos.letterBatches.subjects(filter, withoutAddress);
      const included = found.filter(({ excluded }) => excluded === null);
      return ok({
        found: found.length,
        toIssue: included.length,
        excluded: BATCH_EXCLUSIONS.map((reason) => ({
          reason,
          count: found.filter(({ excluded }) => excluded === reason).length,
        })).filter(({ count }) => count > 0),
        first: included
          .slice(0, FIRST)
          .map((subject) => ({ ...toPersonRef(subject), caseNumber: subject.caseNumber })),
      });
    },
    'letterBatches.start': (context, input) => startBatch(context, input),
    'letterBatches.run': async ({ repos, officer, operation }, { id }) => {
      const ran = await runner.run(id, officer.id, {
        progress: (done, total) => operation.progress('issuing', done, total),
        breathe: () => operation.breathe(),
      });
      if (!ran.ok) return ran;
      const batch = await repos.letterBatches.byId(id);
      return batch ? ok({ batch: toBatchRow(batch) }) : refuse('NOT_FOUND');
    },
    'letterBatches.stop': async (context, { id }) => {
      const stopped = await stopBatch(context, id);
      return stopped.ok ? ok({}) : stopped;
    },
    'letterBatches.list': async ({ repos }, input) => {
      const { rows, total } = await repos.letterBatches.list(input);
      return ok({ rows: rows.map(toBatchRow), total });
    },
    'letterBatches.batch': async ({ repos }, { id }) => {
      const batch = await repos.letterBatches.byId(id);
      return batch ? ok({ batch: toBatchRow(batch) }) : refuse('NOT_FOUND');
    },
    'letterBatches.items': async ({ repos }, input) => {
      const { rows, total } = await repos.letterBatches.items(input);
      return ok({ rows: rows.map(toItemRow), total });
    },
    'letterBatches.merge': (context, input) => mergeBatch(context, input, services),
    'letterBatches.saveFiles': (context, input) => saveBatchFiles(context, input, write),
  };
}

function toBatchRow({ startedById: _startedById, ...batch }: LetterBatch): LetterBatchRow {
  return batch;
}

function toItemRow(item: BatchItem): BatchItemRow {
  const { nationalId: _nationalId, ...row } = item;
  return { ...row, ...toPersonRef(item) };
}
