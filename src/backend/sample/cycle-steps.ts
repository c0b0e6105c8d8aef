import path from 'node:path';
import { ok } from '../../domain/shared/result.ts';
import { paymentReference } from '../../domain/sample/references.ts';
import { datesOf, type SampleCycle } from '../../domain/sample/sample-months.ts';
import type { JobContext } from '../app/context.ts';
import type { Handlers } from '../app/handlers.ts';
import { SampleWriteRepo } from '../db/repos/sample-repo.ts';
import { monthFolder } from './add-people.ts';
import type { AnswerFiles } from './bank-answers.ts';
import type { CycleLedger } from './ledger.ts';
import type { SampleRun } from './sample-run.ts';
import { succeeded } from './stage.ts';
import type { TimelineStep } from './timeline.ts';

const DUES_A_STATEMENT = 500;
const DUES_A_TRANSACTION = 5000;

/** A cycle's list imported on the day of its announcement, with what each household was due. */
export function importStep(run: SampleRun, ledger: CycleLedger, handlers: Handlers): TimelineStep {
  const { listedOn } = datesOf(run.months[ledger.cycle]);
  return {
    date: listedOn,
    time: '09:30',
    by: 'fahad',
    kind: 'long',
    run: async (context) => {
      const file = path.join(monthFolder(run, ledger.cycle), 'payments.csv');
      await importFile(context, handlers, file);
      await recordDues(run, ledger);
    },
  };
}

async function importFile(context: JobContext, handlers: Handlers, file: string): Promise<void> {
  const preview = succeeded(
    await handlers['payments.previewList'](context, { path: file }),
    'payments.previewList',
  );
  const { sha256, encoding, mapping } = preview;
  const input = { path: file, sha256, encoding, mapping };
  succeeded(await handlers['payments.importList'](context, input), 'payments.importList');
}

async function recordDues(run: SampleRun, ledger: CycleLedger): Promise<void> {
  const month = run.months[ledger.cycle];
  for (let from = 0; from < run.size; from += DUES_A_TRANSACTION) {
    const to = Math.min(run.size, from + DUES_A_TRANSACTION);
    await run.database.transact(async (tx) => {
      const repo = new SampleWriteRepo(tx);
      for (let start = from; start < to; start += DUES_A_STATEMENT) {
        const rows: [string, number][] = [];
        for (let index = start; index < Math.min(to, start + DUES_A_STATEMENT); index += 1) {
          if (ledger.amount(index) === 0) continue;
          rows.push([paymentReference(month, 'regular', index), ledger.due(index)]);
        }
        await repo.recordDue(rows);
        await run.operation.breathe();
      }
      return ok(null);
    });
  }
}

/** A settled cycle: the bank's report on the pay day, its notification a week later. */
export function reconcileSteps(
  run: SampleRun,
  cycle: SampleCycle,
  files: AnswerFiles,
  handlers: Handlers,
): TimelineStep[] {
  const { answeredOn, notifiedOn } = datesOf(run.months[cycle]);
  const step = (date: TimelineStep['date'], time: string, file: string): TimelineStep => ({
    date,
    time,
    by: 'fahad',
    kind: 'long',
    run: (context) => reconcileFile(context, handlers, file),
  });
  return [
    step(answeredOn, '13:05', files.statusReport),
    ...(files.batchRejection === null ? [] : [step(answeredOn, '13:40', files.batchRejection)]),
    step(notifiedOn, '10:20', files.notification),
  ];
}

async function reconcileFile(context: JobContext, handlers: Handlers, file: string): Promise<void> {
  const { file: staged } = succeeded(
    await handlers['reconciliation.preview'](context, { path: file }),
    'reconciliation.preview',
  );
  const input = { fileId: staged.id, expectedVersion: staged.version, acknowledged: [] };
  succeeded(await handlers['reconciliation.commit'](context, input), 'reconciliation.commit');
}
