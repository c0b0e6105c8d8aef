import {
  cancelJob,
  recordOutcome,
  settlePaper,
  skipItem,
  tryAgain,
} from '../../../domain/print-jobs/print-job-rules.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { StampCopy } from '../letters/ports.ts';
import { changePrintJob } from './change-print-job.ts';
import { inNoOtherJob, tellLetters } from './letters-of-job.ts';
import { openPrintJob } from './open-print-job.ts';
import { summaryRow, toPrintItems, toPrintJobEvent, toPrintJobRow } from './print-job-dto.ts';
import { sendPrintItem } from './send-item.ts';

export function createPrintJobHandlers(services: {
  readonly stampCopy: StampCopy;
}): AreaHandlers<'printJobs'> {
  return {
    'printJobs.list': async ({ repos }, input) => {
      const { rows, total } = await repos.printJobs.list(input);
      return ok({ rows: rows.map(summaryRow), total });
    },
    'printJobs.job': async ({ repos }, { id }) => {
      const stored = await repos.printJobs.byId(id);
      if (!stored) return refuse('NOT_FOUND');
      const items = toPrintItems(stored, await repos.printJobs.letters(id));
      const trail = (await repos.printJobs.trail(id)).map(toPrintJobEvent);
      return ok({ job: toPrintJobRow(stored), items, trail });
    },
    'printJobs.open': openPrintJob,
    'printJobs.send': (context, input) => sendPrintItem(context, input, services.stampCopy),
    'printJobs.record': (context, { id, item, result }) =>
      changePrintJob(context, id, async (stored) => {
        const steps = recordOutcome(stored.job, item, result);
        if (!steps.ok) return steps;
        const told = await tellLetters(context, stored, steps.value);
        return told.ok ? steps : told;
      }),
    'printJobs.hold': (context, { id, reason }) =>
      changePrintJob(context, id, () => ok([{ type: 'held', reason }])),
    'printJobs.settle': async (context, { id, expectedVersion, cameOut, spoilt, reason }) => {
      const settled = await changePrintJob(context, id, async (stored) => {
        if (stored.version !== expectedVersion) return refuse('CONFLICT');
        const steps = settlePaper(stored.job, { cameOut, spoilt }, reason);
        if (!steps.ok) return steps;
        const free = await inNoOtherJob(context, stored, spoilt);
        if (!free.ok) return free;
        const told = await tellLetters(context, stored, steps.value);
        return told.ok ? steps : told;
      });
      const details = { cameOut: cameOut.length, spoilt: spoilt.length };
      if (settled.ok) await context.audit('printJob.settled', { type: 'printJob', id }, details);
      return settled;
    },
    'printJobs.again': (context, { id, item }) =>
      changePrintJob(context, id, async (stored) => {
        const free = await inNoOtherJob(context, stored, [item]);
        return free.ok ? tryAgain(stored.job, item) : free;
      }),
    'printJobs.skip': (context, { id, item }) =>
      changePrintJob(context, id, ({ job }) => skipItem(job, item)),
    'printJobs.changePrinter': (context, { id, printer }) =>
      changePrintJob(context, id, ({ job }) =>
        job.state === 'open'
          ? ok([{ type: 'printerChanged', printer }])
          : refuse('PRINT_JOB_CLOSED'),
      ),
    'printJobs.cancel': async (context, { id }) => {
      const cancelled = await changePrintJob(context, id, ({ job }) => cancelJob(job));
      if (cancelled.ok) await context.audit('printJob.cancelled', { type: 'printJob', id });
      return cancelled;
    },
  };
}
