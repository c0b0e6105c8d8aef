import path from 'node:path';
import { addDays, type IsoMonth } from '../../domain/shared/iso-date.ts';
import { ok } from '../../domain/shared/result.ts';
import { paymentReference } from '../../domain/sample/references.ts';
import { datesOf, type SampleCycle } from '../../domain/sample/sample-months.ts';
import type { JobContext } from '../app/context.ts';
import type { Handlers } from '../app/handlers.ts';
import type { RunningOperation } from '../app/operation.ts';
import { SampleWriteRepo } from '../db/repos/sample-repo.ts';
import { monthFolder } from './add-people.ts';
import { hashFile } from '../bank-files/hash-file.ts';
import type { AnswerFiles } from './bank-answers.ts';
import type { CycleLedger } from './ledger.ts';
import { computesRuns, WEIGHTS, type SampleRun } from './sample-run.ts';
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
    phase: 'payments',
    weight: WEIGHTS.payments(run.size),
    run: async (context) => {
      const file = path.join(monthFolder(run, ledger.cycle), 'payments.csv');
      await importFile(context, handlers, file);
      if (!computesRuns(run)) await recordDues(run, ledger, context.operation);
      await sendPrepared(
        context,
        handlers,
        run.months[ledger.cycle],
        monthFolder(run, ledger.cycle),
      );
    },
  };
}

/** Columns of the lists that this sample writes: the preview would only find them again. */
const MAPPING = {
  nationalId: 0,
  name: 1,
  iban: 2,
  amount: 3,
  month: 4,
  endToEndId: 5,
  kind: 6,
} as const;

async function importFile(context: JobContext, handlers: Handlers, file: string): Promise<void> {
  const sha256 = await hashFile(file, context.operation.signal);
  const input = { path: file, sha256, encoding: 'utf-8', mapping: MAPPING, sent: true } as const;
  succeeded(await handlers['payments.importList'](context, input), 'payments.importList');
}

/** Differences that complaints led to go to the bank beside the list, in a run of their own. */
async function sendPrepared(
  context: JobContext,
  handlers: Handlers,
  month: IsoMonth,
  folder: string,
): Promise<void> {
  const cycles = succeeded(await handlers['payments.cycles'](context, {}), 'payments.cycles');
  const cycleId = cycles.find((cycle) => cycle.month === month)?.id;
  if (cycleId === undefined) throw new Error('Sample: no such cycle');
  const { waiting } = succeeded(
    await handlers['payments.runs'](context, { cycleId }),
    'payments.runs',
  );
  for (const { programme } of waiting) {
    const made = await context.transact((command) =>
      handlers['payments.makeRun'](command, { cycleId, programme }),
    );
    const { runId } = succeeded(made, 'payments.makeRun');
    const target = path.join(folder, 'differences.xml');
    const input = { runId, expectedVersion: 2, format: 'pain001', path: target } as const;
    succeeded(await handlers['payments.exportRun'](context, input), 'payments.exportRun');
  }
}

async function recordDues(
  run: SampleRun,
  ledger: CycleLedger,
  operation: RunningOperation,
): Promise<void> {
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
        operation.progress('dues', start, run.size);
        await operation.breathe();
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
  const step = (
    date: TimelineStep['date'],
    time: string,
    file: string,
    weight: number,
  ): TimelineStep => ({
    date,
    time,
    by: 'fahad',
    kind: 'long',
    phase: 'reconciling',
    weight,
    run: (context) => reconcileFile(context, handlers, file),
  });
  return [
    step(answeredOn, '13:05', files.statusReport, WEIGHTS.statusReport(run.size)),
    ...(files.batchRejection === null ? [] : [step(answeredOn, '13:40', files.batchRejection, 0)]),
    step(notifiedOn, '10:20', files.notification, WEIGHTS.notification(run.size)),
  ];
}

const SETTLED_AT_ONCE = 50;

/** Six days after the notification finance has settled what it could of a cycle's exceptions. */
export function settleStep(run: SampleRun, cycle: SampleCycle, handlers: Handlers): TimelineStep {
  return {
    date: addDays(datesOf(run.months[cycle]).notifiedOn, 6),
    time: '12:15',
    by: 'fahad',
    kind: 'long',
    phase: 'reconciling',
    weight: WEIGHTS.settling(run.size),
    run: async (context) => {
      const cycles = succeeded(await handlers['payments.cycles'](context, {}), 'payments.cycles');
      const cycleId = cycles.find(({ month }) => month === run.months[cycle])?.id;
      if (cycleId === undefined) throw new Error('Sample: no such cycle');
      for (const { resolution, note, ...which } of SETTLED) {
        const filter = {
          cycleId,
          ...which,
          status: 'open',
          due: false,
          sort: 'age',
          descending: false,
          offset: 0,
          limit: SETTLED_AT_ONCE,
        } as const;
        for (;;) {
          const found = await handlers['reconciliation.exceptions'](context, filter);
          const { rows } = succeeded(found, 'reconciliation.exceptions');
          if (rows.length === 0) break;
          const exceptions = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
          const input = { exceptions, resolution, note };
          const resolved = await context.transact((command) =>
            handlers['reconciliation.resolve'](command, input),
          );
          succeeded(resolved, 'reconciliation.resolve');
          await context.operation.breathe();
        }
      }
    },
  };
}

/** What the branch finds by itself on its morning: payments of months past that no bank has answered. */
export function unansweredStep(run: SampleRun, handlers: Handlers): TimelineStep {
  return {
    kind: 'long',
    date: run.today,
    time: '07:00',
    by: 'fahad',
    phase: 'reconciling',
    weight: 0,
    run: async (context) => {
      const checked = await handlers['reconciliation.checkAnswers'](context, {});
      succeeded(checked, 'reconciliation.checkAnswers');
    },
  };
}

const TO_CORRECT = {
  kind: 'rejected',
  resolution: 'accountToCorrect',
  note: 'أُشعر المستفيد بتصحيح حسابه ثم طلب استئناف الدفع.',
} as const;

/** What is settled, one code at a time as officers do; returns and wrong amounts wait for people and the bank. */
const SETTLED = [
  { ...TO_CORRECT, reasonCode: 'AC01' },
  { ...TO_CORRECT, reasonCode: 'AC04' },
  { ...TO_CORRECT, reasonCode: 'AC06' },
  {
    kind: 'rejected',
    reasonCode: 'MD07',
    resolution: 'lifeStatusToVerify',
    note: 'طُلب التحقق من الحالة الحيوية.',
  },
  {
    kind: 'duplicateLine',
    resolution: 'acceptedAsIs',
    note: 'أكد البنك أن السطر مكرر في الإشعار.',
  },
] as const;

async function reconcileFile(context: JobContext, handlers: Handlers, file: string): Promise<void> {
  const { file: staged } = succeeded(
    await handlers['reconciliation.preview'](context, { path: file }),
    'reconciliation.preview',
  );
  const input = { fileId: staged.id, expectedVersion: staged.version, acknowledged: [] };
  succeeded(await handlers['reconciliation.commit'](context, input), 'reconciliation.commit');
}
